import { describe, expect, it } from 'vitest';
import {
  dutyCounts,
  keptIn,
  packageAudienceOf,
  packageFigures,
  packageYearOf,
  packageYears,
  receivedInCounty
} from '#lib/domain/county-package.ts';
import type { DutyStates } from '#lib/domain/duty.ts';
import type { Entry } from '#lib/domain/figure.ts';
import type { ReleasedFigure } from '#lib/domain/release-content.ts';
import { questionnaire, someAnswers } from '../support/answers.ts';

const entry = (municipalityNo: string, countyNo: string, received: number | null): Entry => ({
  ...{ municipalityNo, countyNo, population: 10_000 },
  ...(received === null
    ? { status: 'missing', answers: null }
    : { status: 'answered', answers: { ...someAnswers, cases_received: { status: 'reported', value: received } } })
});
const entries = [entry('4201', '42', 3), entry('4204', '42', 2), entry('4223', '42', null), entry('4001', '40', 9)];
const asked = { questionnaire, county: { number: '42', name: 'Agder' } };
const find = (figures: readonly ReleasedFigure[], measure: string) =>
  figures.find((one) => one.indicator === 'cases_received' && one.measure === measure);

describe('the figures of a county’s package', () => {
  it('are for the governor the sum of the own municipalities with n of N, inhabitants and an interval', () => {
    const figures = packageFigures('internal', entries, asked, null);
    expect(find(figures, 'count')).toMatchObject({ value: 5, reported: 2, expected: 3, status: 'shown' });
    const rate = find(figures, 'rate');
    expect(rate).toMatchObject({ populationReported: 20_100, population: 30_000 });
    expect(rate?.value).toBeCloseTo((5 / 20_100) * 10_000);
    expect([rate!.low! < 2.5, rate!.high! > 2.5]).toEqual([true, true]);
    expect(figures.every(({ area }) => area === 'county:42')).toBe(true);
  });

  it('hold no case for the public while nothing is released, and then what the release shows', () => {
    const bare = packageFigures('public', entries, asked, null);
    expect(bare.filter(({ indicator }) => indicator.startsWith('cases'))).toEqual([]);
    expect(bare.find(({ category }) => category === 'answered')).toMatchObject({ value: 2 });
    const hidden = { ...packageFigures('internal', entries, asked, null)[0]!, value: null, status: 'hidden' as const };
    const others = { ...hidden, area: 'county:40' };
    expect(packageFigures('public', entries, asked, { figures: [hidden, others] })).toEqual([hidden]);
  });
});

it('what was received is summed by police district, with those of the district outside the county', () => {
  const places = [
    { number: '4201', policeDistrict: 'Agder' },
    { number: '4204', policeDistrict: 'Agder' },
    { number: '4223', policeDistrict: 'Sør-Vest' },
    { number: '1101', policeDistrict: 'Sør-Vest' },
    { number: '4001', policeDistrict: 'Sør-Øst' }
  ];
  expect(receivedInCounty(entries, '42', places)).toEqual([
    { district: 'Agder', value: 5, reported: 2, expected: 2, outside: 0 },
    { district: 'Sør-Vest', value: null, reported: 0, expected: 1, outside: 1 }
  ]);
});

it('duties are counted among those who answered, and what was not asked is no base', () => {
  const states: DutyStates = {
    ...{ unit: 'yes', written_routine: 'not_asked', web_info: 'planned' },
    ...{ prosecution_contact: 'not_asked', cooperation_agreement: 'no' }
  };
  const counts = dutyCounts([{ duties: states }, { duties: { ...states, web_info: 'yes' } }, { duties: null }]);
  expect(counts.find(({ duty }) => duty === 'web_info')).toMatchObject({ yes: 1, planned: 1, no: 0, asked: 2 });
  expect(counts.find(({ duty }) => duty === 'written_routine')).toMatchObject({ yes: 0, asked: 0 });
});

it('promises are kept n of N of all that are due, and of those due in the year', () => {
  const promises = [
    { state: 'kept', dueOn: '2025-06-30' },
    { state: 'broken', dueOn: '2024-06-30' },
    { state: 'open', dueOn: '2025-08-31' },
    { state: 'withdrawn', dueOn: '2025-01-31' }
  ] as const;
  const kept = keptIn(promises, { year: 2025, today: '2025-12-01' });
  expect(kept).toEqual({ year: { kept: 1, of: 2 }, all: { kept: 1, of: 3 } });
});

it('an address that says nothing known is this year’s package for the house', () => {
  expect(packageYears(['2023-12-31', '2024-03-31'], '2025-02-01')).toEqual([2025, 2024, 2023]);
  expect(packageYearOf('2024', [2025, 2024])).toBe(2024);
  expect(packageYearOf('1999', [2025, 2024])).toBe(2025);
  expect([packageAudienceOf('offentlig'), packageAudienceOf('alle'), packageAudienceOf(null)]).toEqual([
    'public',
    'internal',
    'internal'
  ]);
});
