import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallMultiplesChart, type Panel } from '#lib/charts/small-multiples-chart.ts';
import { smallMultiplesReading } from '#lib/charts/small-multiples-reading.ts';
import { smallMultiples } from './comparison-scene.ts';
import { expectNoOverlap, expectWithin } from './label-boxes.ts';
import { nb, nn, told } from './said-finding.ts';
import { draw, expectSnapshots, textsOf } from './snapshot.ts';

const text = nb.smallMultiples;
const labels = ['2023', '2024'];
const panel = (name: string, ...values: Panel['figures'][number]['value'][]): Panel => ({
  name,
  figures: values.map((value) => ({ value, reported: 3, expected: 4 }))
});
const bars = (svg: string) =>
  Array.from(
    svg.matchAll(/<rect height="([\d.]+)" width="[\d.]+" y="([\d.]+)" x="[\d.]+"><title>(?!.*ikke svart)/g),
    ([, height, y]) => ({
      floor: Math.round(Number(y) + Number(height)),
      height: Number(height)
    })
  );

test('four counties over three rounds look as committed, wide and narrow', () => {
  expectSnapshots('small-multiples', (frame) => smallMultiplesChart(smallMultiples(), text, frame));
});

test.each([960, 500, 328])('no label touches another or leaves the frame at %d pixels', (width) => {
  const many = Array.from({ length: 15 }, (_, i) => panel(`Møre og Romsdal ${i}`, 10 * i, 12));
  for (const content of [smallMultiples(), { ...smallMultiples(), labels, panels: many }]) {
    const svg = draw(smallMultiplesChart(content, text, { id: 'm', width }));
    expectNoOverlap(svg);
    expectWithin(svg);
  }
});

test.each([960, 500, 328])('every part of an area is named at %d pixels, under what all of it rests on', (width) => {
  const parts = ['under 2 000', '2 000–4 999', '5 000–9 999', '10 000–19 999', '20 000–49 999', '50 000 og over'];
  const panels = ['Agder', 'Telemark', 'Vestfold'].map((name) => ({
    ...panel(name, 0, 1, 4, 'missing', 3, 8),
    base: '14 av 25 kommuner'
  }));
  const svg = draw(
    smallMultiplesChart({ measure: '', labels: parts, across: 'parts', panels }, text, { id: 'm', width })
  );
  const texts = textsOf(svg);
  for (const said of [...parts, '14 av 25 kommuner']) expect(texts.filter((one) => one === said)).toHaveLength(3);
  expectNoOverlap(svg);
  expectWithin(svg);
});

test('bars of every panel stand on zero and share one scale', () => {
  const panels = [panel('A', 10, 5), panel('B', 20, 5)];
  const drawn = bars(draw(smallMultiplesChart({ measure: '', labels, across: 'rounds', panels }, text, { id: 'm' })));
  expect(new Set(drawn.map(({ floor }) => floor)).size).toBe(1);
  const [ten, five, twenty] = drawn;
  expect(Number(ten?.height) / Number(five?.height)).toBeCloseTo(2, 1);
  expect(Number(twenty?.height) / Number(ten?.height)).toBeCloseTo(2, 1);
});

test('a missing figure is hatched and named, and has no number', () => {
  const svg = draw(
    smallMultiplesChart({ measure: '', labels, across: 'rounds', panels: [panel('A', 'missing', 'withheld')] }, text, {
      id: 'm'
    })
  );
  expect(svg).toContain('url(#m-missing)');
  expect(textsOf(svg)[0]).toBe('ikke svart / vises ikke');
  expect(svg).toContain('<title>A, 2023: ikke svart (3 av 4 kommuner)</title>');
  expect(textsOf(svg)).not.toContain('0');
});

test('a panel whose base changed shows both, and the reading warns', () => {
  expect(textsOf(draw(smallMultiplesChart(smallMultiples(), text, { id: 'm' })))).toContain('11 av 25 → 13 av 25');
  expect(smallMultiplesReading(smallMultiples(), text).caution).toBe(text.otherBase);
});

test('panels keep the order they are given, whatever their figures', () => {
  const panels = [panel('B', 1, 1), panel('A', 9, 9)];
  const texts = textsOf(
    draw(smallMultiplesChart({ measure: '', labels, across: 'rounds', panels }, text, { id: 'm' }))
  );
  expect(texts.filter((said) => /^[AB]$/.test(said))).toEqual(['B', 'A']);
});

test('the finding counts areas up and down, in nynorsk too', () => {
  expect(text.finding(3, 1, 4)).toBe('Tallet er høyere i siste runde enn i første i tre av fire områder, lavere i ett');
  expect(nn.smallMultiples.finding(0, 1, 2)).toBe('Talet er lågare i siste runde enn i første i eitt av to område');
});

test('the finding is true of the rows', () => {
  const value = fc.oneof(fc.nat(9), fc.constantFrom('missing' as const, 'withheld' as const));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 15 }), (all) => {
      const panels = all.map(([first, last], i) => panel(`P${i}`, first, last));
      const said = smallMultiplesReading(
        { measure: '', labels, across: 'rounds', panels },
        { ...text, finding: told, notComparable: '-', nothing: '0' }
      );
      const changes = all.flatMap(([a, b]) => (typeof a === 'string' || typeof b === 'string' ? [] : [b - a]));
      const nothing = all.flat().every((own) => typeof own === 'string');
      const finding = told(
        changes.filter((by) => by > 0).length,
        changes.filter((by) => by < 0).length,
        changes.length
      );
      expect(said.title).toBe(nothing ? '0' : changes.length === 0 ? '-' : finding);
    }),
    { seed: 56 }
  );
});
