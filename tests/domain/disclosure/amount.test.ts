import { beforeAll, describe, expect, it } from 'vitest';
import { modelOf } from '#lib/domain/disclosure/model.ts';
import { primaryReason } from '#lib/domain/disclosure/primary-rule.ts';
import { protect } from '#lib/domain/disclosure/protection.ts';
import type { Solver } from '#lib/domain/disclosure/solver.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { referenceRuns, referenceTable } from '../../support/reference-tables.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Like with like: the same kind of tables, small figures alone are hidden to begin with, nobody who answered reads along. */
describe('how much is hidden', () => {
  it.each(referenceRuns)('is at most a tenth more than the reference: $shape, zeros $zeros', (run) => {
    const policy = { most: run.most, zeros: run.zeros, fewestContributors: 0 };
    const found = [3, 7].map((seed) => {
      const table = referenceTable(seed, { cases: 71, shape: run.shape });
      const model = modelOf(table);
      const protection = protect({ table, policy }, solver);
      if (protection.outcome === 'refused') throw new Error('refused');
      const small = model.cells.filter((cell) => primaryReason(model, cell, policy) !== null);
      return { hidden: protection.hidden.size, small: small.length };
    });
    const sum = (key: 'hidden' | 'small') => found.reduce((all, one) => all + one[key], 0);
    expect(sum('hidden') / sum('small')).toBeLessThanOrEqual((1.1 * run.hidden) / run.small);
    expect(sum('hidden') / 2).toBeLessThanOrEqual(1.1 * run.hidden);
  });
});
