import { pollMinutes, type DispatchChannel, type DispatchKind } from '#lib/domain/case/dispatch.ts';
import { carrierStatusOf } from '#lib/domain/case/dispatch-status.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { Tx } from '#lib/server/db.ts';
import { tellCase } from './case-effect.ts';
import type { Tracked } from './carrier.ts';
import { dispatcher, type Sending } from './delivery.ts';
import { auditPlaceOf, recordDispatchEvent, type DispatchCase, type DispatchKey } from './outbox.ts';

const mostAtOnce = 100;
/** So long after it was accepted someone is asked to look into a message that has not arrived; then nobody asks on. */
const patienceDays = 30;

type Waiting = DispatchKey &
  DispatchCase & {
    kind: DispatchKind;
    number: number | null;
    externalId: string;
    externalStatus: string;
    acceptedAt: Date;
  };

/**
 * Asks a carrier what has become of the messages it has, of one municipality and channel at a time; true when there were
 * any to ask about. A carrier that does not answer is asked again the next time.
 */
export async function trackNext({ db, carriers }: Sending, now: Date): Promise<boolean> {
  const batch = await db.transaction(dispatcher, (tx) => claimBatch(tx, Object.keys(carriers), now));
  const [first] = batch;
  if (!first) return false;
  const carrier = carriers[first.channel];
  const ids = batch.map(({ externalId }) => externalId);
  const told = await carrier?.statuses(first.municipalityNo, ids).catch(() => []);
  for (const one of told ?? []) {
    const waiting = batch.find(({ externalId }) => externalId === one.externalId);
    if (waiting) await db.transaction(dispatcher, (tx) => note(tx, waiting, one, now));
  }
  return true;
}

async function claimBatch(tx: Tx, channels: readonly string[], now: Date) {
  const batch = await tx.query<Waiting & { channel: DispatchChannel }>(
    `select municipality_no as "municipalityNo", id, kind, number, unit_no as "unitNo", case_id as "caseId", channel, external_id as "externalId",
      external_status as "externalStatus", accepted_at as "acceptedAt"
    from dispatch
    where poll_at <= $1
      and (municipality_no, channel) = (
        select municipality_no, channel
        from dispatch
        where poll_at <= $1 and channel = any ($3)
        order by poll_at, municipality_no, channel
        limit 1
      )
    order by poll_at
    limit $2
    for update skip locked`,
    [now, mostAtOnce, channels]
  );
  if (batch.length > 0) await planNextPoll(tx, batch, now);
  return batch;
}

async function planNextPoll(tx: Tx, batch: readonly Waiting[], now: Date): Promise<void> {
  const plans = batch.map(({ acceptedAt }) => {
    const minutes = (now.getTime() - acceptedAt.getTime()) / 60_000;
    return minutes > patienceDays * 24 * 60 ? null : new Date(now.getTime() + pollMinutes(minutes) * 60_000);
  });
  await tx.query(
    `update dispatch
    set poll_at = plan.poll_at, task = case when plan.poll_at is null then 'look_into' else task end
    from unnest($2::uuid[], $3::timestamptz[]) as plan (id, poll_at)
    where municipality_no = $1 and dispatch.id = plan.id`,
    [batch[0]?.municipalityNo, batch.map(({ id }) => id), plans]
  );
}

async function note(tx: Tx, waiting: Waiting, { status }: Tracked, now: Date): Promise<void> {
  const said = carrierStatusOf(status);
  if (status === waiting.externalStatus || said === null) return;
  const { municipalityNo, id } = waiting;
  const changed = await tx.query(
    `update dispatch
    set
      state = $3,
      external_status = $4,
      way = coalesce($5, way),
      task = $6,
      poll_at = case when $3 = 'accepted' then poll_at end
    where municipality_no = $1 and id = $2 and state = 'accepted'
    returning id`,
    [municipalityNo, id, said.state, status, said.way, said.task]
  );
  if (changed.length === 0) return;
  await recordDispatchEvent(tx, waiting, { state: said.state, code: status }, now);
  await tellCase(tx, { ...waiting, state: said.state, status }, now);
  const detail = { message: id, code: status };
  await recordAudit(tx, { at: now, ...auditPlaceOf(waiting), action: 'dispatch_tracked', detail });
}
