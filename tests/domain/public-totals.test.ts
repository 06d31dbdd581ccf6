import { beforeAll, describe, expect, it } from 'vitest';
import { protect } from '#lib/domain/disclosure/protection.ts';
import type { Solver } from '#lib/domain/disclosure/solver.ts';
import { publicTotals } from '#lib/domain/public-totals.ts';
import { releaseTable } from '#lib/domain/release-plan.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { areasIn } from '../support/release-scene.ts';
import { entries } from '../support/small-scene.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const areas = areasIn(entries);
const [region] = areas;
if (!region) throw new Error('no region');
const underEighteen = 'cases_under_18|korus_region:sor|count';

describe('what the statistics show already', () => {
  it('is the totals that enough have answered, with the counts behind their shares', () => {
    const { shown } = publicTotals('liten', entries, region, { showsTotals: true, fewestBehind: 3 });
    expect(shown).toEqual([
      'cases_received|korus_region:sor|count',
      'cases_under_18|korus_region:sor|count',
      'cases_under_18|korus_region:sor|share part',
      'cases_under_18|korus_region:sor|share whole'
    ]);
  });

  it('is nothing before the round is frozen', () => {
    expect(publicTotals('liten', entries, region, { showsTotals: false, fewestBehind: 3 }).shown).toEqual([]);
  });

  it('stays shown in a release, although it would have been hidden', () => {
    const table = releaseTable('liten', entries, areas, 'region');
    const alone = protect({ table }, solver);
    expect(alone.outcome === 'protected' && alone.hidden.get(underEighteen)).toBe('few_cases');
    const before = publicTotals('liten', entries, region, { showsTotals: true, fewestBehind: 3 });
    const beside = protect({ table, ledger: [before] }, solver);
    if (beside.outcome === 'protected') expect(beside.hidden.has(underEighteen)).toBe(false);
    else expect(beside.unprotected.every(({ keys }) => !keys.includes(underEighteen))).toBe(true);
  });
});
