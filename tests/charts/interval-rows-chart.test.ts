import { expect, test } from 'vitest';
import { intervalRowsChart, type IntervalRow } from '#lib/charts/interval-rows-chart.ts';
import { expectNoOverlap, expectWithin } from './label-boxes.ts';
import { draw, expectSnapshots, textsOf } from './snapshot.ts';

const said = (value: number) => value.toFixed(1).replace('.', ',');
const text = {
  tick: said,
  interval: ({ value, low, high }: Pick<IntervalRow, 'value' | 'low' | 'high'>) =>
    `${said(value)} (${said(low)}–${said(high)})`
};
const rows: IntervalRow[] = [
  { name: 'Kristiansand', value: 0.68, low: 0.3, high: 1.35, isOwn: true },
  { name: 'KORUS Sør', value: 0.76, low: 0.6, high: 0.96, isOwn: false }
];

test('a municipality beside its region looks as committed, wide and narrow', () => {
  expectSnapshots('interval-rows', (frame) => intervalRowsChart(rows, text, frame));
});

test.each([960, 500, 328])('no label touches another or leaves the frame at %d pixels', (width) => {
  const svg = draw(intervalRowsChart(rows, text, { id: 'i', width }));
  expectNoOverlap(svg);
  expectWithin(svg);
});

test('the scale begins at zero', () => {
  const [row] = rows as [IntervalRow];
  const far = { ...row, value: 20, low: 15, high: 26 };
  expect(textsOf(draw(intervalRowsChart([far], text, { id: 'i' })))).toContain('0,0');
});

test('one row alone is drawn, also of no cases', () => {
  const svg = draw(
    intervalRowsChart([{ name: 'Iveland', value: 0, low: 0, high: 25.9, isOwn: true }], text, { id: 'i' })
  );
  expect(textsOf(svg)).toContain('0,0 (0,0–25,9)');
});
