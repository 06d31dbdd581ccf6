import { describe, expect, it } from 'vitest';
import {
  countedIn,
  countedText,
  differencesOf,
  filledWithCounts,
  ownCountsOf,
  sourcesOf,
  type OwnCounts
} from '#lib/domain/own-count.ts';
import { parseAnswers } from '#lib/domain/answer.ts';
import { noCases, questionnaire, someAnswers, someCases } from '../support/answers.ts';

const period = { periodStart: '2023-01-01', periodEnd: '2023-12-31' };
const register = {
  ...{ received: 0, handled: 2, under18: 0, carriedOver: 2, notMet: 0, ageUnknown: 0, medianDays: 4 },
  ...{ since: '2020-01-01', selfReferrals: 3 }
};
const own: OwnCounts = {
  ...({ from: 'register', isWhole: true } as const),
  counts: { cases_received: 4, cases_handled: 2, cases_under_18: 1, cases_carried_over: 0 }
};
const none = { ...own, counts: { cases_received: 0, cases_handled: 0, cases_under_18: 0, cases_carried_over: 0 } };

describe('what a municipality has counted itself', () => {
  it('is of its register before a file, and of the questions that are asked', () => {
    const counted = countedText({ cases_received: 9 });
    expect(ownCountsOf(questionnaire, { register, period, fields: { counted } })).toEqual({
      ...{ from: 'register', isWhole: true },
      counts: { cases_received: 0, cases_handled: 2, cases_under_18: 0, cases_carried_over: 2 }
    });
    expect(ownCountsOf(questionnaire, { register: null, period, fields: { counted } })).toEqual({
      ...{ from: 'file', isWhole: true, counts: { cases_received: 9 } }
    });
    expect(ownCountsOf(questionnaire, { register: null, period, fields: {} })).toBeNull();
  });

  it('has the tally of self-referrals where the region asks for it, apart from the cases', () => {
    const [first] = questionnaire.questions;
    if (!first) throw new Error('no question');
    const tally = { ...first, key: 'sor_self_referrals', group: 'regional' as const };
    const asking = { ...questionnaire, questions: [...questionnaire.questions, tally] };
    const found = ownCountsOf(asking, { register, period, fields: {} });
    expect(found?.counts).toMatchObject({ sor_self_referrals: 3, cases_received: 0 });
  });

  it('fills the form so that it can be sent, with cases, only older ones, or none', () => {
    for (const counts of [own.counts, { ...none.counts, cases_handled: 2, cases_carried_over: 2 }, none.counts]) {
      const typed = { ...someCases, 'cases_received.status': 'dont_know' };
      const { answers, problems } = parseAnswers(
        questionnaire,
        filledWithCounts(questionnaire, typed, { ...own, counts })
      );
      expect(problems).toEqual([]);
      expect(sourcesOf(answers, { ...own, counts })).toMatchObject({
        ...{ cases_received: 'register', cases_handled: 'register', cases_under_18: 'register' }
      });
    }
    expect(filledWithCounts(questionnaire, someCases, none)).toMatchObject(noCases);
  });

  it('differs only where a number was given, and a file is known again in the next version', () => {
    expect(differencesOf(questionnaire, someAnswers, own)).toEqual([
      { key: 'cases_handled', value: 3, counted: 2, from: 'register' }
    ]);
    const unknown = { ...someAnswers, cases_handled: { status: 'dont_know', value: null } } as const;
    expect(differencesOf(questionnaire, unknown, own)).toEqual([]);
    const sources = sourcesOf(someAnswers, { ...own, from: 'file' });
    expect(sources).toMatchObject({ cases_received: 'file', cases_handled: 'other_than_file' });
    expect(countedIn(someAnswers, sources)).toBe('cases_received=4 cases_under_18=1');
  });
});
