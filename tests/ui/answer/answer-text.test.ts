import { describe, expect, it } from 'vitest';
import type { Answer, Answers } from '#lib/domain/answer.ts';
import { questionOf } from '#lib/domain/questionnaire.ts';
import { answerLines, answerText, changedLines, problemSentence, typedLines } from '#lib/ui/answer/answer-text.ts';
import { questionnaire, someAnswers, someCases } from '../../support/answers.ts';

describe('an answer in words', () => {
  it.each<[string, Answer | undefined, string]>([
    ['cases_received', { status: 'reported', value: 1234 }, '1\u00a0234'],
    ['cases_received', { status: 'reported', value: 0 }, '0'],
    ['cases_received', { status: 'confirmed_none', value: 0 }, '0 (bekreftet ingen)'],
    ['cases_received', { status: 'dont_know', value: null }, 'Vet ikke'],
    ['cases_received', undefined, 'Ikke besvart'],
    ['web_info', { status: 'reported', value: 'planned' }, 'Planlagt'],
    ['web_month', { status: 'reported', value: '2025-03' }, 'mars 2025']
  ])('%s %o is "%s"', (key, answer, words) => {
    expect(answerText(questionOf(questionnaire, key), answer, 'nb')).toBe(words);
  });
});

it('a receipt lists what was answered, in the order of the questionnaire', () => {
  expect(answerLines(questionnaire, someAnswers, 'nb').map(({ key, answer }) => [key, answer])).toEqual([
    ['cases_received', '4'],
    ['cases_handled', '3'],
    ['cases_under_18', '1'],
    ['organised_under', 'Helse og omsorg'],
    ['responsibility', 'Ruskonsulent'],
    ['web_info', 'Nei']
  ]);
});

it('two versions differ in the answers that changed, also from nothing to something', () => {
  const now: Answers = { ...someAnswers, cases_handled: { status: 'reported', value: 4 } };
  delete now.web_info;
  expect(
    changedLines(questionnaire, someAnswers, now, 'nb').map(({ key, before, after }) => [key, before, after])
  ).toEqual([
    ['cases_handled', '3', '4'],
    ['web_info', 'Nei', 'Ikke besvart']
  ]);
});

it('what is typed is shown as typed, without fields that are hidden or empty', () => {
  const typed = { ...someCases, cases_received: '3,5', 'cases_handled.status': 'dont_know', web_address: 'skjult' };
  expect(typedLines(questionnaire, typed, 'nb').map(({ key, answer }) => [key, answer])).toEqual([
    ['any_cases', 'Ja'],
    ['cases_received', '3,5'],
    ['cases_handled', 'Vet ikke'],
    ['cases_under_18', '1'],
    ['organised_under', 'Helse og omsorg'],
    ['responsibility', 'Ruskonsulent'],
    ['web_info', 'Nei']
  ]);
});

describe('a sentence about what is wrong', () => {
  it('names the field, the value and the way out', () => {
    const sentence = (field: string, code: 'not_url' | 'not_month' | 'too_long' | 'required', value: string) =>
      problemSentence({ field, code, value }, questionnaire, 'nb');
    expect(sentence('web_address', 'not_url', 'nettsiden')).toBe(
      '«Adressen til siden»: «nettsiden» er ikke en nettadresse. Skriv for eksempel https://www.kommunen.no/rus'
    );
    expect(sentence('web_month', 'not_month', 'snart')).toContain('«snart» er ikke måned og år');
    expect(sentence('organised_under_other', 'too_long', 'x'.repeat(240))).toBe(
      '«Hvilken tjeneste?» har 240 tegn. Bruk høyst 200'
    );
    expect(sentence('web_month', 'required', '')).toBe('Fyll ut «Når er den planlagt?»');
  });

  it('about a check that is not there is a bug', () => {
    const problem = { field: 'cases_received', code: 'check_failed', value: '1', check: 'weather' } as const;
    expect(() => problemSentence(problem, questionnaire, 'nb')).toThrow('unknown check: weather');
  });
});
