import fc from 'fast-check';
import { expect, test } from 'vitest';
import { funnelChart, standingOf, type FunnelLimits } from '#lib/charts/funnel-chart.ts';
import { funnelReading } from '#lib/charts/funnel-reading.ts';
import { funnel } from './comparison-scene.ts';
import { expectNoOverlap, expectWithin } from './label-boxes.ts';
import { nb, nn, told } from './said-finding.ts';
import { draw, expectSnapshots, textsOf } from './snapshot.ts';

const text = nb.municipality.funnel;
const raised = ['Horten', 'Færder', 'Tinn'];
const limits: FunnelLimits = { low998: 1, low95: 2, high95: 8, high998: 9 };

test('Region Sør 2024 looks as committed, wide and narrow', () => {
  expectSnapshots('funnel', (frame) => funnelChart(funnel(raised), text, frame));
});

test.each([960, 500, 328])('no label touches another or leaves the frame at %d pixels', (width) => {
  const all = funnel().rows.map(({ name }) => name);
  for (const outside of [[], raised, all]) {
    const svg = draw(funnelChart(funnel(outside), text, { id: 'f', width }));
    expectNoOverlap(svg);
    expectWithin(svg);
  }
});

test.each([
  [2, 'inside'],
  [8, 'inside'],
  [8.1, 'above95'],
  [9.1, 'above998'],
  [1.9, 'below95'],
  [0.9, 'below998']
])('a rate of %d stands %s; on a limit is within it', (rate, standing) => {
  expect(standingOf({ rate, limits })).toBe(standing);
});

test('nobody is named while nobody can be told apart; those outside are', () => {
  const names = funnel().rows.map(({ name }) => name);
  const named = (outside: string[]) =>
    textsOf(draw(funnelChart(funnel(outside), text, { id: 'f' }))).filter((said) => names.includes(said));
  expect(named([])).toEqual([]);
  expect(named(['Tinn'])).toEqual(['Tinn']);
});

test('every dot says its name, rate and place, and those without a figure why', () => {
  const svg = draw(funnelChart(funnel(['Tinn']), text, { id: 'f' }));
  expect(svg).toMatch(/<title>Tinn: \d,\d, over 95\u00a0%-grensen<\/title>/);
  expect(svg).toContain('<title>Hemsedal: ikke svart</title>');
  expect(svg).toContain('Uten tall: 24');
  expect(svg.match(/<title>/g)).toHaveLength(66);
});

test.each([
  [0, 0, 42, 'Ingen av 42 kommuner kan skilles fra de andre'],
  [2, 0, 42, 'To av 42 kommuner ligger utenfor 95\u00a0%-grensene, ingen utenfor 99,8\u00a0%-grensene'],
  [3, 1, 42, 'Én av 42 kommuner ligger utenfor 99,8\u00a0%-grensene, tre utenfor 95\u00a0%-grensene'],
  [0, 0, 1, 'Kommunen kan ikke skilles fra gjennomsnittet']
])('%d outside, %d of them far, of %d', (outside, far, all, said) => {
  expect(text.finding(outside, far, all)).toBe(said);
});

test('nynorsk says that nobody can be told apart', () => {
  expect(funnelReading(funnel(), nn.municipality.funnel).title).toBe('Ingen av 42 kommunar kan skiljast frå dei andre');
});

test('what chance alone would give is said when somebody is outside, and only then', () => {
  const said = 'Av 42 kommuner ventes om lag to utenfor 95\u00a0%-grensene ved en tilfeldighet.';
  expect(funnelReading(funnel(), text).caution).not.toContain(said);
  expect(funnelReading(funnel(raised), text).caution).toContain(said);
});

test('as many outside as chance would give are not said to stand out', () => {
  const content = { ...funnel(raised), tellingApart: { verdict: 'chance' as const, byChance: 0.4 } };
  const reading = funnelReading(content, text);
  expect(reading.title).toBe(
    'Tre av 42 kommuner ligger utenfor 95\u00a0%-grensene, ikke flere enn en tilfeldighet kan gi'
  );
  expect(reading.caution).not.toContain('ventes');
});

test.each([
  ['chance', 'bare med tilfeldige utslag (Poisson)', 'berre med tilfeldige utslag (Poisson)'],
  ['spread', 'videre enn tilfeldige utslag gir (negativ binomisk', 'vidare enn tilfeldige utslag gir (negativ binomisk']
] as const)('limits of %s say what they leave room for and why', (limits, inNb, inNn) => {
  const content = { ...funnel(), limits };
  expect(funnelReading(content, text).caution).toContain(inNb);
  expect(funnelReading(content, nn.municipality.funnel).caution).toContain(inNn);
});

test('municipalities that differ beyond chance are not said to be alike though nobody is outside', () => {
  expect(funnelReading({ ...funnel(), limits: 'spread' }, text).title).toBe(
    'Ingen av 42 kommuner skiller seg ut, men de er mer ulike enn en tilfeldighet kan gi'
  );
  expect(funnelReading({ ...funnel(), limits: 'spread', rows: [] }, text)).toMatchObject({
    title: text.nothing,
    caution: null
  });
});

test('the finding is true of the rows', () => {
  const rate = fc.double({ min: 0, max: 12, noNaN: true });
  const figure = fc.oneof(
    fc.constant('missing' as const),
    rate.map((value) => ({ rate: value, limits }))
  );
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 30 }), (figures) => {
      const rows = figures.map((own, i) => ({ name: `K${i}`, population: 1000 + i, figure: own }));
      const said = funnelReading({ ...funnel(raised), rows }, { ...text, finding: told, nothing: '[]' });
      const rates = figures.flatMap((own) => (own === 'missing' ? [] : [own.rate]));
      const beyond = (low: number, high: number) => rates.filter((value) => value < low || value > high).length;
      expect(said.title).toBe(rates.length === 0 ? '[]' : told(beyond(2, 8), beyond(1, 9), rates.length));
    }),
    { seed: 52 }
  );
});

test('the table stands by inhabitants, and a missing figure is words in every cell', () => {
  const { table } = funnelReading(funnel(), text);
  expect(table.rows[0]?.header).toBe('Kristiansand');
  expect(table.rows.find(({ header }) => header === 'Hemsedal')?.cells.slice(1)).toEqual(Array(4).fill('ikke svart'));
});
