import { describe, expect, it } from 'vitest';
import { figuresFor, fewestBehindTotal, termsOf, type Terms } from '#lib/domain/disclosure.ts';
import { releasedRegion, withHidden } from '../support/released-region.ts';
import { figuresOf, type Entry } from '#lib/domain/figure.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { answersOf, smallRegion } from '../support/region.ts';

const figures = figuresOf(smallRegion);
const settled = { showsTotals: true, fewestBehind: fewestBehindTotal, released: null };
const published = { showsTotals: true, fewestBehind: 1, released: null };
const publicFigures = figuresFor('public', figures, settled);
const isPersonal = (indicator: string) => indicatorOf(indicator).nature === 'personal';

describe('the gate', () => {
  it('gives advisers every figure', () => {
    expect(figuresFor('region', figures, settled)).toEqual(figures);
  });

  it('gives county governors the rows of their own counties, and nothing that holds another’s', () => {
    const own = figuresFor({ counties: ['42'] }, figures, settled);
    expect(own).toEqual(figures.filter(({ countyNo }) => countyNo === '42'));
    expect(
      figuresFor({ counties: ['42'] }, publicFigures, settled).filter(({ countyNo }) => countyNo !== '42')
    ).toEqual([]);
    expect(figuresFor({ counties: [] }, figures, settled)).toEqual([]);
  });

  it('gives the public no case count below the region', () => {
    const personal = publicFigures.filter((figure) => isPersonal(figure.indicator));
    expect(personal.map(({ municipalityNo, countyNo }) => [municipalityNo, countyNo])).toEqual([
      [null, null],
      [null, null],
      [null, null]
    ]);
  });

  it('gives the public the region totals with their base', () => {
    expect(publicFigures.find((figure) => figure.indicator === 'cases_received')).toMatchObject({
      value: 8,
      reported: 3,
      expected: 6,
      populationReported: 10_710,
      population: 63_000
    });
    expect(publicFigures.find((figure) => figure.indicator === 'cases_under_18')).toMatchObject({
      value: 3,
      denominator: 8
    });
  });

  it('gives the public every institutional fact', () => {
    const institutional = figures.filter((figure) => !isPersonal(figure.indicator));
    expect(publicFigures.filter((figure) => !isPersonal(figure.indicator))).toEqual(institutional);
  });

  it(`withholds a total that rests on fewer than ${fewestBehindTotal} municipalities`, () => {
    const two = smallRegion.map((entry) => (entry.municipalityNo === '4001' ? { ...entry, answers: {} } : entry));
    const total = figuresFor('public', figuresOf(two), settled).find((figure) => figure.indicator === 'cases_received');
    expect(total).toMatchObject({ value: null, reported: 2 });
  });

  it('shows a total on any base when its figures were published before', () => {
    const one = [{ ...smallRegion[0]!, answers: answersOf([4, 1, 4], 'yes') }];
    const total = figuresFor('public', figuresOf(one), published).find(
      (figure) => figure.indicator === 'cases_received'
    );
    expect(total).toMatchObject({ value: 4, reported: 1 });
  });

  it('shows no total where nobody gave a figure, published before or not', () => {
    const nobody = smallRegion.map((entry) => ({ ...entry, status: 'missing' as const, answers: null }));
    const totals = figuresFor('public', figuresOf(nobody), published).filter((figure) => isPersonal(figure.indicator));
    expect(totals.map((figure) => figure.value)).toEqual([null, null, null]);
  });

  it('shows no total of reported cases but those that are released, as they are released', () => {
    const personalOf = (terms: Terms) =>
      figuresFor('public', figures, terms).filter((figure) => isPersonal(figure.indicator));
    const before = personalOf(termsOf({ dataKind: 'reported' }));
    expect(before.map(({ value, denominator }) => [value, denominator])).toEqual([1, 2, 3].map(() => [null, null]));

    const [received, handled, young] = personalOf(termsOf({ dataKind: 'reported' }, releasedRegion.figures));
    expect(received).toMatchObject({ value: 71, reported: 42, expected: 66, municipalityNo: null });
    expect(handled).toMatchObject({ value: 63, numerator: 63, denominator: 71 });
    expect(young).toMatchObject({ value: 23, numerator: 23, denominator: 71 });

    const hidden = personalOf(termsOf({ dataKind: 'reported' }, withHidden('cases_under_18').figures));
    expect(hidden[2]).toMatchObject({ value: null, numerator: null, denominator: null, reported: 42 });
  });

  it('shows made-up and published totals at any time', () => {
    expect(termsOf({ dataKind: 'synthetic' })).toEqual(settled);
    expect(termsOf({ dataKind: 'published' })).toEqual(published);
  });

  const gave = (municipalityNo: string, [received, handled]: [number | null, number | null]): Entry => ({
    municipalityNo,
    countyNo: '42',
    population: 10_000,
    status: 'answered',
    answers: {
      ...(received === null ? {} : { cases_received: { status: 'reported' as const, value: received } }),
      ...(handled === null ? {} : { cases_handled: { status: 'reported' as const, value: handled } })
    }
  });
  const publicOf = (entries: Entry[], indicator: string) =>
    figuresFor('public', figuresOf(entries), settled).find((figure) => figure.indicator === indicator);

  it('shows no share from which the one who gave only one figure can be subtracted', () => {
    const four = [gave('4201', [5, 3]), gave('4202', [4, 4]), gave('4203', [5, 2]), gave('4204', [2, null])];
    expect(publicOf(four, 'cases_received')).toMatchObject({ value: 16 });
    expect(publicOf(four, 'cases_handled')).toMatchObject({ value: 9, numerator: null, denominator: null });
    const eachGaveBoth = four.slice(0, 3);
    expect(publicOf(eachGaveBoth, 'cases_handled')).toMatchObject({ value: 9, numerator: 9, denominator: 14 });
  });

  it('shows no share that rests on one municipality', () => {
    const three = [gave('4201', [3, 3]), gave('4202', [null, 4]), gave('4203', [null, 2])];
    expect(publicOf(three, 'cases_received')).toMatchObject({ value: null });
    expect(publicOf(three, 'cases_handled')).toMatchObject({ value: 9, numerator: null, denominator: null });
  });

  it('gives the inhabitants behind a total to the whole per cent, so that they name nobody', () => {
    const four = [gave('4201', [5, 3]), gave('4202', [4, 4]), gave('4203', [5, 2]), gave('4204', [2, null])];
    const uneven = four.map((entry, index) => ({ ...entry, population: 10_000 + index * 37 }));
    const { population, populationReported } = publicOf(uneven, 'cases_handled')!;
    expect(populationReported).toBe(Math.round(0.75 * population));
  });

  const hosted = (municipalityNo: string, host: string, part: 'each' | 'whole', received = 2): Entry => ({
    ...{ municipalityNo, countyNo: '42', population: 1000, status: 'covered_by_host' },
    answers: part === 'each' ? gave(municipalityNo, [received, 1]).answers : null,
    standsIn: { host, part }
  });

  it('counts a host and those it answers for as one answer, however it gives the figures', () => {
    for (const part of ['each', 'whole'] as const) {
      const one = [gave('4201', [5, 3]), ...['4202', '4203', '4204'].map((number) => hosted(number, '4201', part))];
      expect(publicOf(one, 'cases_received')).toMatchObject({ value: null, numerator: null, reported: 4 });
      const three = [...one, gave('4205', [1, 1]), gave('4206', [2, 1])];
      expect(publicOf(three, 'cases_received')).toMatchObject({ value: part === 'each' ? 14 : 8, reported: 6 });
    }
  });

  it('shows no share from which one host’s figures can be subtracted', () => {
    const onlyReceived = ['4204', '4205', '4206'].map((number) => ({
      ...hosted(number, '4201', 'each'),
      answers: gave(number, [2, null]).answers
    }));
    const all = [gave('4201', [5, 3]), gave('4202', [4, 4]), gave('4203', [5, 2]), ...onlyReceived];
    expect(publicOf(all, 'cases_received')).toMatchObject({ value: 20, reported: 6 });
    expect(publicOf(all, 'cases_handled')).toMatchObject({ value: 9, numerator: null, denominator: null });
  });
});
