import { describe, expect, it } from 'vitest';
import { parseAnswers } from '#lib/domain/answer.ts';
import {
  answerMarks,
  cellsOf,
  isUnremarkable,
  sumOf,
  type QualityCell,
  type QualityEntry
} from '#lib/domain/quality-cell.ts';
import { noCases, questionnaire, someAnswers } from '../support/answers.ts';

const exposure = 3_000 * 365;
const submittedAt = new Date('2025-01-10T12:00:00Z');
const silent: QualityEntry = {
  municipalityNo: '4204',
  status: 'expected',
  report: null,
  hosted: null,
  first: null,
  background: null,
  threads: [],
  review: 'unreviewed'
};
const sent = { version: 1, submittedAt, channel: 'web', isConfirmed: true, answers: someAnswers, reasons: {} } as const;
const answered: QualityEntry = { ...silent, report: sent };
const count = (value: number) => ({ status: 'reported', value }) as const;
const cell = (entry: QualityEntry, key: string): QualityCell | undefined =>
  cellsOf(questionnaire, entry).find((one) => one.key === key);

describe('the status of a figure', () => {
  it('is why there is no answer when there is none', () => {
    const statusOf = (status: QualityEntry['status']) => cell({ ...silent, status }, 'cases_received')?.status;
    expect([statusOf('expected'), statusOf('covered_by_host'), statusOf('declined')]).toEqual([
      'missing',
      'covered',
      'declined'
    ]);
  });

  it('is as answered, and a blank is not given', () => {
    const answers = { ...someAnswers, cases_handled: { status: 'dont_know', value: null } } as const;
    const entry = { ...answered, report: { ...sent, answers } };
    expect(cell(entry, 'cases_received')).toMatchObject({ status: 'reported', answer: count(4), marks: [] });
    expect(cell(entry, 'cases_handled')?.status).toBe('dont_know');
    expect(cell(entry, 'cases_carried_over')?.status).toBe('not_given');
  });

  it('is confirmed for zeroes, and what the first question closed was not asked', () => {
    const { answers } = parseAnswers(questionnaire, noCases);
    const entry = { ...answered, report: { ...sent, answers } };
    expect(cell(entry, 'cases_received')).toMatchObject({ status: 'confirmed_none', answer: { value: 0 } });
    expect(cell(entry, 'cases_carried_over')?.status).toBe('not_asked');
  });
});

it('a covered municipality has the figures its host gives for it, and no others', () => {
  const covered = { ...silent, status: 'covered_by_host', hosted: { host: '4201', answers: someAnswers } } as const;
  expect(cell(covered, 'cases_received')).toMatchObject({ status: 'reported', answer: count(4) });
  expect(isUnremarkable(covered, cellsOf(questionnaire, covered))).toBe(false);
  const whole = { ...covered, hosted: { host: '4201', answers: null } };
  expect(cell(whole, 'cases_received')).toMatchObject({ status: 'covered', answer: null });
});

describe('the marks of a figure', () => {
  it('tell of an open question and whose turn it is, not of closed ones', () => {
    const about = (state: 'asked' | 'answered' | 'accepted') =>
      cell({ ...answered, threads: [{ questionKey: 'cases_received', state }] }, 'cases_received')?.marks;
    expect([about('asked'), about('answered'), about('accepted')]).toEqual([['asked'], ['answered'], []]);
  });

  it('tell of a reason, a correction and a surprise', () => {
    const answers = { ...someAnswers, cases_received: count(40), cases_handled: count(0) };
    const entry: QualityEntry = {
      ...answered,
      report: { ...sent, version: 2, answers, reasons: { none_handled: 'Alle er nye' } },
      first: someAnswers,
      background: { exposure, last: { answers: someAnswers, exposure }, rates: {} }
    };
    expect(cell(entry, 'cases_handled')?.marks).toEqual(['corrected', 'explained', 'surprising']);
    expect(cell(entry, 'cases_received')?.marks).toEqual(['corrected', 'surprising']);
    expect(cell(entry, 'cases_under_18')?.marks).toEqual([]);
    expect(isUnremarkable(entry, cellsOf(questionnaire, entry))).toBe(false);
  });
});

it('a count is surprising for the size of the municipality too, where there is no round before', () => {
  const background = { exposure, last: null, rates: { cases_received: 0.5 / exposure, cases_handled: null } };
  const marksOf = (key: string) => cell({ ...answered, background }, key)?.marks;
  expect(marksOf('cases_received')).toEqual(['surprising']);
  expect(marksOf('cases_handled')).toEqual([]);
});

it('a reason for a surprising count is a reason too', () => {
  const reasons = { 'surprise.cases_received': { code: 'right', text: '' } };
  const entry = { ...answered, report: { ...sent, reasons } };
  expect(cell(entry, 'cases_received')?.marks).toEqual(['explained']);
});

it('what is not open, not surprising and not reviewed may be accepted unseen', () => {
  const may = (entry: QualityEntry) => isUnremarkable(entry, cellsOf(questionnaire, entry));
  expect(may(answered)).toBe(true);
  expect(may(silent)).toBe(false);
  expect(may({ ...answered, review: 'returned' })).toBe(false);
  expect(may({ ...answered, threads: [{ questionKey: null, state: 'asked' }] })).toBe(false);
  expect(may({ ...answered, threads: [{ questionKey: null, state: 'accepted' }] })).toBe(true);
});

it('an answer by phone is marked until the municipality has confirmed it', () => {
  const byPhone = { ...sent, channel: 'phone' } as const;
  const asked = [{ questionKey: null, state: 'asked' }] as const;
  expect(answerMarks({ threads: asked, report: { ...byPhone, isConfirmed: false } })).toEqual(['asked', 'unconfirmed']);
  expect(answerMarks({ threads: [], report: byPhone })).toEqual([]);
  expect(answerMarks(silent)).toEqual([]);
});

it('a sum is of what was given, with how many gave it', () => {
  const covered = { ...silent, status: 'covered_by_host', hosted: { host: '4201', answers: someAnswers } } as const;
  const unknown = {
    ...answered,
    report: { ...sent, answers: { cases_received: { status: 'dont_know', value: null } } }
  };
  const entries = [answered, silent, covered, unknown as QualityEntry];
  expect(sumOf(entries, 'cases_received')).toEqual({ sum: 8, given: 2, of: 4 });
});
