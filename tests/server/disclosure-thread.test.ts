import { describe, expect, it } from 'vitest';
import { protect, type Progress } from '#lib/domain/disclosure/protection.ts';
import { runDisclosure } from '#lib/server/disclosure-thread.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { crossTable, madeUpTable } from '../support/disclosure-tables.ts';

const table = crossTable({ columns: ['under18', 'over18'], rows: { Vest: [2, 9], Midt: [7, 8], Øst: [6, 12] } });
const country = { municipalities: 357, counties: 15, regions: 7, cases: 2000, shape: 'star' } as const;

describe('the gate in a thread of its own', () => {
  it('says the same as in this one, and where it is on the way', async () => {
    const heard: Progress[] = [];
    const protection = await runDisclosure({ table }, (progress) => heard.push(progress)).result;
    expect(protection).toEqual(protect({ table }, await loadSolver()));
    expect(heard[0]).toEqual({ phase: 'given', round: 0 });
    expect(heard.at(-1)).toMatchObject({ phase: 'insiders' });
  });

  it('stops when it is told to, with nothing left of it', async () => {
    const run = runDisclosure({ table: madeUpTable(1, country) });
    await run.stop();
    await expect(run.result).rejects.toMatchObject({ status: 409, code: 'release-gate-stopped' });
  });

  it('is ended when it takes too long', async () => {
    const run = runDisclosure({ table: madeUpTable(1, country) }, undefined, 1);
    await expect(run.result).rejects.toMatchObject({ code: 'release-gate-slow' });
  });

  it('tells when it breaks', async () => {
    const broken = { ...table, rows: table.rows.map((row) => ({ ...row, value: -1 })) };
    await expect(runDisclosure({ table: broken }).result).rejects.toMatchObject({
      status: 500,
      code: 'release-gate-broke',
      cause: { message: expect.stringContaining('not a count') as string }
    });
  });
});
