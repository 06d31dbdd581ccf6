import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#lib/domain/role.ts';
import type { CaseGiven } from '#lib/domain/case/case-given.ts';
import type { CaseEvent } from '#lib/domain/case/case-transition.ts';
import type { Outgoing, OutgoingLetter, OutgoingNotice } from '#lib/domain/case/dispatch.ts';
import { nextStepOf } from '#lib/domain/case/next-step.ts';
import { seedCases } from '#lib/server/case/demonstration.ts';
import { findCase, listCases, listEvents, type StoredCase } from '#lib/server/case/file.ts';
import { parseMasterKeys } from '#lib/server/case/master-key.ts';
import { listNotices } from '#lib/server/case/notice.ts';
import type { Actor, Store, Tx } from '#lib/server/db.ts';
import { demonstrationPerson } from '#lib/server/demonstration.ts';
import { CarrierFailure, type Carriers } from '#lib/server/dispatch/carrier.ts';
import { deliverNext } from '#lib/server/dispatch/delivery.ts';
import { LocalOutbox } from '#lib/server/dispatch/local-outbox.ts';
import {
  changeDispatch,
  listDispatches,
  listDispatchTasks,
  openDispatch,
  type Dispatch
} from '#lib/server/dispatch/outbox.ts';
import { takePostedStep, type SummonsPost } from '#lib/server/dispatch/posted-step.ts';
import { readSentFile } from '#lib/server/dispatch/sent-file.ts';
import { sendNotice } from '#lib/server/dispatch/sent-notice.ts';
import { caseVault } from '#lib/server/dispatch/vault.ts';
import { keepCases, restoreCases } from '../../support/kept-cases.ts';
import { openDemonstrationStore, seededAt as now } from '../../support/demonstration-store.ts';
import { letter, notice } from '../../support/dispatch-scene.ts';

const masters = parseMasterKeys(`first ${Buffer.alloc(32, 1).toString('base64')}\n`);
const vault = caseVault(masters, () => now);
const later = (hours: number, from = now) => new Date(from.getTime() + hours * 3_600_000);
const meetingAt = new Date('2024-03-14T12:00:00Z');
const dueAt = later(-24, meetingAt);
const given: CaseGiven = { channel: 'svarut', place: 'office', meetingAt };
const post: SummonsPost = {
  letter: letter as OutgoingLetter,
  guardianCopy: null,
  reminder: { phone: '+4791234567', text: 'Du har en avtale i morgen.', dueAt }
};

let db: Store;
let outbox: LocalOutbox;
const ids = new Map<string, string>();
const as = (role: Role) => {
  const personId = ids.get(demonstrationPerson(role).email);
  if (!personId) throw new Error('nobody is ' + role);
  return { kind: 'person', scope: 'everything', personId } as const satisfies Actor;
};
const work = <T>(does: (tx: Tx) => Promise<T>, actor: Actor = as('case_officer')) => db.transaction(actor, does);

async function caseAt(step: string): Promise<StoredCase> {
  const found = (await work((tx) => listCases(tx, '4204'))).find((one) => nextStepOf(one, now).step === step);
  if (!found) throw new Error('no case waits for ' + step);
  return found;
}
const again = async ({ municipalityNo, id }: StoredCase) => {
  const found = await work((tx) => findCase(tx, { municipalityNo, id }));
  if (!found) throw new Error('the case is gone');
  return found;
};
type Stepping = { given?: CaseGiven; post?: SummonsPost | null; at?: Date; role?: Role };
function step(
  file: StoredCase,
  event: CaseEvent,
  { given: of = {}, post: made = null, at = now, role = 'case_officer' }: Stepping = {}
) {
  const actor = as(role);
  const doer = { part: role as 'case_officer', personId: actor.personId };
  return db.transaction(actor, (tx) =>
    takePostedStep(tx, file, { event, given: of, doer }, { at, vault, post: async () => made })
  );
}
const summon = (file: StoredCase, change: CaseGiven = {}, made = post) =>
  step(file, 'summon', { given: { ...given, ...change }, post: made });
const sent = (file: StoredCase) => work((tx) => listDispatches(tx, file.municipalityNo, file.id));
const statesOf = async (file: StoredCase) =>
  Object.fromEntries((await sent(file)).map(({ kind, state }) => [kind, state]));
async function deliver(at: Date, carriers: Carriers = outbox.carriers()): Promise<void> {
  while (await deliverNext({ db, vault, carriers }, at));
}
const refusing: Carriers = Object.fromEntries(
  (['letter', 'notice', 'sms'] as const).map((channel) => [
    channel,
    {
      ...{ isIdempotent: true, serves: () => true, find: undefined, statuses: async () => [] },
      send: async () => {
        throw new CarrierFailure('refused', 'AVVIST');
      }
    }
  ])
);
const oneOf = async (file: StoredCase, kind: Dispatch['kind']) => {
  const found = (await sent(file)).find((one) => one.kind === kind);
  if (!found) throw new Error('nothing was sent as ' + kind);
  return found;
};

beforeAll(async () => {
  db = await openDemonstrationStore();
  const { rows } = await db.owner.query<{ id: string; email: string }>('select id, email from person');
  for (const { id, email } of rows) ids.set(email, id);
  await db.owner.query('truncate case_unit, case_key cascade');
  await seedCases(db, masters, now);
  await keepCases(db);
}, 60_000);
beforeEach(async () => {
  outbox = new LocalOutbox();
  await restoreCases(db);
});
afterAll(() => db.close());

describe('a summons', () => {
  it('is queued with its step, and arrives; its reminder waits, leaves once and stands in the history', async () => {
    const file = await caseAt('to_summon');
    expect(await summon(file)).toEqual({ kind: 'moved' });
    expect(await statesOf(file)).toEqual({ summons: 'queued', reminder: 'queued' });
    expect(await again(file)).toMatchObject({ attendance: 'summoned', delivery: 'sent' });
    await deliver(now);
    expect(await statesOf(file)).toEqual({ summons: 'delivered', reminder: 'queued' });
    expect(await again(file)).toMatchObject({ delivery: 'delivered', isReminded: false });
    await deliver(dueAt);
    await deliver(later(1, dueAt));
    expect(outbox.parcels.map(({ message }) => message.channel)).toEqual(['sms', 'letter']);
    expect(await again(file)).toMatchObject({ isReminded: true });
    const events = await work((tx) => listEvents(tx, file));
    expect(events.filter(({ event }) => event === 'remind')).toHaveLength(1);
  });

  it('that is refused queues nothing', async () => {
    const file = await caseAt('to_summon');
    expect(await summon(file, { meetingAt: now })).toEqual({ kind: 'refused', reason: 'enough_warning' });
    expect(await sent(file)).toEqual([]);
  });

  it('that is sent twice is queued once, also when both came at the same time', async () => {
    const file = await caseAt('to_summon');
    const both = await Promise.allSettled([summon(file), summon(file)]);
    expect(both.filter((one) => one.status === 'fulfilled' && one.value.kind === 'moved')).toHaveLength(1);
    expect(await summon(file)).toEqual({ kind: 'refused', reason: 'wrong_attendance' });
    expect(await sent(file)).toHaveLength(2);
  });

  it('stays undone when it cannot be queued: a conflict or an error takes both back', async () => {
    const file = await caseAt('to_summon');
    const failing = { ...vault, seal: () => Promise.reject(new Error('no key')) };
    const doer = { part: 'case_officer', personId: as('case_officer').personId } as const;
    const broken = work((tx) =>
      takePostedStep(tx, file, { event: 'summon', given, doer }, { at: now, vault: failing, post: async () => post })
    );
    await expect(broken).rejects.toThrow('no key');
    expect(await again(file)).toMatchObject({ attendance: 'not_summoned', revision: file.revision });
    expect(await sent(file)).toEqual([]);
  });

  it('is stored once for its number, whoever asks', async () => {
    const file = await caseAt('to_summon');
    await summon(file);
    const copy = `insert into dispatch (municipality_no, id, case_id, unit_no, kind, channel, content, due_at, created_at, number)
      select municipality_no, gen_random_uuid(), case_id, unit_no, kind, channel, content, due_at, created_at, number
      from dispatch
      where kind = 'summons'`;
    await expect(db.owner.query(copy)).rejects.toThrow('dispatch_once');
  });

  it.each([
    ['post', 'paper'],
    ['handed_over', null]
  ] as const)('on paper (%s) is kept to be printed, never leaves, and is delivered', async (channel, way) => {
    const file = await caseAt('to_summon');
    await summon(
      file,
      { channel },
      { ...post, guardianCopy: { ...post.letter, to: { ...post.letter.to, name: 'Foresatt' } } }
    );
    expect(await statesOf(file)).toEqual({ summons: 'handed_over', guardian_copy: 'handed_over', reminder: 'queued' });
    expect((await oneOf(file, 'summons')).way).toBe(way);
    expect(await again(file)).toMatchObject({ delivery: 'delivered', summonsChannel: channel });
    await deliver(now);
    expect(outbox.parcels).toEqual([]);
  });

  it('that comes after a meeting that was not kept is the second', async () => {
    const file = await caseAt('not_met');
    await summon(file);
    expect((await sent(file)).map(({ kind, number }) => [kind, number]).sort()).toEqual([
      ['reminder', 3],
      ['second_summons', 3]
    ]);
  });

  it('cannot be queued by another unit, nor without a part in the case', async () => {
    const file = await caseAt('to_summon');
    await db.owner.query(
      `insert into role_grant (person_id, role, unit_type, unit_id, granted_at)
      values ($1, 'case_officer', 'advisory_unit', '5001', $2)`,
      [as('adviser').personId, now]
    );
    for (const role of ['adviser', 'governor', 'administrator', 'respondent'] as const) {
      await expect(step(file, 'summon', { given, post, role })).rejects.toMatchObject({ status: 404 });
    }
    expect(await sent(file)).toEqual([]);
  });
});

describe('a summons that does not arrive', () => {
  it('becomes a task of the case and of the list, gone from both when it is posted', async () => {
    const file = await caseAt('to_summon');
    await summon(file);
    await deliver(now, refusing);
    expect(await again(file)).toMatchObject({ delivery: 'failed', task: 'send_on_paper' });
    const tasks = await work((tx) => listDispatchTasks(tx, '4204'));
    expect(tasks.map(({ kind, task }) => [kind, task])).toEqual([['summons', 'send_on_paper']]);
    const failed = await oneOf(file, 'summons');
    await work((tx) => changeDispatch(tx, failed, 'post', now));
    expect(await again(file)).toMatchObject({ delivery: 'delivered', task: null, summonsChannel: 'post' });
    expect(await work((tx) => listDispatchTasks(tx, '4204'))).toEqual([]);
  });

  it.each([
    ['excused', { excuseReason: 'travel' }, now],
    ['attended', { identityChecked: true, informed: true }, later(1, meetingAt)]
  ] as const)('needs nobody any longer once the meeting is %s', async (event, of, at) => {
    const file = await caseAt('to_summon');
    await summon(file);
    await deliver(now, refusing);
    await step(file, event, { given: of, at });
    expect(await work((tx) => listDispatchTasks(tx, '4204'))).toEqual([]);
    expect(await oneOf(file, 'summons')).toMatchObject({ state: 'failed', task: null });
    expect(await again(file)).toMatchObject({ task: null });
  });

  it('and is a copy to a guardian is a task of the list only', async () => {
    const file = await caseAt('to_summon');
    await summon(file, { channel: 'svarut' }, { ...post, guardianCopy: post.letter });
    await deliver(now, {
      letter: { ...outbox.carriers().letter, ...refusingFor('guardian_copy', await sent(file)) } as never
    });
    expect(await again(file)).toMatchObject({ delivery: 'delivered', task: null });
    const tasks = await work((tx) => listDispatchTasks(tx, '4204'));
    expect(tasks.map(({ kind }) => kind)).toEqual(['guardian_copy']);
  });

  it('and was of an earlier meeting changes nothing of the new one', async () => {
    const file = await caseAt('to_summon');
    await summon(file);
    await step(file, 'excused', { given: { excuseReason: 'travel' } });
    await db.owner.query(`update dispatch set state = 'queued' where kind = 'summons'`);
    await summon(await again(file), { channel: 'post' }, { ...post, reminder: null });
    await deliver(now, refusing);
    expect(await again(file)).toMatchObject({ delivery: 'delivered', task: null });
  });
});

function refusingFor(kind: Dispatch['kind'], sentNow: readonly Dispatch[]) {
  const refused = sentNow.find((one) => one.kind === kind)?.id;
  return {
    send: async ({ reference }: { reference: string }) => {
      if (reference === refused) throw new CarrierFailure('refused', 'AVVIST');
      return { externalId: reference, status: 'LEST' };
    }
  };
}

describe('a reminder', () => {
  it.each([
    ['excused', { excuseReason: 'agreed_change' }, now],
    ['clarify', { clarifyReason: 'person_unclear' }, now],
    ['attended', { identityChecked: true, informed: true }, later(1, meetingAt)],
    ['no_show', {}, later(1, meetingAt)]
  ] as const)('is taken back by %s, and what it said is gone', async (event, of, at) => {
    const file = await caseAt('to_summon');
    await summon(file, { channel: 'post' });
    expect(await step(file, event, { given: of, at })).toEqual({ kind: 'moved' });
    const reminder = await oneOf(file, 'reminder');
    expect(reminder.state).toBe('cancelled');
    expect(await work((tx) => openDispatch(tx, vault, reminder))).toBeNull();
    await deliver(dueAt);
    expect(outbox.parcels).toEqual([]);
    expect((await again(file)).isReminded).toBe(false);
  });

  it('of a case that a leader holds is taken back, and of one that an archivist holds does not leave', async () => {
    const file = await caseAt('to_summon');
    await summon(file, { channel: 'post' });
    const held = { hold: true, holdReason: 'complaint' } as const;
    expect(await step(file, 'hold', { given: held, role: 'archivist' })).toEqual({ kind: 'moved' });
    expect((await oneOf(file, 'reminder')).state).toBe('queued');
    await deliver(dueAt);
    expect((await oneOf(file, 'reminder')).state).toBe('cancelled');
    expect(outbox.parcels).toEqual([]);
    const other = await caseAt('not_met');
    await summon(other, { channel: 'post' });
    await step(other, 'hold', { given: held, role: 'unit_leader' });
    expect((await oneOf(other, 'reminder')).state).toBe('cancelled');
  });

  it('moves with the meeting: only that of the new summons leaves', async () => {
    const file = await caseAt('to_summon');
    await summon(file, { channel: 'post' });
    await step(file, 'excused', { given: { excuseReason: 'agreed_change' } });
    const moved = later(24, meetingAt);
    const reminder = { phone: '+4791234567', text: 'ny tid', dueAt: later(24, dueAt) };
    await summon(await again(file), { channel: 'post', meetingAt: moved }, { ...post, reminder });
    await deliver(dueAt);
    expect(outbox.parcels).toEqual([]);
    await deliver(later(24, dueAt));
    expect(outbox.parcels.map(({ message }) => (message as { text: string }).text)).toEqual(['ny tid']);
  });

  it('that was kept from leaving by day waits until nine, and never leaves after the meeting', async () => {
    const file = await caseAt('to_summon');
    await summon(file, { channel: 'post' });
    await deliver(new Date('2024-03-13T21:00:00Z'));
    const waiting = await oneOf(file, 'reminder');
    expect([waiting.state, waiting.dueAt.toISOString()]).toEqual(['queued', '2024-03-14T08:00:00.000Z']);
    await deliver(later(1, meetingAt));
    expect((await oneOf(file, 'reminder')).state).toBe('cancelled');
    expect(outbox.parcels).toEqual([]);
  });

  it('that may have left before the meeting was off is looked into, not sent again', async () => {
    const file = await caseAt('to_summon');
    await summon(file, { channel: 'post' });
    await db.owner.query(`update dispatch set state = 'sending', is_unsure = true where kind = 'reminder'`);
    await step(file, 'excused', { given: { excuseReason: 'travel' } });
    await deliver(dueAt);
    expect(outbox.parcels).toEqual([]);
    expect(await oneOf(file, 'reminder')).toMatchObject({
      state: 'failed',
      task: 'look_into',
      failureCode: 'too-late'
    });
  });

  it('that did not arrive is a task to phone, and the case is not reminded', async () => {
    const file = await caseAt('to_summon');
    await summon(file, { channel: 'post' });
    await deliver(dueAt, refusing);
    expect(await oneOf(file, 'reminder')).toMatchObject({ state: 'failed', task: 'phone' });
    expect((await again(file)).isReminded).toBe(false);
    const failed = await oneOf(file, 'reminder');
    await work((tx) => changeDispatch(tx, failed, 'hand_over', dueAt));
    expect(await work((tx) => listDispatchTasks(tx, '4204'))).toEqual([]);
  });
});

describe('a notice to the prosecution', () => {
  const message = notice as OutgoingNotice;
  const send = (file: StoredCase, channel: 'svarut' | 'post') =>
    work((tx) =>
      sendNotice(
        tx,
        file,
        { number: 1, channel, sentOn: '2024-03-01', notice: message },
        { at: now, vault, by: as('case_officer').personId }
      )
    );
  const kept = async (file: StoredCase) => (await work((tx) => listNotices(tx, file)))[0];

  it('is sent and queued together, once, and received when it arrives', async () => {
    const file = await caseAt('notice');
    await send(file, 'svarut');
    await expect(send(file, 'svarut')).rejects.toMatchObject({ status: 404 });
    expect(await sent(file)).toHaveLength(1);
    expect(await kept(file)).toMatchObject({ channel: 'svarut', receiptedAt: null });
    await deliver(later(1));
    expect(await kept(file)).toMatchObject({ receiptedAt: later(1) });
    expect(outbox.parcels[0]?.message).toEqual(message);
  });

  it('that is posted is kept to be printed and counts as received', async () => {
    const file = await caseAt('notice');
    await send(file, 'post');
    expect(await oneOf(file, 'notice')).toMatchObject({ state: 'handed_over', way: 'paper' });
    expect(await kept(file)).toMatchObject({ channel: 'post', receiptedAt: now });
  });

  it('that did not arrive is what comes next in its case, until it is given', async () => {
    const file = await caseAt('notice');
    await send(file, 'svarut');
    expect(nextStepOf(await again(file), now).step).toBe('reply');
    await deliver(now, refusing);
    expect(nextStepOf(await again(file), now).step).toBe('notice');
    const failed = await oneOf(file, 'notice');
    await work((tx) => changeDispatch(tx, failed, 'hand_over', now));
    expect(nextStepOf(await again(file), now).step).toBe('reply');
  });
});

describe('the file of a letter that was sent', () => {
  it('is read by its kind, and each reading stands in the audit of the case without its words', async () => {
    const file = await caseAt('to_summon');
    await summon(file);
    const { id } = await oneOf(file, 'summons');
    const reading = { vault, at: now };
    const read = await work((tx) => readSentFile(tx, file, { message: id, file: 'brev.pdf' }, reading));
    expect(read).toMatchObject({ name: 'brev.pdf', mimeType: 'application/pdf' });
    const { rows } = await db.owner.query<{ told: string }>(
      `select audit::text as told from audit where action = 'case_letter_read' and subject = $1`,
      [`case/${file.id}`]
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.told).not.toMatch(/Oppdiktet|Prøveveien/);
    const other = await caseAt('meeting');
    for (const asked of [
      { message: id, file: 'avtale.ics' },
      { message: 'x', file: 'brev.pdf' }
    ]) {
      await expect(work((tx) => readSentFile(tx, file, asked, reading))).rejects.toMatchObject({ status: 404 });
    }
    await expect(
      work((tx) => readSentFile(tx, other, { message: id, file: 'brev.pdf' }, reading))
    ).rejects.toMatchObject({ status: 404 });
  });

  it('is sealed in the store', async () => {
    const file = await caseAt('to_summon');
    await summon(file);
    const { rows } = await db.owner.query<{ dump: string }>(
      `select string_agg(encode(content, 'escape'), ' ') as dump from dispatch`
    );
    const message: Outgoing = post.letter;
    expect(rows[0]?.dump).not.toContain(message.to.name.slice(0, 5));
    expect(rows[0]?.dump).not.toContain('avtale');
  });
});
