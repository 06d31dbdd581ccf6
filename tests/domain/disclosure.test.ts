import { describe, expect, it } from 'vitest';
import { figuresFor, fewestBehindTotal } from '#lib/domain/disclosure.ts';
import { figuresOf } from '#lib/domain/figure.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { answersOf, smallRegion } from '../support/region.ts';

const figures = figuresOf(smallRegion);
const publicFigures = figuresFor('public', figures, false);
const isPersonal = (indicator: string) => indicatorOf(indicator).nature === 'personal';

describe('the gate', () => {
  it('gives advisers every figure', () => {
    expect(figuresFor('region', figures, false)).toEqual(figures);
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
      populationReported: 11_000,
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
    const total = figuresFor('public', figuresOf(two), false).find((figure) => figure.indicator === 'cases_received');
    expect(total).toMatchObject({ value: null, reported: 2 });
  });

  it('shows a total on any base when its figures were published before', () => {
    const one = [{ ...smallRegion[0]!, answers: answersOf([4, 1, 4], 'yes') }];
    const total = figuresFor('public', figuresOf(one), true).find((figure) => figure.indicator === 'cases_received');
    expect(total).toMatchObject({ value: 4, reported: 1 });
  });

  it('shows no total where nobody gave a figure, published before or not', () => {
    const nobody = smallRegion.map((entry) => ({ ...entry, status: 'missing' as const, answers: null }));
    const totals = figuresFor('public', figuresOf(nobody), true).filter((figure) => isPersonal(figure.indicator));
    expect(totals.map((figure) => figure.value)).toEqual([null, null, null]);
  });
});
