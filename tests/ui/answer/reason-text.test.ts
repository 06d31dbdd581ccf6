import { expect, it } from 'vitest';
import { reasonLines } from '#lib/ui/answer/reason-text.ts';
import { questionnaire, someAnswers } from '../../support/answers.ts';

const nameOf = (number: string) => `kommune ${number}`;

it('a reason stands under the question it answers', () => {
  const answers = { ...someAnswers, cases_handled: { status: 'reported', value: 0 } } as const;
  const reasons = { none_handled: 'Neste periode', gone: 'x' };
  expect(reasonLines(questionnaire, { answers, reasons }, { language: 'nb', nameOf })).toEqual([
    {
      id: 'none_handled',
      sentence: 'Mottatte saker er 4, men ingen er behandlet. Stemmer det?',
      reason: 'Neste periode'
    }
  ]);
});

it('a reason by code is said in words, with its text after it', () => {
  const reasons = {
    'surprise.cases_received': { code: 'cannot_fix', text: 'registeret er borte', last: 0 },
    'surprise.cases_under_18': { code: 'right', text: '' }
  } as const;
  expect(reasonLines(questionnaire, { answers: someAnswers, reasons }, { language: 'nn', nameOf })).toEqual([
    {
      id: 'surprise.cases_received',
      sentence: 'De skreiv 4 på «Mottekne saker frå påtalemakta». Førre gong skreiv de 0. Stemmer det?',
      reason: 'Kan ikkje rettast fordi registeret er borte'
    },
    {
      id: 'surprise.cases_under_18',
      sentence:
        'De skreiv 1 på «Av dei mottekne: personar under 18 år». Det er uvanleg for ein kommune på dykkar storleik. Stemmer det?',
      reason: 'Talet er rett'
    }
  ]);
});

it('a reason about a figure of a covered municipality has its name before it', () => {
  const figures = { '4201': { ...someAnswers, cases_handled: { status: 'reported', value: 0 } } } as const;
  const report = {
    ...({ answers: someAnswers, coverage: { kind: 'each', figures } } as const),
    reasons: { 'each.4201.none_handled': 'Neste periode' }
  };
  expect(reasonLines(questionnaire, report, { language: 'nb', nameOf })).toEqual([
    {
      id: 'each.4201.none_handled',
      sentence: 'kommune 4201: Mottatte saker er 4, men ingen er behandlet. Stemmer det?',
      reason: 'Neste periode'
    }
  ]);
});
