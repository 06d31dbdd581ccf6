import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  findHelperByLink,
  forgetHelpers,
  inviteHelper,
  listHelpers,
  withdrawHelper
} from '#lib/server/answer-helper.ts';
import { replaceContact } from '#lib/server/assignment.ts';
import { verifyAuditChain } from '#lib/server/audit.ts';
import { listAudit } from '#lib/server/audit-log.ts';
import { askForCorrection } from '#lib/server/correction-request.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { readDraft, saveDraft } from '#lib/server/draft.ts';
import { askQuestion, moveThread } from '#lib/server/query-thread.ts';
import { confirmReport } from '#lib/server/report-confirmation.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { addAdviser, day, openRounds, respondentOf, round, secret } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const vennesla = respondentOf('4223');
const at = day('2025-01-06');
const ola = { name: 'Ola', email: 'ola@vennesla.example' };

let db: Store;
let adviser: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
});
beforeEach(async () => {
  for (const table of [
    'report_confirmation',
    'query_message',
    'query_thread',
    'answer_helper',
    'draft',
    'report',
    'message'
  ])
    await db.owner.query(`delete from ${table}`);
});
afterAll(() => db.close());

/** Invites Ola, and resolves to the token of his link and to him as an actor. */
async function invite({ maySend = false, by = vennesla as Actor } = {}) {
  let token = '';
  const letter = (link: string) => ({ subject: 'Regionspeil', body: (token = link) });
  await db.transaction(by, (tx) => inviteHelper(tx, vennesla, { contact: ola, maySend, secret, letter, at }));
  const found = await find(token);
  return { token, id: found?.helper.id ?? '', helper: { ...vennesla, helperId: found?.helper.id ?? '' } };
}
const forget = (now: Date) => db.transaction(system, (tx) => forgetHelpers(tx, now));
const verify = () => db.transaction(system, (tx) => verifyAuditChain(tx));
const find = (token: string) => db.transaction(system, (tx) => findHelperByLink(tx, token));
const list = (actor: Actor) => db.transaction(actor, (tx) => listHelpers(tx, vennesla));
const save = (actor: Actor) =>
  db.transaction(actor, (tx) => {
    const editor = { name: 'Ola', window: 'b' };
    return saveDraft(tx, vennesla, { base: {}, typed: { cases_received: '3' }, basedOn: null, editor }, { at });
  });
const send = (actor: Actor) =>
  db.transaction(actor, (tx) =>
    submitReport(tx, {
      ...{ roundId: round.id, municipalityNo: '4223', answers: {}, reasons: {}, submittedBy: 'Ola' },
      ...{ submittedAt: at, channel: 'web' }
    })
  );

describe('a colleague who is invited', () => {
  it('gets a link of their own by mail, and writes in the same draft', async () => {
    const { token, helper } = await invite();
    expect((await db.owner.query('select recipient, body from message')).rows).toEqual([
      { recipient: ola.email, body: token }
    ]);
    await save(helper);
    expect(await db.transaction(vennesla, (tx) => readDraft(tx, round.id, '4223'))).toMatchObject({
      fields: { cases_received: '3' }
    });
  });

  it('sends only when that was allowed', async () => {
    await expect(send((await invite()).helper)).rejects.toMatchObject({ status: 404 });
    await expect(send((await invite({ maySend: true })).helper)).resolves.toMatchObject({ version: 1 });
  });

  it('confirms an answer by phone only when that was allowed', async () => {
    await db.owner.query(
      `insert into report (municipality_no, round_id, version, answers, reasons, hash, submitted_at, submitted_by, channel)
      values ('4223', $1, 1, '{}', '{}', 'x', $2, 'Ragnhild', 'phone')`,
      [round.id, at]
    );
    const confirm = (actor: Actor) =>
      db.transaction(actor, (tx) => confirmReport(tx, vennesla, { version: 1, confirmedBy: 'Ola', confirmedAt: at }));
    await expect(confirm((await invite()).helper)).rejects.toMatchObject({ status: 404 });
    await expect(confirm((await invite({ maySend: true })).helper)).resolves.toBeUndefined();
  });

  it('neither sees nor changes whom the municipality is reached through', async () => {
    await db.owner.query(
      `insert into contact (municipality_no, id, kind, name, email, valid_from)
      values ('4223', gen_random_uuid(), 'person', 'Kari', 'kari@vennesla.example', $1)
      on conflict do nothing`,
      [at]
    );
    const read = (actor: Actor) => db.transaction(actor, (tx) => tx.query('select id from contact'));
    const { helper } = await invite({ maySend: true });
    expect(await read(vennesla)).toHaveLength(1);
    expect(await read(helper)).toEqual([]);
  });

  it('invites nobody, withdraws nobody and hands nothing over', async () => {
    const { helper, id } = await invite();
    await expect(invite({ by: helper })).rejects.toMatchObject({ status: 404 });
    await expect(db.transaction(helper, (tx) => withdrawHelper(tx, vennesla, id, at))).rejects.toMatchObject({
      status: 404
    });
    const handing = db.transaction(helper, (tx) => replaceContact(tx, vennesla, ola, { secret, at }));
    await expect(handing).rejects.toMatchObject({ status: 409 });
    expect(await list(vennesla)).toHaveLength(1);
  });

  it('has no access once it is withdrawn, and what they wrote stands', async () => {
    const { token, helper, id } = await invite({ maySend: true });
    await save(helper);
    await db.transaction(vennesla, (tx) => withdrawHelper(tx, vennesla, id, at));
    expect(await find(token)).toBeNull();
    await expect(save(helper)).rejects.toMatchObject({ status: 404 });
    await expect(send(helper)).rejects.toMatchObject({ status: 404 });
    expect(await db.transaction(vennesla, (tx) => readDraft(tx, round.id, '4223'))).not.toBeNull();
    const { rows } = await db.owner.query<{ action: string }>(
      `select action from audit where action like 'helper_%' order by sequence desc limit 2`
    );
    expect(rows.map(({ action }) => action)).toEqual(['helper_withdrawn', 'helper_invited']);
  });

  it('again gets a new link, and the one before stops', async () => {
    const [before, after] = [await invite(), await invite({ maySend: true })];
    expect(await find(before.token)).toBeNull();
    expect(await find(after.token)).toMatchObject({ roundId: round.id, municipalityNo: '4223', helper: ola });
    expect(await list(vennesla)).toMatchObject([{ name: 'Ola', maySend: true }]);
  });

  it('is known to their own municipality only', async () => {
    await invite();
    for (const actor of [respondentOf('4204'), adviser, { kind: 'public' } as const])
      expect(await list(actor)).toEqual([]);
    await expect(invite({ by: respondentOf('4204') })).rejects.toMatchObject({ status: 404 });
  });
});

describe('what a colleague does', () => {
  const actorsOf = async (action: string) =>
    (
      await db.owner.query<{ actor_id: string }>('select actor_id from audit where action = $1 order by sequence', [
        action
      ])
    ).rows.map(({ actor_id }) => actor_id);
  const read = () =>
    db.transaction(adviser, (tx) =>
      listAudit(
        tx,
        '4223',
        { group: null, person: 'Ola', from: null, to: null },
        { before: null, after: null, most: 9 }
      )
    );

  it('stands in the audit in their own name, and is found by it', async () => {
    const { helper, id } = await invite({ maySend: true });
    await send(helper);
    expect((await actorsOf('report_submitted')).at(-1)).toBe(id);
    expect(await read()).toMatchObject([{ action: 'report_submitted', actorKind: 'respondent', actorName: 'Ola' }]);
    await send(vennesla).catch(() => undefined);
    expect((await actorsOf('helper_invited')).at(-1)).toBe(`${round.id}/4223`);
    expect(await verify()).toBeNull();
  });

  it('also once their name is deleted: then it was a colleague, and not the link of the municipality', async () => {
    const { helper, id } = await invite({ maySend: true });
    await send(helper);
    await db.transaction(vennesla, (tx) => withdrawHelper(tx, vennesla, id, at));
    await forget(round.freezesAt);
    expect((await actorsOf('report_submitted')).at(-1)).toBe(id);
    expect(await read()).toEqual([]);
  });

  it('is to explain figures, also after the freeze; asking for a correction is for who may send', async () => {
    const ask = (actor: Actor) =>
      db.transaction(actor, (tx) =>
        askForCorrection(tx, vennesla, { recipients: ['r@korus.example'], subject: 'Rett', body: 'tallet' }, at)
      );
    await expect(ask((await invite()).helper)).rejects.toMatchObject({ status: 404 });
    await expect(ask((await invite({ maySend: true })).helper)).resolves.toBeUndefined();
    await expect(ask(vennesla)).resolves.toBeUndefined();
    await send(vennesla);
    const asked = { roundId: round.id, municipalityNo: '4223', questionKey: null, version: 1, name: 'Ragnhild' };
    const { personId } = adviser as Extract<Actor, { kind: 'person' }>;
    const thread = await db.transaction(adviser, (tx) => askQuestion(tx, { ...asked, personId, text: 'Rett?' }, at));
    const { helper } = await invite();
    const reply = { event: 'answer', at: round.freezesAt, byName: 'Ola', text: 'Ja.' } as const;
    await expect(db.transaction(helper, (tx) => moveThread(tx, thread, 'municipality', reply))).resolves.toBe(
      'answered'
    );
  });
});

describe('a colleague is forgotten', () => {
  const later = (days: number, from = at) => new Date(from.getTime() + days * 86_400_000);
  const known = async () => (await db.owner.query('select id from answer_helper')).rows.length;

  it('thirty days after the link was withdrawn, and the audit tells how many', async () => {
    const { id } = await invite();
    await db.transaction(vennesla, (tx) => withdrawHelper(tx, vennesla, id, at));
    await forget(later(29));
    expect(await known()).toBe(1);
    await forget(later(30));
    expect(await known()).toBe(0);
    const { rows } = await db.owner.query(
      `select chain, subject, detail from audit where action = 'helpers_forgotten'`
    );
    expect(rows.at(-1)).toEqual({ chain: '4223', subject: `${round.id}/4223`, detail: { count: 1 } });
  });

  it('when the round freezes, if the link was withdrawn before; else half a year after', async () => {
    const { id } = await invite();
    await invite(); // the same address again: the link before is withdrawn
    expect(await known()).toBe(2);
    await forget(round.freezesAt);
    expect(await known()).toBe(1);
    expect((await db.owner.query('select id from answer_helper')).rows).not.toEqual([{ id }]);
    await forget(later(179, round.freezesAt));
    expect(await known()).toBe(1);
    await forget(later(180, round.freezesAt));
    expect(await known()).toBe(0);
  });

  it('by the system only', async () => {
    await invite();
    for (const actor of [vennesla, adviser]) {
      await db.transaction(actor, (tx) => tx.query('delete from answer_helper'));
    }
    expect(await known()).toBe(1);
  });
});
