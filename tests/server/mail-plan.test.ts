import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { clearBounced, keepContact, markBounced } from '#lib/server/contact.ts';
import { addStep, changeStep, listSteps, sendStep } from '#lib/server/mail-plan.ts';
import type { Send } from '#lib/server/message.ts';
import { deliverNext } from '#lib/server/outbox.ts';
import { Problem } from '#lib/server/problem.ts';
import { readReminderFacts } from '#lib/server/reminder-facts.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { begins, dayMs, extensionDays, isUnwanted, planHistory, type PlanEvent } from '../support/reminder-history.ts';
import { addAdviser, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const numbers = ['4201', '4202', '4203', '4204', '4205'];
const letterTo = (no: string) => ({ subject: 'Svar', body: `Lenke ${no}` });

let db: Store;
let adviser: Actor;
let stranger: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
  stranger = await addAdviser(db, 'Vidar', 'vest-bergen');
});
afterEach(clear);
afterAll(() => db.close());

async function clear() {
  for (const table of ['message', 'mail_plan', 'report']) await db.owner.query(`delete from ${table}`);
  await db.owner.query(`update assignment set status = 'expected', covered_by = null, contact_email = null,
    extended_until = null, extension_reason = null`);
  await db.owner.query(`update contact set bounced_at = null, bounce_reason = null`);
}

async function giveAddresses() {
  for (const no of numbers) {
    const email = `${no}@kommune.example`;
    await db.owner.query(`update assignment set contact_email = $2 where municipality_no = $1`, [no, email]);
    await db.transaction(system, (tx) => keepContact(tx, no, { name: 'Kari', email }, round.opensAt));
  }
}
const planned = (at = round.opensAt) =>
  db.transaction(adviser, (tx) => addStep(tx, round, { kind: 'reminder', plannedOn: '2025-01-10' }, at));
const now = new Date(begins);

it('a step pressed twice writes once', async () => {
  await giveAddresses();
  const stepId = await planned();
  const press = () => db.transaction(adviser, (tx) => sendStep(tx, { round, stepId, chosen: null, letterTo }, now));
  expect(await press()).toBe(5);
  await expect(press()).rejects.toMatchObject({ code: 'step-changed' });
  expect(await db.transaction(adviser, (tx) => listSteps(tx, round.id))).toMatchObject([
    { status: 'sending', counts: { queued: 5 } }
  ]);
});

it('a step writes to those that were chosen and have an address only, and to nobody it is not sent', async () => {
  await giveAddresses();
  const stepId = await planned();
  const chosen = new Set(['4204', '4223']);
  expect(await db.transaction(adviser, (tx) => sendStep(tx, { round, stepId, chosen, letterTo }, now))).toBe(1);
  const other = await planned();
  const nobody = db.transaction(adviser, (tx) => sendStep(tx, { round, stepId: other, chosen, letterTo }, now));
  await expect(nobody).rejects.toMatchObject({ code: 'nobody-to-write-to' });
});

it('the plan, the letters and their history are for advisers of the region', async () => {
  await giveAddresses();
  const stepId = await planned();
  await db.transaction(adviser, (tx) => sendStep(tx, { round, stepId, chosen: null, letterTo }, now));
  for (const actor of [stranger, respondentOf('4204'), { kind: 'public' } as const]) {
    expect(await db.transaction(actor, (tx) => listSteps(tx, round.id))).toEqual([]);
    expect(await db.transaction(actor, (tx) => tx.query('select id from message'))).toEqual([]);
    const change = db.transaction(actor, (tx) => changeStep(tx, round, { id: stepId, event: 'cancel' }, now));
    await expect(change).rejects.toMatchObject({ code: 'not-found' });
    const add = db.transaction(actor, (tx) => addStep(tx, round, { kind: 'reminder', plannedOn: '2025-01-10' }, now));
    await expect(add).rejects.toMatchObject({ code: 'not-found' });
  }
});

it('an adviser changes nothing of a letter but that it does not leave', async () => {
  await giveAddresses();
  const stepId = await planned();
  await db.transaction(adviser, (tx) => sendStep(tx, { round, stepId, chosen: null, letterTo }, now));
  const change = db.transaction(adviser, (tx) => tx.query(`update message set recipient = 'x@example.no'`));
  await expect(change).rejects.toMatchObject({ code: 'not-found' });
});

describe('the store keeps to the rule', () => {
  const no = fc.integer({ min: 0, max: 4 });
  const step = fc.integer({ min: 0, max: 2 });
  const event = fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('answer', 'cover', 'decline', 'bounce', 'mend', 'extend', 'withdraw'),
        no
      })
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('send', 'pause', 'resume', 'cancel'), step }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('deliver') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait'), days: fc.integer({ min: 1, max: 6 }) }) }
  ) as fc.Arbitrary<PlanEvent>;

  it('over 40 histories, and writes exactly the letters of the model', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
        await clear();
        await giveAddresses();
        const sent = await play(events);
        expect(sent.filter(({ wasUnwanted }) => wasUnwanted)).toEqual([]);
        expect(sent.map(({ no, step }) => `${step}/${no}`).sort()).toEqual(
          planHistory(events)
            .map(({ no, step }) => `${step}/${no}`)
            .sort()
        );
      }),
      { numRuns: 40, seed: 16 }
    );
  });

  async function play(events: readonly PlanEvent[]) {
    const steps = [await planned(), await planned(), await planned()];
    const sent: { no: number; step: number; wasUnwanted: boolean }[] = [];
    let at = begins;
    let stepOf = new Map<string, number>();
    const send: Send = async ({ id, recipient }) => {
      const municipalityNo = recipient.slice(0, 4);
      const asked = { roundId: round.id, planId: null, municipalityNo, messageId: id };
      const [facts] = await db.transaction(system, (tx) => readReminderFacts(tx, asked));
      sent.push({
        no: numbers.indexOf(municipalityNo),
        step: stepOf.get(id) ?? -1,
        wasUnwanted: !facts || isUnwanted(facts, at)
      });
    };
    for (const event of events) {
      if (event.kind === 'wait') at += event.days * dayMs;
      else if (event.kind === 'deliver') {
        stepOf = await stepsByMessage(steps);
        await deliverNext(db, send, new Date(at));
      } else if ('no' in event) await change(numbers[event.no]!, event.kind, new Date(at));
      else await press(steps[event.step]!, event.kind, new Date(at));
    }
    return sent;
  }

  async function stepsByMessage(steps: readonly string[]): Promise<Map<string, number>> {
    const { rows } = await db.owner.query<{ id: string; step: string }>('select id, plan_id as step from message');
    return new Map(rows.map(({ id, step }) => [id, steps.indexOf(step)]));
  }

  async function press(id: string, event: 'send' | 'pause' | 'resume' | 'cancel', at: Date) {
    try {
      await db.transaction(adviser, async (tx) => {
        if (event === 'send') await sendStep(tx, { round, stepId: id, chosen: null, letterTo }, at);
        else await changeStep(tx, round, { id, event }, at);
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }

  async function change(municipalityNo: string, kind: Extract<PlanEvent, { no: number }>['kind'], at: Date) {
    const email = `${municipalityNo}@kommune.example`;
    const mark = { municipalityNo, email, reason: 'told' };
    const report = { roundId: round.id, municipalityNo, answers: {}, reasons: {}, submittedAt: at };
    await db.transaction(system, async (tx) => {
      if (kind === 'answer') await submitReport(tx, { ...report, submittedBy: 'Test', channel: 'import' });
      if (kind === 'bounce') await markBounced(tx, mark, at);
      if (kind === 'mend') await clearBounced(tx, mark, at);
    });
    if (kind === 'extend' || kind === 'withdraw') {
      await db.owner.query(
        `update assignment
        set extended_until = $2, extension_reason = case when $2::timestamptz is not null then 'Mer tid' end
        where municipality_no = $1`,
        [municipalityNo, kind === 'extend' ? new Date(at.getTime() + extensionDays * dayMs) : null]
      );
    }
    const status = { cover: 'covered_by_host', decline: 'declined' }[kind as string];
    if (status) {
      await db.owner.query(
        `update assignment set status = $2, covered_by = case when $2 = 'covered_by_host' then '4223' end
        where municipality_no = $1`,
        [municipalityNo, status]
      );
    }
  }
});
