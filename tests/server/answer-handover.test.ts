import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findByLink, replaceContact } from '#lib/server/assignment.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { giveGrant } from '#lib/server/grant.ts';
import { handOver, shareAnswer, type Handover } from '#lib/server/answer-handover.ts';
import { listOwnRounds } from '#lib/server/own-rounds.ts';
import { addPerson, findPersonByEmail, readUser } from '#lib/server/person.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { answerToken } from '#lib/server/token.ts';
import { addAdviser, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const at = new Date('2025-01-10T09:00:00Z');
const secret = 'a secret that is only used in tests';
const key = { roundId: round.id, municipalityNo: '4204' };
const ola = { name: 'Ola', email: 'ola@kristiansand.example' };

let db: Store;
let kari: string;
let adviser: Actor;
let stranger: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
  stranger = await addAdviser(db, 'Nils', 'nord');
  const person = await db.transaction(system, (tx) => addPerson(tx, { name: 'Kari', email: 'kari@k.example' }, at));
  kari = person.id;
});
beforeEach(async () => {
  const link = answerToken(secret, round.id, '4204');
  await db.owner.query('delete from message');
  await db.owner.query(`delete from role_grant where role = 'respondent'`);
  await db.owner.query(
    `update assignment set contact_name = 'Kari', contact_email = 'kari@k.example', link_edition = 0, link_hash = sha256($1)
    where municipality_no = '4204'`,
    [Buffer.from(link)]
  );
  const grant = { role: 'respondent', unitType: 'municipality', unitId: '4204' } as const;
  await db.transaction(system, (tx) => giveGrant(tx, { ...grant, personId: kari }, at));
});
afterAll(() => db.close());

const handover = (
  by: string | null,
  contact = ola
): Handover & { farewell: { subject: string; body: string }; secret: string } => ({
  ...{ ...key, contact, by, at, secret },
  letter: ({ link, invitation }) => ({ subject: 'to the new one', body: invitation ?? link }),
  farewell: { subject: 'to the one before', body: '' }
});
const mails = async () =>
  (await db.owner.query('select recipient, subject, body from message order by recipient')).rows as {
    recipient: string;
    subject: string;
    body: string;
  }[];
const opens = (token: string) => db.transaction(system, async (tx) => (await findByLink(tx, token)) !== null);
const answersFor = (personId: string) =>
  db.transaction(system, async (tx) => (await readUser(tx, personId, 'everything', at))?.grants.map((g) => g.unitId));

describe('handing over an answer', () => {
  it('by the holder of a link writes to the new contact, tells the one before, and stops the old link', async () => {
    await db.transaction(respondentOf('4204'), (tx) => handOver(tx, handover(null), null));
    const [toKari, toOla] = await mails();
    expect(toKari).toMatchObject({ recipient: 'kari@k.example', subject: 'to the one before' });
    expect(toOla).toMatchObject({ recipient: ola.email, subject: 'to the new one' });
    expect(await opens(answerToken(secret, round.id, '4204'))).toBe(false);
    expect(await opens(toOla?.body ?? '')).toBe(true);
  });

  it('by someone who has signed in moves the grant too', async () => {
    await db.transaction({ kind: 'person', personId: kari }, (tx) => handOver(tx, handover(kari), kari));
    const person = await db.transaction(system, (tx) => findPersonByEmail(tx, ola.email));
    expect(await answersFor(person?.id ?? '')).toEqual(['4204']);
    expect(await answersFor(kari)).toEqual([]);
    await expect(
      db.transaction({ kind: 'person', personId: kari }, (tx) => replaceContact(tx, key, ola, { secret, at }))
    ).resolves.toBeNull();
  });

  it('is for the municipality’s own and its adviser, and leaves no trace of what was refused', async () => {
    const others: Actor[] = [respondentOf('4223'), stranger, { kind: 'public' }];
    for (const actor of others) {
      expect(await db.transaction(actor, (tx) => handOver(tx, handover(null), null))).toBeNull();
    }
    expect(await mails()).toEqual([]);
    expect(await db.transaction(adviser, (tx) => handOver(tx, handover(null), null))).not.toBeNull();
    const { rows } = await db.owner.query(
      `select change from audit where action = 'contact_replaced' order by sequence desc limit 1`
    );
    expect(rows).toEqual([{ change: { contact: ['kari@k.example', ola.email] } }]);
  });

  it('to oneself changes nothing', async () => {
    const self = { name: 'Kari', email: 'KARI@k.example' };
    const asKari: Actor = { kind: 'person', personId: kari };
    expect(await db.transaction(asKari, (tx) => handOver(tx, handover(kari, self), kari))).toBe('self');
    expect(await db.transaction(asKari, (tx) => shareAnswer(tx, handover(kari, self), 'the link'))).toBe(false);
    expect(await answersFor(kari)).toEqual(['4204']);
    expect(await mails()).toEqual([]);
  });

  it('of one of two at once fails, and says to try again', async () => {
    await db.transaction(respondentOf('4204'), (tx) => handOver(tx, handover(null), null));
    const again = await db.transaction(respondentOf('4204'), (tx) => handOver(tx, handover(null, ola), null));
    expect(again).toMatchObject({ linkEdition: 1 });
  });

  it('does not write to the one before when they hand over to themselves', async () => {
    const self = { name: 'Kari', email: 'KARI@k.example' };
    await db.transaction(respondentOf('4204'), (tx) => handOver(tx, handover(null, self), null));
    expect((await mails()).map(({ recipient }) => recipient)).toEqual(['KARI@k.example']);
  });
});

describe('sharing an answer', () => {
  it('brings the link there is, and a grant when the one who shares has signed in', async () => {
    await db.transaction(respondentOf('4204'), (tx) => shareAnswer(tx, handover(null), 'the link'));
    expect(await mails()).toMatchObject([{ recipient: ola.email, body: 'the link' }]);
    await db.transaction({ kind: 'person', personId: kari }, (tx) => shareAnswer(tx, handover(kari), 'the link'));
    expect((await mails()).map(({ body }) => body === 'the link')).toContain(false);
    const person = await db.transaction(system, (tx) => findPersonByEmail(tx, ola.email));
    expect(await answersFor(person?.id ?? '')).toEqual(['4204']);
    expect(await answersFor(kari)).toEqual(['4204']);
  });
});

describe('what a municipality has chosen', () => {
  const set = (columns: string) =>
    db.owner.query(
      `insert into municipality_setting (municipality_no, changed_at, takes_links, is_read_only)
      values ('4204', now(), ${columns})
      on conflict (municipality_no) do update
        set takes_links = excluded.takes_links, is_read_only = excluded.is_read_only`
    );
  const signedIn = (scope: 'everything' | 'answers'): Actor => ({ ...respondentOf('4204'), personId: kari, scope });
  const sees = (actor: Actor) =>
    db.transaction(actor, async (tx) => (await tx.query(`select round_id from assignment`)).length > 0);

  it('without links, a link and a sign-in by e-mail open nothing, and another sign-in does', async () => {
    await set('false, false');
    expect(await sees(respondentOf('4204'))).toBe(false);
    expect(await sees(signedIn('answers'))).toBe(false);
    expect(await sees(signedIn('everything'))).toBe(true);
    await set('true, false');
    expect(await sees(respondentOf('4204'))).toBe(true);
    expect(await sees(signedIn('answers'))).toBe(true);
  });

  it('read-only, drafts and reports are refused', async () => {
    await set('true, true');
    const save = db.transaction(respondentOf('4204'), (tx) =>
      tx.query(
        `insert into draft (municipality_no, round_id, fields, saved_at) values ('4204', $1, '{}', '2025-01-10')`,
        [round.id]
      )
    );
    await expect(save).rejects.toMatchObject({ code: 'not-found' });
    const send = db.transaction(respondentOf('4204'), (tx) =>
      submitReport(tx, {
        ...{ ...key, answers: {}, reasons: {}, submittedBy: 'Kari', channel: 'web' },
        submittedAt: at
      })
    );
    await expect(send).rejects.toMatchObject({ code: 'not-found' });
    await set('true, false');
  });
});

it('someone who answers sees the rounds that expect their municipality, and no others', async () => {
  const list = (numbers: string[]) =>
    db.transaction({ kind: 'person', personId: kari }, (tx) => listOwnRounds(tx, numbers));
  expect(await list(['4204', '4223'])).toMatchObject([{ roundId: round.id, municipalityNo: '4204', version: null }]);
});
