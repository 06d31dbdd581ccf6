import { describe, expect, it } from 'vitest';
import { againstLater, againstNext, type SignedFigures } from '#lib/domain/estimate/later.ts';
import { regionSor } from '../../support/region-sor.ts';

const signed: SignedFigures = {
  ...{ observed: 71, reported: 42, expected: 66, populationReported: 908, population: 1000 },
  silent: regionSor.silent.map(({ municipalityNo }) => municipalityNo),
  rungs: [],
  range: { value: null, low: 73, high: 86 }
};
/** The first of the silent have told so many cases in all. */
function nowAfter(told: number, cases: number) {
  const { counted, silent, indicator } = regionSor;
  const since = silent.slice(0, told).map((unit, at) => ({ ...unit, count: at === 0 ? cases : 0 }));
  return { indicator, counted: [...counted, ...since], silent: silent.slice(told) };
}

describe('an estimate against what came in later', () => {
  it('is open while somebody is silent and the range may hold', () => {
    expect(againstLater(signed, nowAfter(3, 4))).toEqual({ silent: 24, told: 3, observed: 75, held: 'open' });
  });

  it('was too low as soon as more is counted than it tells, whoever is silent', () => {
    expect(againstLater(signed, nowAfter(3, 16))).toMatchObject({ held: 'above', observed: 87 });
  });

  it('held, or was too high, when everybody has told', () => {
    expect(againstLater(signed, nowAfter(24, 8))).toMatchObject({ told: 24, held: 'within' });
    expect(againstLater(signed, nowAfter(24, 1))).toMatchObject({ held: 'below' });
    expect(againstLater({ ...signed, range: null }, nowAfter(24, 1))).toMatchObject({ held: 'open' });
  });

  it('is held against what the silent told the next round, by its length', () => {
    const next = new Map(nowAfter(6, 10).counted.map(({ municipalityNo, count }) => [municipalityNo, count]));
    expect(againstNext(signed, next, { days: 600, daysAfter: 300 })).toEqual({ silent: 24, told: 6, cases: 20 });
  });
});
