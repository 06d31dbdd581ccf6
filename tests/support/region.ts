import type { Answer, Answers } from '#lib/domain/answer.ts';
import type { Entry } from '#lib/domain/figure.ts';

const reported = (value: number | string): Answer => ({ status: 'reported', value });

/** The answers of a municipality: its three counts and its arrangement of the unit. */
export function answersOf([received, handled, under18]: [number, number, number], web: string): Answers {
  return {
    cases_received: reported(received),
    cases_handled: reported(handled),
    cases_under_18: reported(under18),
    web_info: reported(web),
    organised_under: reported('mental_health_and_substance_use'),
    responsibility: reported('substance_use_consultant')
  };
}

const none: Answers = {
  ...answersOf([0, 0, 0], 'no'),
  cases_received: { status: 'confirmed_none', value: 0 },
  cases_handled: { status: 'confirmed_none', value: 0 },
  cases_under_18: { status: 'confirmed_none', value: 0 }
};

/** A region of two counties and six municipalities; by hand: 4 of 6 answered, 8 received, 5 handled, 3 under 18. */
export const smallRegion: Entry[] = [
  {
    municipalityNo: '4201',
    countyNo: '42',
    population: 1000,
    status: 'answered',
    answers: answersOf([5, 3, 2], 'yes')
  },
  { municipalityNo: '4202', countyNo: '42', population: 2000, status: 'answered', answers: none },
  { municipalityNo: '4203', countyNo: '42', population: 4000, status: 'missing', answers: null },
  {
    municipalityNo: '4001',
    countyNo: '40',
    population: 8000,
    status: 'answered',
    answers: answersOf([3, 2, 1], 'yes')
  },
  {
    municipalityNo: '4003',
    countyNo: '40',
    population: 16_000,
    status: 'answered',
    answers: { cases_received: { status: 'dont_know', value: null }, web_info: reported('planned') }
  },
  { municipalityNo: '4005', countyNo: '40', population: 32_000, status: 'declined', answers: null }
];
