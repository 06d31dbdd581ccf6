import { describe, expect, it } from 'vitest';
import type { Answers } from '#lib/domain/answer.ts';
import { checkSentence, failedChecks } from '#lib/domain/check.ts';
import { questionnaire } from '../support/answers.ts';

type Counts = { received?: number; handled?: number; under18?: number; carried?: number };

const answersOf = ({ received, handled, under18, carried }: Counts): Answers =>
  Object.fromEntries(
    Object.entries({
      cases_received: received,
      cases_handled: handled,
      cases_under_18: under18,
      cases_carried_over: carried
    }).flatMap(([key, value]) => (value === undefined ? [] : [[key, { status: 'reported' as const, value }]]))
  );

const failing = (counts: Counts, severity: 'hard' | 'soft') =>
  failedChecks(questionnaire, answersOf(counts), severity).map(({ check }) => check.id);

describe('a hard check', () => {
  it.each<[Counts, string[]]>([
    [{ received: 4, handled: 4, under18: 4 }, []],
    [{ received: 4, handled: 5, under18: 0 }, ['handled_at_most_received']],
    [{ received: 4, handled: 5, under18: 0, carried: 1 }, []],
    [{ received: 4, handled: 6, under18: 0, carried: 1 }, ['handled_at_most_received']],
    [{ received: 4, handled: 0, under18: 5, carried: 9 }, ['under_18_at_most_received']],
    [{ received: 0, handled: 0, under18: 0 }, ['yes_means_some']],
    [{ received: 0, handled: 1, under18: 0, carried: 1 }, []],
    [{ handled: 9 }, []],
    [{ received: 4, under18: 9 }, ['under_18_at_most_received']]
  ])('of %o gives %o', (counts, ids) => {
    expect(failing(counts, 'hard')).toEqual(ids);
  });
});

describe('a soft question', () => {
  it.each<[Counts, string[]]>([
    [{ received: 4, handled: 0, under18: 1 }, ['none_handled']],
    [{ received: 4, handled: 1, under18: 4 }, ['all_under_18']],
    [{ received: 3, handled: 1, under18: 3 }, []],
    [{ received: 5, handled: 0, under18: 5 }, ['none_handled', 'all_under_18']]
  ])('about %o is %o', (counts, ids) => {
    expect(failing(counts, 'soft')).toEqual(ids);
  });
});

it('nothing is asked of a municipality that confirmed none', () => {
  const none = { status: 'confirmed_none', value: 0 } as const;
  const answers = { cases_received: none, cases_handled: none, cases_under_18: none };
  expect(failedChecks(questionnaire, answers, 'hard')).toEqual([]);
  expect(failedChecks(questionnaire, answers, 'soft')).toEqual([]);
});

it('the sentence of a check carries its numbers', () => {
  expect(checkSentence('{left} er flere enn {right}', { left: 5, right: 4 })).toBe('5 er flere enn 4');
});
