import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dotIntervalChart, type DotIntervalContent, type DotIntervalRow } from '#lib/charts/dot-interval-chart.ts';
import { dotIntervalReading } from '#lib/charts/dot-interval-reading.ts';
import { dotIntervals } from './comparison-scene.ts';
import { expectNoOverlap, expectWithin } from './label-boxes.ts';
import { nb, nn, told } from './said-finding.ts';
import { draw, expectSnapshots, textsOf } from './snapshot.ts';

const text = nb.municipality.dotInterval;
const widths = [960, 500, 328];
const row = (name: string, population: number, estimate: DotIntervalRow['estimate']) => ({
  name,
  population,
  estimate
});
const estimate = (value: number, raw = value) => ({ value, low: value / 2, high: value * 2, raw });
const content = (rows: DotIntervalRow[], order: DotIntervalContent['order'] = 'population') => ({
  ...{ measure: 'Saker', rows, order, mean: 1 }
});

test('Agder 2024 looks as committed, wide and narrow', () => {
  expectSnapshots('dot-interval', (frame) => dotIntervalChart(dotIntervals(), text, frame));
});

test.each(widths)('no label touches another or leaves the frame at %d pixels', (width) => {
  const svg = draw(dotIntervalChart(dotIntervals(), text, { id: 'd', width }));
  expectNoOverlap(svg);
  expectWithin(svg);
});

test('the scale of shares is whole on a phone', () => {
  const shares = content([row('Agder', 1, { value: 80, low: 60, high: 100, raw: null })]);
  const percent = { ...text, tick: (tick: number) => `${tick}\u00a0%` };
  expectWithin(draw(dotIntervalChart({ ...shares, mean: 80 }, percent, { id: 'd', width: 328 })));
});

test('rows stand by inhabitants or by name, never by rate', () => {
  const rows = [row('Risør', 1, estimate(9)), row('Ål', 2, estimate(1)), row('Arendal', 3, estimate(5))];
  const names = (order: DotIntervalContent['order']) =>
    textsOf(draw(dotIntervalChart(content(rows, order), text, { id: 'd' }))).filter((said) => /^(R|Å|Ar)/.test(said));
  expect(names('population')).toEqual(['Arendal', 'Ål', 'Risør']);
  expect(names('name')).toEqual(['Arendal', 'Risør', 'Ål']);
  expect(dotIntervalReading(content(rows), text).table.rows.map(({ header }) => header)).toEqual([
    'Arendal',
    'Ål',
    'Risør'
  ]);
});

test('a municipality without a figure is named and hatched, and nothing about it is a number', () => {
  for (const absence of ['missing', 'withheld'] as const) {
    const svg = draw(dotIntervalChart(content([row('Hol', 4000, absence)]), text, { id: 'd' }));
    expect(svg).toContain(`<title>Hol: ${text.absence[absence]}</title>`);
    expect(textsOf(svg)).toContain(text.absence[absence]);
    expect(svg).toContain('url(#d-missing)');
    expect(svg).not.toContain('<circle');
    expect(dotIntervalReading(content([row('Hol', 4000, absence)]), text).table.rows[0]?.cells.join()).not.toMatch(
      /\d/
    );
  }
});

test('the scale starts at zero, and a raw rate far beyond the intervals does not stretch it', () => {
  const { x } = dotIntervalChart(content([row('Hol', 1, estimate(1, 80)), row('Ål', 2, estimate(2))]), text, {
    id: 'd'
  });
  expect(x?.domain).toEqual([0, 4]);
});

test('each point says name, shrunken rate, interval and raw rate', () => {
  const svg = draw(
    dotIntervalChart(content([row('Hol', 1, { value: 1.4, low: 0.56, high: 2.61, raw: 1.67 })]), text, { id: 'd' })
  );
  expect(svg).toContain('<title>Hol: utjevnet 1,4 (0,6–2,6), rå rate 1,7</title>');
});

test.each([
  [0, 0, 42, 'Ingen av 42 kommuner skiller seg klart fra gjennomsnittet'],
  [3, 0, 42, 'Tre av 42 kommuner ligger klart over gjennomsnittet'],
  [0, 1, 12, 'Én av tolv kommuner ligger klart under gjennomsnittet'],
  [3, 1, 42, 'Tre av 42 kommuner ligger klart over gjennomsnittet, og én ligger klart under'],
  [0, 0, 1, 'Kommunen skiller seg ikke klart fra gjennomsnittet']
])('%d above and %d below of %d is said so', (above, below, all, said) => {
  expect(text.finding(above, below, all)).toBe(said);
});

test('areas are counted as areas, in nynorsk too', () => {
  expect(nb.area.dotInterval.finding(1, 0, 4)).toBe('Ett av fire områder ligger klart over gjennomsnittet');
  expect(nn.area.dotInterval.finding(1, 0, 4)).toBe('Eitt av fire område ligg klart over gjennomsnittet');
});

test('the finding is true of the rows: only whole intervals beside the mean count', () => {
  const estimates = fc.oneof(
    fc.constantFrom('missing' as const, 'withheld' as const),
    fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)).map(([a, b, c]) => {
      const [low = 0, value = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
      return { low, value, high, raw: value };
    })
  );
  fc.assert(
    fc.property(fc.array(estimates, { maxLength: 30 }), fc.nat(50), (all, mean) => {
      const rows = all.map((own, i) => row(`K${i}`, i, own));
      const said = dotIntervalReading(
        { ...content(rows), mean },
        { ...text, finding: told, base: told, nothing: '[]' }
      );
      const known = all.filter((own) => typeof own !== 'string');
      const above = known.filter(({ low }) => low > mean).length;
      const below = known.filter(({ high }) => high < mean).length;
      expect(said.title).toBe(known.length === 0 ? '[]' : told(above, below, known.length));
      expect(said.base).toBe(told(known.length, all.length));
    }),
    { seed: 51 }
  );
});

test('without any figure the title says so, and there is no scale to misread', () => {
  const nobody = { ...content([row('Hol', 1, 'missing')]), mean: null };
  expect(dotIntervalReading(nobody, text).title).toBe('Ingen har oppgitt tallet');
  expect(textsOf(draw(dotIntervalChart(nobody, text, { id: 'd' })))).not.toContain('gjennomsnitt');
});
