import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { askQuestion } from '#lib/server/query-thread.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { acceptReports, findReview, listReviews, reviewReport, undoAcceptance } from '#lib/server/report-review.ts';
import { someAnswers } from '../support/answers.ts';
import { audited } from '../support/people.ts';
import { addAdviser, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const at = (hour: number) => new Date(Date.UTC(2025, 0, 10, hour));
type PersonActor = Extract<Actor, { kind: 'person' }>;

let db: Store;
let ragnhild: PersonActor;
let nils: PersonActor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  ragnhild = (await addAdviser(db, 'Ragnhild', 'sor')) as PersonActor;
  nils = (await addAdviser(db, 'Nils', 'nord')) as PersonActor;
});
beforeEach(async () => {
  await db.owner.query('delete from query_message; delete from query_thread; delete from report_review');
  await db.owner.query('delete from report; alter table audit disable trigger user; truncate audit, audit_head');
  await db.owner.query('alter table audit enable trigger user');
  await send('4204', 8);
});
afterAll(() => db.close());

const send = (municipalityNo: string, hour: number) =>
  db.transaction(respondentOf(municipalityNo), (tx) =>
    submitReport(tx, {
      ...{ roundId: round.id, municipalityNo, answers: someAnswers, reasons: {}, submittedBy: 'Kari' },
      ...{ submittedAt: at(hour), channel: 'web' }
    })
  );
const first = (municipalityNo: string) => ({ roundId: round.id, municipalityNo, version: 1 });
const by = ({ personId }: PersonActor, hour: number) => ({ personId, name: 'Ragnhild', at: at(hour) });
const review = (event: 'accept' | 'return' | 'undo', { actor = ragnhild, version = 1, note = 'Se på tallet' } = {}) =>
  db.transaction(actor, (tx) =>
    reviewReport(tx, { ...first('4204'), version }, { event, note: event === 'return' ? note : null }, by(actor, 9))
  );
const stateFor = (actor: Actor, version = 1) =>
  db.transaction(actor, async (tx) => {
    const found = await findReview(tx, { ...first('4204'), version });
    return found && [found.state, found.byName, found.note];
  });

describe('the review of an answer', () => {
  it('is seen by the municipality and its advisers, with what to correct, and by nobody else', async () => {
    await review('return');
    const returned = ['returned', 'Ragnhild', 'Se på tallet'];
    expect(await stateFor(respondentOf('4204'))).toEqual(returned);
    expect(await stateFor(ragnhild)).toEqual(returned);
    for (const other of [respondentOf('4223'), nils, { kind: 'public' } as const]) {
      expect(await stateFor(other)).toBeNull();
    }
    expect((await audited(db, '4204')).slice(1)).toEqual(['answer_returned']);
  });

  it('is of one version: the next is not reviewed, and the old one can be no more', async () => {
    await review('accept');
    await send('4204', 10);
    expect(await stateFor(ragnhild, 2)).toBeNull();
    await expect(review('undo')).rejects.toMatchObject({ status: 409, code: 'answer-renewed' });
    await review('accept', { version: 2 });
  });

  it('is undone and done again, and loses its sentence with its state', async () => {
    await review('return');
    await review('accept');
    await review('undo');
    expect(await stateFor(ragnhild)).toEqual(['unreviewed', 'Ragnhild', null]);
    await expect(review('undo')).rejects.toMatchObject({ code: 'review-moved' });
  });

  it('accepts nothing that has an open question', async () => {
    await db.transaction(ragnhild, (tx) => {
      const question = { ...first('4204'), questionKey: 'cases_received', personId: ragnhild.personId };
      return askQuestion(tx, { ...question, name: 'Ragnhild', text: 'Stemmer fire?' }, at(9));
    });
    await expect(review('accept')).rejects.toMatchObject({ status: 409, code: 'question-open' });
    await review('return');
  });

  it('is for advisers of the region only, in their own name', async () => {
    await expect(review('accept', { actor: nils })).rejects.toMatchObject({ status: 404 });
    const inOthersName = db.transaction(ragnhild, (tx) =>
      reviewReport(tx, first('4204'), { event: 'accept', note: null }, by(nils, 9))
    );
    await expect(inOthersName).rejects.toMatchObject({ status: 404 });
    const own = db.transaction(respondentOf('4204'), (tx) =>
      reviewReport(tx, first('4204'), { event: 'accept', note: null }, by(ragnhild, 9))
    );
    await expect(own).rejects.toMatchObject({ status: 404 });
  });
});

it('what was accepted at one moment is undone together, but not what has been changed since', async () => {
  for (const number of ['4205', '4206', '4207']) await send(number, 8);
  const numbers = ['4204', '4205', '4206', '4207'];
  await db.transaction(ragnhild, (tx) => acceptReports(tx, numbers.map(first), by(ragnhild, 10)));
  await send('4205', 11);
  await db.transaction(ragnhild, (tx) =>
    reviewReport(tx, first('4206'), { event: 'return', note: 'Se på tallet' }, by(ragnhild, 11))
  );
  expect(await db.transaction(ragnhild, (tx) => undoAcceptance(tx, round.id, at(10), by(ragnhild, 12)))).toBe(2);
  const reviews = await db.transaction(ragnhild, (tx) => listReviews(tx, round.id));
  expect(Object.fromEntries(reviews.map(({ municipalityNo, state }) => [municipalityNo, state]))).toEqual({
    ...{ '4204': 'unreviewed', '4205': 'accepted', '4206': 'returned', '4207': 'unreviewed' }
  });
});
