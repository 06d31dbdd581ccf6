import { describe, expect, it } from 'vitest';
import type { ComparisonRow } from '#lib/stats/comparison.ts';
import { cellOf } from '#lib/ui/analysis/scene.ts';

const cell = (area: string | null, part: string | null, category: string | null = null) =>
  ({ roundId: '2024', area, part, category }) as ComparisonRow;
const round = '2024';

describe('a cell of a view', () => {
  it('is that of its round, area, part and category, and of all where none is named', () => {
    const [whole, county, both] = [cell(null, null), cell('42', null), cell('42', '1', 'other')];
    const rows = { cells: [whole, county, both], series: [] };
    expect(cellOf(rows, { round })).toBe(whole);
    expect(cellOf(rows, { round, area: '42' })).toBe(county);
    expect(cellOf(rows, { round, area: '42', part: '1', category: 'other' })).toBe(both);
    expect(cellOf(rows, { round, area: '39' })).toBeUndefined();
    expect(cellOf(rows, { round: '2023' })).toBeUndefined();
  });

  it('is found without reading the others again, however many are asked for', () => {
    let reads = 0;
    const cells = Array.from({ length: 500 }, (_, index) => {
      const one = cell(null, null);
      return Object.defineProperty(one, 'area', { get: () => (reads++, String(index)) });
    });
    const rows = { cells, series: [] };
    for (let index = 0; index < 1000; index += 1) {
      expect(cellOf(rows, { round, area: String(index) })).toBe(cells[index]);
    }
    expect(reads).toBe(cells.length);
  });
});
