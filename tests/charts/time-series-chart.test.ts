import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeSeriesChart, type Series, type SeriesRound } from '#lib/charts/time-series-chart.ts';
import { timeSeriesReading } from '#lib/charts/time-series-reading.ts';
import { timeSeries } from './comparison-scene.ts';
import { expectNoOverlap, expectWithin } from './label-boxes.ts';
import { nb, nn, told } from './said-finding.ts';
import { draw, expectSnapshots, textsOf } from './snapshot.ts';

const text = nb.timeSeries;
const round = (label: string, breakBefore: string | null = null): SeriesRound => ({
  ...{ label, reported: 40, expected: 66, breakBefore }
});
const one = (points: Series['points'], breaks: (string | null)[] = []) => ({
  measure: 'Saker',
  rounds: points.map((_, i) => round(String(2021 + i), breaks[i] ?? null)),
  series: [{ name: 'Agder', points }]
});
const lines = (svg: string) => svg.match(/<path d="M[^"]*L[^"]*"/g) ?? [];

test('five rounds look as committed, wide and narrow', () => {
  expectSnapshots('time-series', (frame) => timeSeriesChart(timeSeries(), text, frame));
});

test.each([960, 500, 328])('no label touches another or leaves the frame at %d pixels', (width) => {
  const svg = draw(timeSeriesChart(timeSeries(), text, { id: 't', width }));
  expectNoOverlap(svg);
  expectWithin(svg);
});

test('n of N stands under every round', () => {
  const texts = textsOf(draw(timeSeriesChart(timeSeries(), text, { id: 't' })));
  expect(texts.filter((said) => said.endsWith('av 66'))).toEqual(
    ['36', '0', '40', '42', '51'].map((n) => `${n} av 66`)
  );
});

test('the line stops at a missing round, which is hatched and named', () => {
  const svg = draw(timeSeriesChart(one([{ value: 3 }, 'missing', { value: 5 }]), text, { id: 't' }));
  expect(lines(svg)).toEqual([]);
  expect(svg).toContain('url(#t-missing)');
  expect(textsOf(svg)).toContain('ikke svart');
  expect(svg.match(/<circle/g)).toHaveLength(2);
});

test('a figure that one series lacks is a hatched square that says so, beside those of the others', () => {
  const two = one([{ value: 3 }, 'withheld', { value: 5 }]);
  const series = [...two.series, { name: 'Vestfold', points: [{ value: 1 }, { value: 2 }, { value: 3 }] }];
  const svg = draw(timeSeriesChart({ ...two, series }, text, { id: 't' }));
  expect(svg).toContain('<title>Agder, 2022: vises ikke</title>');
  expect(svg).toContain('url(#t-missing)');
  expect(textsOf(svg)).not.toContain('vises ikke');
});

test('the line stops at a break, which says what changed', () => {
  const points = [{ value: 3 }, { value: 4 }, { value: 5 }];
  const svg = draw(timeSeriesChart(one(points, [null, 'ny kommunegrense']), text, { id: 't' }));
  expect(lines(draw(timeSeriesChart(one(points), text, { id: 't' })))).toHaveLength(2);
  expect(lines(svg)).toHaveLength(1);
  expect(textsOf(svg)).toContain('ny kommunegrense');
});

test('series differ in shape, and a fifth is refused', () => {
  const svg = draw(timeSeriesChart(timeSeries(), text, { id: 't' }));
  for (const tone of ['main', 'second', 'third']) expect(svg).toContain(`fill="var(--chart-${tone})"`);
  const five = Array.from({ length: 5 }, () => ({ name: 'A', points: [] }));
  expect(() => timeSeriesChart({ ...timeSeries(), series: five }, text, { id: 't' })).toThrow('too many series: 5');
});

test('points say series, round, value and interval', () => {
  const svg = draw(timeSeriesChart(timeSeries(), text, { id: 't' }));
  expect(svg).toContain('<title>Region Sør, 2025: 80 (71–92)</title>');
  expect(svg).not.toContain('2022: 0');
});

test.each([
  [[{ value: 3 }, { value: 8 }], [], 'Agder: opp fra 3 i 2021 til 8 i 2022'],
  [[{ value: 8 }, { value: 3 }], [], 'Agder: ned fra 8 i 2021 til 3 i 2022'],
  [[{ value: 3 }, { value: 9 }, { value: 3 }], [], 'Agder: 3, det samme som i 2021'],
  [[{ value: 3 }, { value: 8 }], [null, 'brudd'], 'Agder: 8 i 2022, og kan ikke sammenlignes med før'],
  [['missing', { value: 8 }], [], 'Agder: 8 i 2022'],
  [['missing', 'withheld'], [], 'Ingen har oppgitt tallet']
] as [Series['points'], (string | null)[], string][])('%j with breaks %j is "%s"', (points, breaks, said) => {
  expect(timeSeriesReading(one(points, breaks), text).title).toBe(said);
});

test('the finding is about the series that stands out, in nynorsk too', () => {
  expect(timeSeriesReading(timeSeries(), nn.timeSeries).title).toBe('Region Sør: opp frå 71 i 2024 til 80 i 2025');
});

test('differing bases are warned of', () => {
  expect(timeSeriesReading(timeSeries(), text).caution).toBe(text.otherBase);
  expect(timeSeriesReading(one([{ value: 3 }, { value: 8 }]), text).caution).toBeNull();
});

test('a whole has no break where only its parts do', () => {
  const broken = one([{ value: 3 }, { value: 8 }], [null, 'nye fylker']);
  const whole = { ...broken, series: broken.series.map((series) => ({ ...series, isUnbroken: true })) };
  const drawn = [broken, whole].map((content) => draw(timeSeriesChart(content, text, { id: 't' })));
  expect(drawn.map((svg) => lines(svg).length)).toEqual([0, 1]);
  expect(timeSeriesReading(whole, text).title).toBe('Agder: opp fra 3 i 2021 til 8 i 2022');
});

test('the finding is true of the rows: both figures are in them, with no break between', () => {
  const point = fc.oneof(
    fc.nat(20).map((value) => ({ value })),
    fc.constantFrom('missing' as const, 'withheld' as const)
  );
  const drawn = fc.array(fc.tuple(point, fc.option(fc.constant('brudd'))), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(drawn, (all) => {
      const points = all.map(([own]) => own);
      const breaks = all.map(([, own]) => own);
      const kinds = { up: 1, down: -1, same: 0 };
      const finding = { ...text.finding, up: told, down: told, same: () => 'same', single: () => '', broken: () => '' };
      const { title } = timeSeriesReading(one(points, breaks), { ...text, finding, at: told, nothing: '' });
      if (title === '' || title === 'same') return;
      const [, from, to] = (JSON.parse(title) as string[]).map((said) =>
        said.startsWith('[') ? (JSON.parse(said) as string[]) : []
      );
      const [start, end] = [from, to].map((said) => Number(said?.[1]) - 2021);
      expect(points[start!]).toEqual({ value: Number(from?.[0]) });
      expect(points[end!]).toEqual({ value: Number(to?.[0]) });
      expect(breaks.slice(start! + 1, end! + 1).every((own) => own === null)).toBe(true);
      expect(Object.values(kinds)).toContain(Math.sign(Number(to?.[0]) - Number(from?.[0])));
    }),
    { seed: 55 }
  );
});
