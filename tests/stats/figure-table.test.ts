import { expect, it } from 'vitest';
import { figuresOf } from '#lib/domain/figure.ts';
import { figureColumns, figureTable } from '#lib/stats/figure-table.ts';
import { smallRegion } from '../support/region.ts';

it('the table has a column for every field of a figure', () => {
  const [figure] = figuresOf(smallRegion);
  expect(figureColumns.map(({ key }) => key).sort()).toEqual(Object.keys(figure ?? {}).sort());
});

it('the table is made in both engines with the same types', () => {
  expect(figureTable).toContain('indicator varchar, category varchar, municipality_no varchar');
  expect(figureTable).toContain('value double, numerator double, denominator double');
});
