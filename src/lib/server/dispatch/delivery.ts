import {
  retryMinutes,
  taskOnFailure,
  type DispatchChannel,
  type DispatchKind,
  type DispatchState,
  type DispatchTask,
  type Outgoing
} from '#lib/domain/case/dispatch.ts';
import { carrierStatusOf } from '#lib/domain/case/dispatch-status.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { Actor, Db, Tx } from '#lib/server/db.ts';
import { tellCase } from './case-effect.ts';
import { CarrierFailure, type Carrier, type Carriers, type Tracked } from './carrier.ts';
import {
  auditPlaceOf,
  contextOf,
  recordDispatchEvent,
  type DispatchCase,
  type DispatchKey,
  type Vault
} from './outbox.ts';

const mostAttempts = 12;
/**
 * How long nobody else touches a message that someone has begun to send, and how long we wait before a carrier that knows
 * nothing of it is believed: longer than any request lives, on our side (two minutes) and on SvarUt's (sixteen).
 */
const settleMinutes = 20;
export const dispatcher: Actor = { kind: 'system', task: 'case_dispatch' };

export type Sending = { db: Db; vault: Vault; carriers: Carriers };
type Claimed = DispatchKey &
  DispatchCase & {
    kind: DispatchKind;
    channel: DispatchChannel;
    attempts: number;
    wasUnsure: boolean;
    content: Buffer;
  };
type Outcome = {
  state: DispatchState;
  isUnsure: boolean;
  dueAt: Date;
  code: string | null;
  task: DispatchTask | null;
  way: 'digital' | 'paper' | null;
  tracked: Tracked | null;
};

/**
 * Sends one due message, if any; true when there was one. Claiming it is stored before anything leaves, so that whoever
 * comes after a crash asks the carrier for its reference before sending again.
 */
export async function deliverNext({ db, vault, carriers }: Sending, now: Date): Promise<boolean> {
  const channels = Object.keys(carriers);
  const claimed = await db.transaction(dispatcher, (tx) => claim(tx, channels, now));
  if (claimed === null) return false;
  const open = () => db.transaction(dispatcher, (tx) => openClaimed(tx, vault, claimed));
  const outcome = await attempt(carriers[claimed.channel], claimed, { open, now });
  await db.transaction(dispatcher, (tx) => settle(tx, claimed, outcome, now));
  return true;
}

async function claim(tx: Tx, channels: readonly string[], now: Date): Promise<Claimed | null> {
  const [claimed] = await tx.query<Claimed>(
    `with due as (
      select municipality_no, id, is_unsure
      from dispatch
      where state in ('queued', 'sending') and due_at <= $1 and channel = any ($3)
      order by due_at, id
      limit 1
      for update skip locked
    )
    update dispatch
    set state = 'sending', is_unsure = true, attempts = attempts + 1, due_at = $2
    from due
    where dispatch.municipality_no = due.municipality_no and dispatch.id = due.id
    returning dispatch.municipality_no as "municipalityNo", dispatch.id, kind, unit_no as "unitNo", case_id as "caseId", channel, attempts, content,
      due.is_unsure as "wasUnsure"`,
    [now, later(now, settleMinutes), channels]
  );
  return claimed ?? null;
}

/** One that cannot be opened, as while its key is gone, has not left: it waits as others do, and holds up none of them. */
async function openClaimed(tx: Tx, vault: Vault, claimed: Claimed): Promise<Outgoing> {
  try {
    const opened = await vault.open(tx, claimed.municipalityNo, contextOf(claimed), claimed.content);
    return JSON.parse(opened.toString('utf8')) as Outgoing;
  } catch (error) {
    throw new CarrierFailure('unavailable', 'undecipherable', error);
  }
}

type Trying = { open: () => Promise<Outgoing>; now: Date };

async function attempt(carrier: Carrier | undefined, claimed: Claimed, { open, now }: Trying): Promise<Outcome> {
  const { municipalityNo, id } = claimed;
  let isUnsure = claimed.wasUnsure;
  try {
    if (!carrier?.serves(municipalityNo)) throw new CarrierFailure('refused', 'not-set-up');
    const earlier = isUnsure && !carrier.isIdempotent ? await earlierTry(carrier, claimed) : null;
    if (earlier) return accepted(earlier, now);
    isUnsure &&= carrier.isIdempotent;
    return accepted(await carrier.send({ municipalityNo, reference: id, message: await open() }), now);
  } catch (error) {
    const failure = error instanceof CarrierFailure ? error : new CarrierFailure('unknown', 'bug', error);
    return failed(claimed, failure, { isUnsure: isUnsure || failure.kind === 'unknown', now });
  }
}

/** What the carrier has of a try whose outcome is not known. While it cannot be asked, nothing is sent. */
async function earlierTry(carrier: Carrier, { municipalityNo, id }: Claimed): Promise<Tracked | null> {
  if (!carrier.find) throw new CarrierFailure('refused', 'outcome-unknown');
  try {
    return await carrier.find(municipalityNo, id);
  } catch (error) {
    const code = error instanceof CarrierFailure ? error.code : 'bug';
    throw new CarrierFailure('unknown', `look-up-${code}`, error);
  }
}

function accepted(tracked: Tracked, now: Date): Outcome {
  const said = carrierStatusOf(tracked.status);
  const { state = 'accepted', task = null, way = null } = said ?? {};
  return { state, way, task, tracked, isUnsure: false, dueAt: now, code: tracked.status };
}

function failed(
  { channel, attempts }: Claimed,
  { kind, code }: CarrierFailure,
  { isUnsure, now }: { isUnsure: boolean; now: Date }
): Outcome {
  const outcome = { code, tracked: null, way: null, task: null, dueAt: now };
  if (kind === 'refused' || attempts >= mostAttempts) {
    return { ...outcome, state: 'failed', isUnsure: false, task: isUnsure ? 'look_into' : taskOnFailure(channel) };
  }
  const waits = Math.max(retryMinutes(attempts), isUnsure ? settleMinutes : 0);
  return { ...outcome, state: isUnsure ? 'sending' : 'queued', isUnsure, dueAt: later(now, waits) };
}

/** Writes what came of it, unless another has taken the message over in the meantime; then what they find counts. */
async function settle(tx: Tx, claimed: Claimed, outcome: Outcome, now: Date): Promise<void> {
  const { municipalityNo, id, attempts, channel } = claimed;
  const { state, isUnsure, dueAt, code, task, way, tracked } = outcome;
  const isTaken = tracked !== null;
  const changed = await tx.query(
    `update dispatch
    set
      state = $4,
      is_unsure = $5,
      due_at = $6,
      external_id = $7,
      external_status = $8,
      way = $9,
      task = $10,
      failure_code = $11,
      accepted_at = case when $7::text is not null then $12::timestamptz end,
      poll_at = case when $4 = 'accepted' then $12::timestamptz + interval '10 minutes' end,
      content = case when $13 then null else content end
    where municipality_no = $1 and id = $2 and attempts = $3 and state = 'sending'
    returning id`,
    [
      ...[municipalityNo, id, attempts, state, isUnsure, dueAt, tracked?.externalId ?? null, tracked?.status ?? null],
      ...[way, task, isTaken ? null : code, now, isTaken && channel === 'sms']
    ]
  );
  if (changed.length === 0) return;
  await recordDispatchEvent(tx, claimed, { state, code }, now);
  await tellCase(tx, { ...claimed, state, status: code }, now);
  const hasFailed = state === 'failed';
  const action = isTaken ? 'dispatch_accepted' : hasFailed ? 'dispatch_failed' : 'dispatch_deferred';
  await recordAudit(tx, { at: now, ...auditPlaceOf(claimed), action, detail: { message: id, code } });
}

function later(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
