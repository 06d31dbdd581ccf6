import { describe, expect, it } from 'vitest';
import { basisOf, type EstimateBasis } from '#lib/domain/estimate/basis.ts';
import { dataStateOf } from '#lib/domain/estimate/data-state.ts';
import { ladderOf, rungNames, rungOf, type Judgement, type LadderBasis } from '#lib/domain/estimate/ladder.ts';
import { rangeOf } from '#lib/domain/estimate/outcome.ts';
import { refusalsOf, rungRefusalOf, type Circumstances, type Refusal } from '#lib/domain/estimate/refusal.ts';
import { regionSor, regionWhereSilentHold, unlikeCounts } from '../../support/region-sor.ts';
import { smallRegion } from '../../support/region.ts';

const basis = basisOf(smallRegion, 'cases_received');
const judged = (...cases: [string, number][]): Map<string, Judgement> =>
  new Map(cases.map(([municipalityNo, count]) => [municipalityNo, { cases: count, reason: 'Ringt' }]));
const withNothing: LadderBasis = { ...basis, judgements: new Map(), last: null };
const sor: LadderBasis = { ...regionSor, judgements: new Map(), last: null };

describe('the ladder', () => {
  it('has every way once, in order, from what is known to what is guessed', () => {
    expect(ladderOf(withNothing).map(({ name }) => name)).toEqual(rungNames);
  });

  it('is as counted by hand: 8 cases of 11 000 inhabitants, 52 000 are silent', () => {
    const ladder = ladderOf(withNothing);
    expect(rungOf(ladder, 'lower_bound')).toMatchObject({ value: null, low: 8, high: null });
    expect(rungOf(ladder, 'ratio').value).toBeCloseTo((8 * 63) / 11, 10);
    expect(rungOf(ladder, 'mean').value).toBe(16);
    // 0 of 2 000 for 4 000; 3 of 8 000 for 48 000, as nobody larger has answered.
    expect(rungOf(ladder, 'ratio_by_class').value).toBeCloseTo(26, 10);
    expect(rungOf(ladder, 'ratio_by_class').assumes).toEqual({
      kind: 'same_rate_in_class',
      strata: [
        { classes: ['under_2000'], counted: 1, cases: 5, population: 1000, silent: 0, silentPopulation: 0 },
        { classes: ['2000_4999'], counted: 1, cases: 0, population: 2000, silent: 1, silentPopulation: 4000 },
        {
          classes: ['5000_9999', '10000_19999', '20000_49999'],
          ...{ counted: 1, cases: 3, population: 8000, silent: 2, silentPopulation: 48_000 }
        }
      ]
    });
  });

  it('adds the judgements when every silent municipality has one, and tells what is known at least until then', () => {
    const some = ladderOf({ ...withNothing, judgements: judged(['4203', 0], ['4005', 6]) });
    expect(rungOf(some, 'judgement')).toMatchObject({
      value: null,
      low: 14,
      assumes: { told: 2, silent: 3, cases: 6 }
    });
    const all = ladderOf({ ...withNothing, judgements: judged(['4203', 0], ['4005', 6], ['4003', 2]) });
    expect(rungOf(all, 'judgement')).toMatchObject({ value: 16, low: null });
    expect(rungOf(ladderOf(withNothing), 'judgement')).toMatchObject({ value: null, low: null });
  });

  it('does not use a judgement of somebody who has answered since', () => {
    const ladder = ladderOf({ ...withNothing, judgements: judged(['4201', 9]) });
    expect(rungOf(ladder, 'judgement').assumes).toMatchObject({ told: 0, cases: 0 });
  });

  it('carries the last round forward by the length of the rounds', () => {
    const last = {
      name: '2023',
      daysBefore: 365,
      days: 730,
      counts: new Map([
        ['4203', 1],
        ['4003', 0],
        ['4005', 2]
      ])
    };
    expect(rungOf(ladderOf({ ...withNothing, last }), 'last_round')).toMatchObject({
      value: 14,
      assumes: { cases: 6 }
    });
    const part = { ...last, counts: new Map([['4005', 2]]) };
    expect(rungOf(ladderOf({ ...withNothing, last: part }), 'last_round')).toMatchObject({ value: null, low: 12 });
  });

  it('tells no number that nobody has answered for', () => {
    const ladder = ladderOf({ ...withNothing, counted: [] });
    expect(ladder.map(({ value }) => value)).toEqual(rungNames.map(() => null));
    expect(rungOf(ladder, 'lower_bound').low).toBe(0);
  });

  it('is exactly what was counted on every rung when nobody is silent', () => {
    const ladder = ladderOf({ ...sor, silent: [] });
    expect(ladder.map(({ value, low }) => value ?? low)).toEqual(rungNames.map(() => 71));
  });
});

describe('“nearer 80”', () => {
  it('is what inhabitants give: 71 of those with 90.8 % of them', () => {
    const ladder = ladderOf(sor);
    expect(rungOf(ladder, 'ratio').value).toBeCloseTo(78.17, 2);
    expect(rungOf(ladder, 'model')).toMatchObject({ low: 73, high: 86 });
  });
});

describe('a refusal', () => {
  const fine: Circumstances = { isRegion: true, remindedAlike: true, isHidden: false };
  const scaled = (units: EstimateBasis['silent'], by: number) =>
    units.map((one) => ({ ...one, population: one.population * by }));
  const { counted, silent } = regionSor;
  const first = counted.slice(0, 1);
  const cases: [string, LadderBasis, Circumstances, Refusal[]][] = [
    ['nothing', sor, fine, []],
    ['few municipalities', { ...sor, counted: counted.slice(0, 30), silent }, fine, ['few_municipalities']],
    ['few inhabitants', { ...sor, silent: scaled(silent, 5) }, fine, ['few_inhabitants']],
    [
      'few cases',
      { ...sor, counted: counted.map((one, at) => ({ ...one, count: at < 19 ? 1 : 0 })) },
      fine,
      ['few_cases']
    ],
    [
      'one large silent',
      { ...sor, silent: silent.slice(0, 1).map((one) => ({ ...one, population: 200_000 })) },
      fine,
      ['large_silent', 'wide']
    ],
    ['a wide range', { ...sor, ...regionWhereSilentHold(0.29, unlikeCounts) }, fine, ['wide']],
    [
      'a small area',
      { ...sor, counted: first.map((one) => ({ ...one, count: 30 })), silent: [] },
      { ...fine, isRegion: false },
      ['few_in_area']
    ],
    ['unlike reminders', sor, { ...fine, remindedAlike: false }, ['reminded_unlike']],
    ['reminders not told of yet', sor, { ...fine, remindedAlike: null }, []],
    ['a hidden count', sor, { ...fine, isHidden: true }, ['observed_hidden']]
  ];
  it.each(cases)('is told of %s', (_, one, circumstances, expected) => {
    expect(refusalsOf(one, ladderOf(one), circumstances)).toEqual(expected);
  });

  it('is told of a way that has no number, or that would tell of one of few', () => {
    const ladder = ladderOf(sor);
    expect(rungNames.map((name) => rungRefusalOf(sor, ladder, name))).toEqual([
      ...[null, 'no_value', 'no_value'],
      ...[null, null, null, null]
    ]);
    const [one = silent[0], two] = silent;
    const judgements = judged([one?.municipalityNo ?? '', 1], [two?.municipalityNo ?? '', 0]);
    const few: LadderBasis = { ...sor, silent: silent.slice(0, 2), judgements };
    expect(rungRefusalOf(few, ladderOf(few), 'judgement')).toBe('tells_one');
    expect(rungRefusalOf(few, ladderOf(few), 'model')).toBeNull();
  });
});

describe('what is told of an estimate', () => {
  it('is a range always, which holds the number of the chosen way', () => {
    const ladder = ladderOf({
      ...sor,
      judgements: judged(...regionSor.silent.map((one) => [one.municipalityNo, 1] as [string, number]))
    });
    expect(rangeOf(ladder, 'model')).toEqual({ value: null, low: 71, high: 90 });
    expect(rangeOf(ladder, 'ratio')).toEqual({ value: 78, low: 71, high: 90 });
    expect(rangeOf(ladder, 'judgement')).toEqual({ value: 95, low: 71, high: 95 });
    expect(rangeOf(ladder, 'mean')).toEqual({ value: 112, low: 71, high: 112 });
    expect(rangeOf(ladder, 'lower_bound')).toBeNull();
    expect(rangeOf(ladder, 'last_round')).toBeNull();
  });

  it('does not let anybody calculate what the silent had in the last round', () => {
    const last = (cases: number) => {
      const counts = new Map(regionSor.silent.map((one, at) => [one.municipalityNo, at === 0 ? cases : 0]));
      return rangeOf(ladderOf({ ...sor, last: { name: '2023', daysBefore: 100, days: 100, counts } }), 'last_round');
    };
    expect(last(8)).toEqual({ value: null, low: 71, high: 90 });
    expect(last(17)).toEqual({ value: null, low: 71, high: 90 });
    expect(last(1)).toEqual({ value: null, low: 71, high: 90 });
  });
});

describe('the state of the data', () => {
  it('changes with all that a way is made from, and with nothing else', () => {
    const one = { ...withNothing, judgements: judged(['4203', 1]) };
    const other = { ...withNothing, judgements: judged(['4203', 2]) };
    expect(dataStateOf(one, 'judgement')).not.toBe(dataStateOf(other, 'judgement'));
    expect(dataStateOf(one, 'model')).toBe(dataStateOf(other, 'model'));
    const corrected = { ...one, counted: one.counted.map((unit) => ({ ...unit, count: unit.count + 1 })) };
    expect(dataStateOf(corrected, 'model')).not.toBe(dataStateOf(one, 'model'));
  });
});
