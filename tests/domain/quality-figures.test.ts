import { describe, expect, it } from 'vitest';
import { areaQuality, questionQuality, type QualityHistory } from '#lib/domain/quality-figures.ts';
import { questionnaire, someAnswers } from '../support/answers.ts';

const at = (day: number) => new Date(Date.UTC(2025, 0, day));
const deadlineAt = at(20);
const count = (value: number) => ({ status: 'reported', value }) as const;
const none = { ...someAnswers, cases_handled: count(0) };
const thread = { questionKey: 'cases_handled', state: 'answered', openedAt: at(10), firstAnswerAt: null } as const;
const version = (day: number, answers = someAnswers, reasons = {}) => ({ submittedAt: at(day), answers, reasons });

/** By hand: 4 expected, 3 answered, all themselves, 2 in time, 1 corrected; 2 open and 2 closed questions, answered after 1, 4 and 7 days. */
const histories: QualityHistory[] = [
  { countyNo: '42', answeredAt: null, versions: [], background: null, review: 'unreviewed', threads: [] },
  {
    countyNo: '42',
    answeredAt: at(5),
    versions: [version(5), version(25, none, { none_handled: 'Alle er nye' })],
    background: null,
    review: 'accepted',
    threads: [
      { ...thread, firstAnswerAt: at(11) },
      { ...thread, state: 'corrected', firstAnswerAt: at(14) }
    ]
  },
  {
    countyNo: '42',
    answeredAt: at(20),
    versions: [version(20), version(21)],
    background: null,
    review: 'returned',
    threads: [{ ...thread, state: 'asked' }]
  },
  {
    countyNo: '40',
    answeredAt: at(21),
    versions: [version(21, none)],
    background: null,
    review: 'unreviewed',
    threads: [{ ...thread, questionKey: null, state: 'accepted', firstAnswerAt: at(17) }]
  }
];

describe('the quality of an area', () => {
  it('is as counted by hand', () => {
    expect(areaQuality(histories, deadlineAt)).toEqual({
      ...{ expected: 4, answered: 3, sent: 3, onTime: 2, corrected: 1, open: 2, closed: 2, days: 4 },
      review: { unreviewed: 1, accepted: 1, returned: 1 }
    });
  });

  it('counts a covered one as answered when its host did, and as no answer of its own', () => {
    const covered = {
      countyNo: '42',
      answeredAt: at(19),
      versions: [],
      background: null,
      review: 'unreviewed',
      threads: []
    } as const;
    const figures = { expected: 5, answered: 4, sent: 3, onTime: 3, review: { unreviewed: 1 } };
    expect(areaQuality([...histories, covered], deadlineAt)).toMatchObject(figures);
  });

  it('of nobody is nothing, and no number of days', () => {
    expect(areaQuality([], deadlineAt)).toMatchObject({ expected: 0, answered: 0, days: null });
  });

  it('has the middle of two as its median', () => {
    expect(areaQuality(histories.slice(1, 2), deadlineAt).days).toBe(2.5);
  });
});

it('the quality of a question is what was corrected, found strange, explained and asked', () => {
  const quality = questionQuality(questionnaire, histories);
  const of = (key: string) => quality.find((one) => one.key === key);
  expect(of('cases_handled')).toMatchObject({ corrections: 1, fired: 2, explained: 1, asked: 3 });
  expect(of('cases_received')).toMatchObject({ corrections: 0, fired: 0, explained: 0, asked: 0 });
  expect(quality.map(({ key }) => key)).toEqual(questionnaire.questions.map(({ key }) => key));
});

it('the quality of a question counts surprising figures as the form asks about them', () => {
  const exposure = 3_000 * 365;
  const many = { ...someAnswers, cases_received: count(90), cases_handled: count(90) };
  const last = { answers: someAnswers, exposure };
  const surprised = {
    ...({ countyNo: '42', answeredAt: at(5), review: 'unreviewed', threads: [] } as const),
    versions: [version(5, many, { 'surprise.cases_received': { code: 'right', text: '' } })],
    background: { exposure, last, rates: {} }
  };
  const quality = questionQuality(questionnaire, [surprised]);
  const of = (key: string) => quality.find((one) => one.key === key);
  expect(of('cases_received')).toMatchObject({ fired: 1, explained: 1 });
  expect(of('cases_handled')).toMatchObject({ fired: 1, explained: 0 });
});
