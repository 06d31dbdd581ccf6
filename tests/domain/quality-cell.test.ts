import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswers } from '#lib/domain/answer.ts';
import {
  cellsOf,
  isSurprising,
  isUnremarkable,
  sumOf,
  type QualityCell,
  type QualityEntry
} from '#lib/domain/quality-cell.ts';
import { noCases, questionnaire, someAnswers } from '../support/answers.ts';

const submittedAt = new Date('2025-01-10T12:00:00Z');
const silent: QualityEntry = {
  municipalityNo: '4204',
  status: 'expected',
  report: null,
  hosted: null,
  first: null,
  previous: null,
  threads: [],
  review: 'unreviewed'
};
const answered: QualityEntry = { ...silent, report: { version: 1, submittedAt, answers: someAnswers, reasons: {} } };
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
    const entry = { ...answered, report: { version: 1, submittedAt, answers, reasons: {} } };
    expect(cell(entry, 'cases_received')).toMatchObject({ status: 'reported', answer: count(4), marks: [] });
    expect(cell(entry, 'cases_handled')?.status).toBe('dont_know');
    expect(cell(entry, 'cases_carried_over')?.status).toBe('not_given');
  });

  it('is confirmed for zeroes, and what the first question closed was not asked', () => {
    const { answers } = parseAnswers(questionnaire, noCases);
    const entry = { ...answered, report: { version: 1, submittedAt, answers, reasons: {} } };
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
      report: { version: 2, submittedAt, answers, reasons: { none_handled: 'Alle er nye' } },
      first: someAnswers,
      previous: { answers: someAnswers, exposure: 1 }
    };
    expect(cell(entry, 'cases_handled')?.marks).toEqual(['explained', 'corrected']);
    expect(cell(entry, 'cases_received')?.marks).toEqual(['corrected', 'surprising']);
    expect(cell(entry, 'cases_under_18')?.marks).toEqual([]);
    expect(isUnremarkable(entry, cellsOf(questionnaire, entry))).toBe(false);
  });
});

describe('a surprise', () => {
  it.each([
    [4, 3, false],
    [0, 7, false],
    [0, 8, true],
    [1, 12, true],
    [12, 12, false],
    [9000, 9999, true],
    [0, 0, false]
  ])('%i after %i: %o', (now, before, surprising) => {
    expect(isSurprising(count(now), count(before))).toBe(surprising);
  });

  it('is the same both ways, and farther away is no less of one', () => {
    const small = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(small, small, (one, other) => {
        const is = isSurprising(count(one), count(other));
        expect(isSurprising(count(other), count(one))).toBe(is);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        if (is) expect(isSurprising(count(low), count(high + 1))).toBe(true);
      }),
      { seed: 17, numRuns: 300 }
    );
  });

  it('is less of one when the last period was shorter', () => {
    expect(isSurprising(count(8), count(0), 1)).toBe(true);
    expect(isSurprising(count(8), count(0), 0.5)).toBe(false);
  });

  it('is none when one of the two is not known', () => {
    expect(isSurprising({ status: 'dont_know', value: null }, count(99))).toBe(false);
    expect(isSurprising(count(99), undefined)).toBe(false);
  });
});

it('what is not open, not surprising and not reviewed may be accepted unseen', () => {
  const may = (entry: QualityEntry) => isUnremarkable(entry, cellsOf(questionnaire, entry));
  expect(may(answered)).toBe(true);
  expect(may(silent)).toBe(false);
  expect(may({ ...answered, review: 'returned' })).toBe(false);
  expect(may({ ...answered, threads: [{ questionKey: null, state: 'asked' }] })).toBe(false);
  expect(may({ ...answered, threads: [{ questionKey: null, state: 'accepted' }] })).toBe(true);
});

it('a sum is of what was given, with how many gave it', () => {
  const cells = [answered, silent, answered].map((entry) => cell(entry, 'cases_received'));
  expect(sumOf(cells)).toEqual({ sum: 8, given: 2, of: 3 });
});
