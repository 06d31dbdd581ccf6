import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heatReading } from '#lib/charts/heat-reading.ts';
import { heatTable, type HeatContent } from '#lib/charts/heat-table.ts';
import { heatOfCategories, heatOfFigures } from './comparison-scene.ts';
import { expectNoOverlap, expectWithin } from './label-boxes.ts';
import { nb, nn, told } from './said-finding.ts';
import { draw, expectSnapshots, textsOf } from './snapshot.ts';

const text = nb.municipality.heat;
const columns = ['a', 'b'].map((id) => ({ id, label: id.toUpperCase() }));
const content = (rows: HeatContent['rows'], kind: HeatContent['kind'] = 'figures'): HeatContent => ({
  ...{ measure: 'Tall', kind, order: 'name', columns, rows }
});
const row = (name: string, ...values: HeatContent['rows'][number]['values']) => ({ name, population: 1, values });

test('figures of Telemark look as committed, wide and narrow', () => {
  expectSnapshots('heat-figures', (frame) => heatTable(heatOfFigures(), text, frame));
});

test('categories by county look as committed, wide and narrow', () => {
  expectSnapshots('heat-categories', (frame) => heatTable(heatOfCategories(), nb.area.heat, frame));
});

test.each([960, 500, 328])('no label touches another or leaves the frame at %d pixels', (width) => {
  for (const table of [heatOfFigures(), heatOfCategories()]) {
    const svg = draw(heatTable(table, text, { id: 'h', width }));
    expectNoOverlap(svg);
    expectWithin(svg);
  }
});

test('every cell holds its figure or why there is none; zero is a figure and is not shaded', () => {
  const svg = draw(heatTable(content([row('Hol', 0, 'missing'), row('Ål', 4, 'withheld')]), text, { id: 'h' }));
  expect(textsOf(svg)).toEqual(['A', 'B', 'Hol', 'Ål', '0', '4', 'ikke svart', 'vises ikke']);
  expect(svg).toContain('<title>Hol, B: ikke svart</title>');
  expect(svg).toMatch(/fill-opacity="0"[^>]*><title>Hol, A: 0</);
  expect(svg).toContain('url(#h-missing)');
});

test('many columns turn their headers, and absences in narrow cells are short and explained by their titles', () => {
  const many = Array.from({ length: 8 }, (_, i) => ({ id: `c${i}`, label: `Informasjon ${i}` }));
  const wide = { ...content([]), columns: many, rows: [row('Hol', 'missing', 'withheld')] };
  const svg = draw(heatTable(wide, text, { id: 'h', width: 328 }));
  expect(svg).toContain('rotate(-90)');
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['–', '×']));
  expect(svg).toContain('<title>Hol, Informasjon 0: ikke svart</title>');
});

test('rows stand by name or inhabitants, never by their figures', () => {
  const rows = [row('B', 9, 9), row('A', 1, 1)];
  expect(heatReading(content(rows), text).table.rows.map(({ header }) => header)).toEqual(['A', 'B']);
});

test('the findings are sentences in both languages', () => {
  expect(heatReading(heatOfFigures(), text).title).toBe('Åtte av 17 kommuner har oppgitt alle de fire tallene');
  expect(nn.municipality.heat.finding.complete(0, 17, 4)).toBe('Ingen av 17 kommunar har oppgitt alle tala');
  expect(heatReading(content([row('A', 1, 3), row('B', 0, 2)], 'categories'), nb.area.heat).title).toBe(
    '«B» er vanligst i to av to områder'
  );
});

test('those who gave no answer are never said to be most common', () => {
  const noAnswer = { ...content([row('A', 1, 30)], 'categories') };
  const marked = { ...noAnswer, columns: [columns[0]!, { ...columns[1]!, isAnswer: false }] };
  expect(heatReading(marked, nb.area.heat).title).toBe('«A» er vanligst i ett av ett område');
});

test('the findings are true of the rows', () => {
  const value = fc.oneof(fc.nat(5), fc.constantFrom('missing' as const, 'withheld' as const));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 12 }), (all) => {
      const rows = all.map((values, i) => row(`K${i}`, ...values));
      const finding = { complete: told, mode: told, noMode: '-' };
      const say = (kind: HeatContent['kind']) =>
        heatReading(content(rows, kind), { ...text, finding, nothing: '0' }).title;
      const nothing = all.flat().every((own) => typeof own === 'string');
      const whole = all.filter((values): values is [number, number] => values.every((own) => typeof own === 'number'));
      const a = whole.filter(([x, y]) => x > y).length;
      const b = whole.filter(([x, y]) => y > x).length;
      expect(say('figures')).toBe(nothing ? '0' : told(whole.length, all.length, 2));
      const mode = a === b ? '-' : told(Math.max(a, b), all.length, a > b ? 'A' : 'B');
      const isNobody = all.flat().every((own) => own === 0);
      expect(say('categories')).toBe(nothing || isNobody ? '0' : mode);
    }),
    { seed: 57 }
  );
});
