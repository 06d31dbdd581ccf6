import { describe, expect, it } from 'vitest';
import type { Answers } from '#lib/domain/answer.ts';
import {
  answeredBefore,
  questionsOfReport,
  questionsToAsk,
  softQuestionsOf,
  type Background
} from '#lib/domain/soft-question.ts';
import { questionnaire, someAnswers } from '../support/answers.ts';

const exposure = 3_000 * 365;
const counts = (received: number, handled: number, under18: number): Answers => ({
  ...someAnswers,
  cases_received: { status: 'reported', value: received },
  cases_handled: { status: 'reported', value: handled },
  cases_under_18: { status: 'reported', value: under18 }
});
const background = (last: Answers | null, rates: Background['rates'] = {}): Background => ({
  exposure,
  last: last && { answers: last, exposure },
  rates
});
const ids = (answers: Answers, known: Background | null) =>
  softQuestionsOf(questionnaire, answers, known).map(({ id }) => id);

describe('what a report could be asked about', () => {
  it('is nothing when it is like the last one', () => {
    expect(ids(someAnswers, background(someAnswers))).toEqual([]);
    expect(ids(someAnswers, null)).toEqual([]);
  });

  it('is the questionnaire’s own checks first, then counts, the most surprising first', () => {
    expect(ids(counts(60, 0, 9), background(counts(2, 2, 0)))).toEqual([
      'none_handled',
      'surprise.cases_received',
      'surprise.cases_under_18'
    ]);
  });

  it('is once that there were no cases, not once for each count', () => {
    const none: Answers = {
      ...someAnswers,
      cases_received: { status: 'confirmed_none', value: 0 },
      cases_handled: { status: 'confirmed_none', value: 0 },
      cases_under_18: { status: 'confirmed_none', value: 0 }
    };
    expect(ids(none, background(counts(40, 40, 20)))).toEqual(['surprise.cases_received']);
  });

  it('is not a figure that was not given, then or now', () => {
    const unknown: Answers = { ...counts(40, 40, 20), cases_received: { status: 'dont_know', value: null } };
    expect(ids(unknown, background(counts(40, 40, 20)))).toEqual([]);
    expect(ids(counts(40, 40, 20), background(unknown))).toEqual([]);
  });

  it('tells whether it is many or few', () => {
    const first = background(null, { cases_received: 20 / exposure });
    expect(softQuestionsOf(questionnaire, counts(60, 1, 0), first)).toMatchObject([
      { value: 60, last: null, isHigh: true }
    ]);
    expect(softQuestionsOf(questionnaire, counts(1, 1, 0), first)).toMatchObject([{ value: 1, isHigh: false }]);
  });
});

describe('what is asked', () => {
  const many = softQuestionsOf(questionnaire, counts(60, 0, 60), background(counts(1, 1, 0)));
  const [first = '', second = ''] = many.map(({ id }) => id);
  const asked = (shown: string[], answered: string[] = []) => {
    const { again, fresh } = questionsToAsk(many, new Set(shown), new Set(answered));
    return { again: again.map(({ id }) => id), fresh: fresh.map(({ id }) => id) };
  };

  it('is three at most in all', () => {
    expect(many.length).toBe(4);
    expect(asked([])).toEqual({ again: [], fresh: many.slice(0, 3).map(({ id }) => id) });
    expect(asked(['a', 'b', 'c']).fresh).toEqual([]);
    expect(asked([first, 'b']).fresh).toEqual([second]);
  });

  it('leaves out what was answered before, and makes room for the next', () => {
    expect(asked([], [first]).fresh).toEqual(many.slice(1).map(({ id }) => id));
  });
});

describe('a reason that was given with the version before', () => {
  const known = background(counts(2, 2, 0));
  const earlier = {
    answers: counts(60, 60, 0),
    reasons: { 'surprise.cases_received': { code: 'cannot_fix', text: 'registeret er borte', last: 2 } } as const
  };
  const kept = (answers: Answers) =>
    Object.keys(
      answeredBefore(questionnaire, softQuestionsOf(questionnaire, answers, known), earlier, {
        own: known,
        of: () => null
      })
    );

  it('stands while the figure is the same', () => {
    expect(kept(counts(60, 50, 1))).toEqual(['surprise.cases_received']);
  });

  it('does not answer for another figure, nor for a question that is gone', () => {
    expect(kept(counts(70, 60, 0))).toEqual([]);
    expect(kept(counts(2, 2, 0))).toEqual([]);
  });
});

it('figures that a host gives for another are asked about as its own are, after them and by the other’s size', () => {
  const report = {
    answers: counts(2, 0, 0),
    coverage: { kind: 'each', figures: { '4201': counts(60, 0, 0) } }
  } as const;
  const backgrounds = { own: null, of: () => background(null, { cases_received: 2 / exposure }) };
  const asked = questionsOfReport(questionnaire, report, backgrounds);
  expect(asked.map(({ id, field, of }) => [id, field, of])).toEqual([
    ['none_handled', 'cases_handled', undefined],
    ['each.4201.none_handled', 'cases_handled', '4201'],
    ['each.4201.surprise.cases_received', 'cases_received', '4201']
  ]);
});
