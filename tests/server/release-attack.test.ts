import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { protect } from '#lib/domain/disclosure/protection.ts';
import type { Solver } from '#lib/domain/disclosure/solver.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { readLedger } from '#lib/server/release-gate.ts';
import { importReport } from '#lib/server/opening.ts';
import { findPublicRelease } from '#lib/server/public-release.ts';
import { unionFailures, type PublishedTable } from '../support/ledger-audit.ts';
import { at, openReleaseDesk } from '../support/release-desk.ts';
import { answersOf } from '../support/region.ts';
import { system } from '../support/people.ts';

/** The acceptance of a release: everything given out of Region Sør 2024, held together, by everybody and by each who answered. */
type Scene = Awaited<ReturnType<typeof openReleaseDesk>>;
let scene: Scene;
let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
  scene = await openReleaseDesk();
  await scene.release({ plan: 'counties' });
  await scene.release({ plan: 'municipality_totals', note: 'Viser kommunene.' });
  const late = {
    roundId: 'sor-2024',
    municipalityNo: '4223',
    answers: answersOf([3, 2, 1], 'yes'),
    source: 'sent svar'
  };
  await scene.db.transaction(system, (tx) => importReport(tx, late, at));
  await scene.release({ plan: 'counties', note: 'Ett svar til.' });
});
afterAll(async () => {
  await scene.gate.close();
  await scene.db.close();
});

const ledgerOf = () => scene.db.transaction(system, (tx) => readLedger(tx, 'sor-2024'));
const tables = async (): Promise<PublishedTable[]> => (await ledgerOf()).map(({ table, shown }) => ({ table, shown }));

describe('three versions of Region Sør 2024, the last with a late answer', () => {
  it('are protected together, says the engine: nothing that is public gives a small figure away', async () => {
    const [last, ...before] = (await ledgerOf()).toReversed();
    if (!last) throw new Error('no ledger');
    const again = protect({ table: last.table, ledger: before.toReversed() }, solver);
    expect(again.outcome).toBe('protected');
    const hidden = again.outcome === 'protected' ? [...again.hidden.keys()] : [];
    const told = last.table.cells.filter(({ isWithheld }) => !isWithheld).map(({ key }) => key);
    expect(told.filter((key) => !hidden.includes(key))).toEqual(last.shown);
  });

  it('tell no small figure to a reader with algebra of its own, nor to anyone who answered', async () => {
    expect(unionFailures(await tables())).toEqual([]);
  });

  it('would be found out by that reader, had one hidden figure more been given out', async () => {
    const published = await tables();
    const found = published.map(({ table, shown }, index) => {
      const more = table.cells.filter(({ isWithheld }) => !isWithheld).map(({ key }) => key);
      const others = published.filter((_, other) => other !== index);
      return unionFailures([...others, { table, shown: more }]).length + (more.length === shown.length ? 1 : 0);
    });
    expect(found.every((failures) => failures > 0)).toBe(true);
  });

  it('have the values that the ledger says are public, and no others', async () => {
    for (const [index, { table, shown }] of (await tables()).entries()) {
      const address = { region: 'sor', round: '2024', version: index + 1 };
      const release = await scene.db.transaction({ kind: 'public' }, (tx) => findPublicRelease(tx, address));
      const cases = release?.content?.figures.filter(
        ({ category, measure }) => category === null && measure === 'count'
      );
      const values = new Map(table.rows.map(({ key, value }) => [key, value]));
      for (const { key, value, status } of cases ?? []) {
        const cell = table.cells.find((one) => one.key === key);
        const sum = cell?.rows.reduce((total, row) => total + (values.get(row) ?? 0), 0);
        if (shown.includes(key)) expect(value, key).toBe(sum);
        else expect([key, value, ['hidden', 'missing', 'not_applicable'].includes(status)]).toEqual([key, null, true]);
      }
    }
  });
});
