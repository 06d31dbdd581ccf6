import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '#lib/domain/figure.ts';
import { arrowStream } from '#lib/server/arrow-stream.ts';
import { datasetFor, readEntries } from '#lib/server/dataset.ts';
import { figureColumns } from '#lib/stats/figure-table.ts';
import { openDemonstrationStore } from '../support/demonstration-store.ts';
import { smallRegion } from '../support/region.ts';

describe('a data set', () => {
  it('keeps its hash as long as its content, whatever the order of the keys', () => {
    const terms = { showsTotals: true, fewestBehind: 3, released: null };
    const { hash } = datasetFor('public', terms, smallRegion);
    expect(datasetFor('public', terms, structuredClone(smallRegion)).hash).toBe(hash);
    expect(datasetFor('public', terms, smallRegion.slice(1)).hash).not.toBe(hash);
  });

  it('comes back whole from its Arrow stream, zero as zero and blank as blank', () => {
    const figures = figuresOf(smallRegion);
    const rows = tableFromIPC(arrowStream(figures))
      .toArray()
      .map((row) => row.toJSON() as Record<string, unknown>);
    expect(rows).toEqual(
      figures.map((figure) => Object.fromEntries(figureColumns.map((c) => [c.name, figure[c.key]])))
    );
  });

  it('is refused for a municipality that did not exist at the round’s date', async () => {
    const db = await openDemonstrationStore();
    const nowhere = new Map();
    const read = db.transaction({ kind: 'system', task: 'test' }, (tx) => readEntries(tx, 'sor-2024', nowhere));
    await expect(read).rejects.toThrow('municipality not in the geography of the round: 3301');
    await db.close();
  });
});
