import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slopeChart, type SlopeRow } from '#lib/charts/slope-chart.ts';
import { slopeReading } from '#lib/charts/slope-reading.ts';
import { slope } from './comparison-scene.ts';
import { expectNoOverlap, expectWithin } from './label-boxes.ts';
import { nb, nn, told } from './said-finding.ts';
import { draw, expectSnapshots, textsOf } from './snapshot.ts';

const text = nb.area.slope;

test('two rounds look as committed, wide and narrow', () => {
  expectSnapshots('slope', (frame) => slopeChart(slope(), text, frame));
});

test.each([960, 500, 328])('no label touches another or leaves the frame at %d pixels, crowded or not', (width) => {
  const crowd = Array.from({ length: 24 }, (_, i) => ({
    name: `Kommune ${i}`,
    population: i,
    before: i % 3,
    after: 5
  }));
  for (const rows of [slope().rows, crowd]) {
    const svg = draw(slopeChart({ ...slope(), rows }, text, { id: 's', width }));
    expectNoOverlap(svg);
    expectWithin(svg);
  }
});

test('each end has its round and its base', () => {
  expect(textsOf(draw(slopeChart(slope(), text, { id: 's' }))).slice(0, 4)).toEqual([
    '2023',
    '38 av 66 kommuner',
    '2024',
    '42 av 66 kommuner'
  ]);
});

test('a break is dashed, marked and named, and is no change in the finding', () => {
  const rows: SlopeRow[] = [{ name: 'Ålesund', population: 1, before: 9, after: 7, isBroken: true }];
  const svg = draw(slopeChart({ ...slope(), rows }, text, { id: 's' }));
  expect(svg).toContain('stroke-dasharray="2,5"');
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['//', '7 Ålesund (brudd)']));
  expect(slopeReading({ ...slope(), rows }, text).title).toBe('Rundene kan ikke sammenlignes');
});

test('a row with one figure has no line; what is missing is named under the chart, hatched', () => {
  const rows: SlopeRow[] = [{ name: 'Haram', population: 1, before: 'missing', after: 2 }];
  const svg = draw(slopeChart({ ...slope(), rows }, text, { id: 's' }));
  expect(textsOf(svg).at(-1)).toBe('Haram: ikke svart → 2');
  expect(svg).toContain('url(#s-missing)');
  expect(svg).not.toContain('<circle');
  expect(slopeReading({ ...slope(), rows }, text).table.rows[0]?.cells).toEqual(['ikke svart', '2', '']);
});

test('the finding counts those that went up and down, and warns when the bases differ', () => {
  const reading = slopeReading(slope(), text);
  expect(reading.title).toBe('To av fire områder har høyere tall i den siste runden, ett har lavere');
  expect(reading.base).toBe('4 av 6 områder');
  expect(reading.caution).toContain('38 av 66 kommuner først, 42 av 66 kommuner sist');
  expect(slopeReading({ ...slope(), after: slope().before }, text).caution).toBeNull();
  expect(slopeReading(slope(), nn.area.slope).title).toBe(
    'To av fire område har høgare tal i den siste runden, eitt har lågare'
  );
});

test('the finding is true of the rows', () => {
  const figure = fc.oneof(fc.nat(9), fc.constantFrom('missing' as const, 'withheld' as const));
  const drawn = fc.array(fc.record({ before: figure, after: figure, isBroken: fc.boolean() }), { maxLength: 20 });
  fc.assert(
    fc.property(drawn, (all) => {
      const rows = all.map((own, i) => ({ ...own, name: `K${i}`, population: i }));
      const said = slopeReading({ ...slope(), rows }, { ...text, finding: told, notComparable: '0' });
      const pairs = all.flatMap(({ before, after, isBroken }) =>
        typeof before === 'string' || typeof after === 'string' || isBroken ? [] : [[before, after] as const]
      );
      const count = (holds: (before: number, after: number) => boolean) => pairs.filter(([b, a]) => holds(b, a)).length;
      const counts = [count((b, a) => a > b), count((b, a) => a < b), count((b, a) => a === b)];
      expect(said.title).toBe(pairs.length === 0 ? '0' : told(...counts));
    }),
    { seed: 54 }
  );
});
