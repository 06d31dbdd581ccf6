import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from '#lib/domain/answer.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import {
  askQuestion,
  listAskers,
  listOpenThreads,
  mailAbout,
  moveThread,
  readConversations,
  type ThreadKey
} from '#lib/server/query-thread.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { someAnswers } from '../support/answers.ts';
import { audited } from '../support/people.ts';
import { addAdviser, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const at = (hour: number) => new Date(Date.UTC(2025, 0, 10, hour));
const key = { roundId: round.id, municipalityNo: '4204' };
const kristiansand = respondentOf('4204');
const mail = { subject: 'KORUS spør', body: 'Se lenken' };

let db: Store;
let ragnhild: Extract<Actor, { kind: 'person' }>;
let rolf: Actor;
let nils: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  ragnhild = (await addAdviser(db, 'Ragnhild', 'sor')) as typeof ragnhild;
  rolf = await addAdviser(db, 'Rolf', 'sor');
  nils = await addAdviser(db, 'Nils', 'nord');
});
beforeEach(async () => {
  await db.owner.query('delete from query_message; delete from query_thread; delete from report; delete from message');
  await send(someAnswers, 8);
  await db.owner.query('alter table audit disable trigger user; truncate audit, audit_head');
  await db.owner.query('alter table audit enable trigger user');
});
afterAll(() => db.close());

const send = (answers: Answers, hour: number, municipalityNo = '4204') =>
  db.transaction(respondentOf(municipalityNo), (tx) =>
    submitReport(tx, {
      ...{ roundId: round.id, municipalityNo, answers, reasons: {}, submittedBy: 'Kari' },
      ...{ submittedAt: at(hour), channel: 'web' }
    })
  );
const ask = (questionKey: string | null = 'cases_received', actor: Actor = ragnhild) =>
  db.transaction(actor, (tx) => {
    const question = { ...key, questionKey, version: 1, personId: ragnhild.personId, name: 'Ragnhild' };
    return askQuestion(tx, { ...question, text: 'Stemmer fire?' }, at(9));
  });
const answer = (thread: ThreadKey, actor: Actor = kristiansand, hour = 10) =>
  db.transaction(actor, (tx) =>
    moveThread(tx, thread, 'municipality', { event: 'answer', at: at(hour), byName: 'Kari', text: 'Ja, fire.' })
  );
const decide = (thread: ThreadKey, event: 'accept' | 'ask_again' | 'withdraw', actor: Actor = ragnhild) =>
  db.transaction(actor, (tx) =>
    moveThread(tx, thread, 'adviser', {
      event,
      at: at(11),
      byName: 'Ragnhild',
      text: event === 'ask_again' ? 'Er du sikker?' : null
    })
  );
const conversations = (actor: Actor) => db.transaction(actor, (tx) => readConversations(tx, key));

describe('a question about a figure', () => {
  it('is asked, answered and accepted, with all that was said and a row of the audit for each', async () => {
    const thread = await ask();
    await answer(thread);
    await decide(thread, 'accept');
    const [conversation] = await conversations(ragnhild);
    expect(conversation).toMatchObject({ state: 'accepted', questionKey: 'cases_received', closedAt: at(11) });
    expect(conversation?.messages).toEqual([
      { event: 'ask', at: at(9), byName: 'Ragnhild', text: 'Stemmer fire?' },
      { event: 'answer', at: at(10), byName: 'Kari', text: 'Ja, fire.' },
      { event: 'accept', at: at(11), byName: 'Ragnhild', text: null }
    ]);
    expect(await audited(db, '4204')).toEqual(['question_asked', 'question_answered', 'question_accepted']);
    const { rows } = await db.owner.query<{ detail: string }>('select detail::text from audit');
    expect(rows.filter(({ detail }) => /fire/.test(detail))).toEqual([]);
  });

  it('is closed by a version in which the figure is another, and by no other version', async () => {
    await ask();
    await send({ ...someAnswers, cases_handled: { status: 'reported', value: 2 } }, 11);
    expect((await conversations(ragnhild))[0]?.state).toBe('asked');
    await send({ ...someAnswers, cases_received: { status: 'reported', value: 5 } }, 12);
    const [conversation] = await conversations(kristiansand);
    expect(conversation).toMatchObject({ state: 'corrected', closedAt: at(12) });
    expect(conversation?.messages.at(-1)).toEqual({ event: 'correct', at: at(12), byName: 'Kari', text: null });
  });

  it('about the whole answer is closed by any change', async () => {
    await ask(null);
    await send(someAnswers, 11);
    expect((await conversations(ragnhild))[0]?.state).toBe('asked');
    await send({ ...someAnswers, cases_handled: { status: 'reported', value: 2 } }, 12);
    expect((await conversations(ragnhild))[0]?.state).toBe('corrected');
  });

  it('is the only open one about its figure, and another may follow when it is closed', async () => {
    const thread = await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'already-exists' });
    await decide(thread, 'withdraw');
    await ask();
    expect((await conversations(ragnhild)).map(({ state }) => state).sort()).toEqual(['asked', 'withdrawn']);
  });

  it('that has moved since is told of, and nothing is written', async () => {
    const thread = await ask();
    await expect(decide(thread, 'accept')).rejects.toMatchObject({ status: 409, code: 'question-moved' });
    await decide(thread, 'withdraw');
    await expect(answer(thread)).rejects.toMatchObject({ code: 'question-moved' });
    expect((await conversations(ragnhild))[0]?.messages).toHaveLength(2);
  });
});

describe('who may see and do what', () => {
  it('the municipality in its round and the advisers of the region see a question, nobody else', async () => {
    await ask();
    const seen = (actor: Actor) => db.transaction(actor, async (tx) => (await listOpenThreads(tx, round.id)).length);
    const others: Actor[] = [{ kind: 'public' }, nils, respondentOf('4223'), respondentOf('4204', 'sor-2023')];
    expect(await Promise.all([ragnhild, rolf, kristiansand].map(seen))).toEqual([1, 1, 1]);
    expect(await Promise.all(others.map(seen))).toEqual([0, 0, 0, 0]);
    for (const other of others) expect(await conversations(other)).toEqual([]);
  });

  it('no one but an adviser of the region asks, and in no other name', async () => {
    for (const actor of [nils, kristiansand, rolf, { kind: 'public' } as const]) {
      await expect(ask('cases_received', actor)).rejects.toMatchObject({ status: 404 });
    }
  });

  it('no one but the municipality itself answers, and not while it is read-only', async () => {
    const thread = await ask();
    for (const actor of [ragnhild, respondentOf('4223'), nils]) {
      await expect(answer(thread, actor)).rejects.toMatchObject({ status: 404 });
    }
    await db.owner.query(`insert into municipality_setting values ('4204', true, true, now())`);
    await expect(answer(thread)).rejects.toMatchObject({ status: 404 });
    await db.owner.query('delete from municipality_setting');
  });

  it('the municipality neither accepts nor withdraws what it was asked', async () => {
    const thread = await ask();
    const force = db.transaction(kristiansand, (tx) =>
      tx.query(`update query_thread set state = 'withdrawn', closed_at = now() where id = $1`, [thread.id])
    );
    await expect(force).rejects.toMatchObject({ status: 404 });
  });
});

describe('mail about a question', () => {
  const about = (thread: ThreadKey, hour: number, minute = 0) =>
    db.transaction(kristiansand, async (tx) => {
      const recipients = await listAskers(tx, thread);
      await mailAbout(
        tx,
        thread,
        { side: 'adviser', recipients, mail },
        new Date(at(hour).getTime() + minute * 60_000)
      );
    });
  const due = async () => {
    const { rows } = await db.owner.query<{ recipient: string; due: Date }>(
      'select recipient, due_at as due from message order by due_at'
    );
    return rows.map(({ recipient, due }) => `${recipient} ${due.toISOString().slice(11, 16)}`);
  };

  it('goes to who asked, at once and then at most once an hour, and none is lost', async () => {
    const thread = await ask();
    await answer(thread);
    await about(thread, 10);
    await about(thread, 10, 5);
    await about(thread, 10, 50);
    expect(await due()).toEqual(['ragnhild@korus.example 10:00', 'ragnhild@korus.example 11:00']);
  });

  it('goes to the region’s other advisers when who asked no longer is one', async () => {
    const thread = await ask();
    await answer(thread);
    await db.owner.query('update role_grant set valid_until = now() where person_id = $1', [ragnhild.personId]);
    await about(thread, 10);
    expect(await due()).toEqual(['rolf@korus.example 10:00']);
    await db.owner.query('update role_grant set valid_until = null');
  });

  it('tells nobody else whom to write to', async () => {
    const thread = await ask();
    const asked = (actor: Actor) => db.transaction(actor, (tx) => listAskers(tx, thread));
    expect(await Promise.all([respondentOf('4223'), nils, ragnhild, { kind: 'public' } as const].map(asked))).toEqual([
      ...[[], [], [], []]
    ]);
  });
});
