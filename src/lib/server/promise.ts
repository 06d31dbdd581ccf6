import { randomUUID } from 'node:crypto';
import {
  afterEvent,
  type DatedPromise,
  type NewPromise,
  type PromiseDuty,
  type PromiseEvent
} from '#lib/domain/promise.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';

/** A promise of a municipality. `roundId`: the round whose answer it is from; null when it is from a talk. */
export type KnownPromise = DatedPromise & {
  municipalityNo: string;
  id: string;
  duty: PromiseDuty;
  text: string;
  owner: string;
  roundId: string | null;
  answerRound: string | null;
  answerVersion: number | null;
  createdAt: Date;
};
/** What became of a promise, and by whom: a round's answer or a person. */
export type PromiseStep = {
  promiseId: string;
  at: Date;
  event: PromiseEvent | 'remind';
  dueOn: string;
  roundId: string | null;
  by: string | null;
};
/** Who says it: an answer, or a person by name. */
export type Teller = { roundId: string } | { byName: string };
type Place = { municipalityNo: string; id: string };

/** The promises that the actor may have, of all municipalities or one, those due first. */
export function listPromises(tx: Tx, municipalityNo: string | null = null): Promise<KnownPromise[]> {
  return tx.query<KnownPromise>(
    `select
      municipality_no as "municipalityNo",
      id,
      duty,
      text,
      owner,
      due_on::text as "dueOn",
      state,
      round_id as "roundId",
      answer_round as "answerRound",
      answer_version as "answerVersion",
      created_at as "createdAt"
    from promise
    where $1::text is null or municipality_no = $1
    order by due_on, created_at, id`,
    [municipalityNo]
  );
}

/** What became of the promises of a municipality, the newest first. */
export function listPromiseSteps(tx: Tx, municipalityNo: string): Promise<PromiseStep[]> {
  return tx.query<PromiseStep>(
    `select
      promise_id as "promiseId",
      at,
      event,
      due_on::text as "dueOn",
      round_id as "roundId",
      by_name as by
    from promise_event
    where municipality_no = $1
    order by at desc, position desc`,
    [municipalityNo]
  );
}

type Source = { roundId: string; version: number };

/** Adds a promise, from a talk or from an answer (`source`), and returns its id. */
export async function addPromise(
  tx: Tx,
  municipalityNo: string,
  { teller, source, ...promise }: NewPromise & { teller: Teller; source: Source | null },
  at: Date
): Promise<string> {
  const id = randomUUID();
  const { duty, text, owner, dueOn } = promise;
  await tx.query(
    `insert into promise (municipality_no, id, duty, text, owner, due_on, round_id, answer_round, answer_version, created_at,
      changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $9)`,
    [municipalityNo, id, duty, text, owner, dueOn, source?.roundId ?? null, source?.version ?? null, at]
  );
  await recordStep(tx, { municipalityNo, id }, { event: 'make', dueOn, teller }, at);
  return id;
}

/** Does something with a promise on a day (ISO); what its state does not allow is refused, as is a change meanwhile. */
export async function changePromise(
  tx: Tx,
  promise: KnownPromise,
  { event, newDay, today, teller }: { event: PromiseEvent; newDay: string | null; today: string; teller: Teller },
  at: Date
): Promise<DatedPromise> {
  const { municipalityNo, id } = promise;
  const after = afterEvent(promise, event, { today, newDay });
  if ('refused' in after) throw Problem.conflict('try-again');
  const changed = await tx.query(
    `update promise
    set state = $3, due_on = $4, changed_at = $5
    where municipality_no = $1 and id = $2 and state = $6 and due_on = $7
    returning id`,
    [municipalityNo, id, after.state, after.dueOn, at, promise.state, promise.dueOn]
  );
  if (changed.length === 0) throw Problem.conflict('try-again');
  await recordStep(tx, promise, { event, dueOn: after.dueOn, teller }, at);
  return after;
}

/** That an answer has been held against a promise, whatever it said: it is not asked about again. */
export async function markAnswered(tx: Tx, { municipalityNo, id }: Place, { roundId, version }: Source): Promise<void> {
  await tx.query(`update promise set answer_round = $3, answer_version = $4 where municipality_no = $1 and id = $2`, [
    municipalityNo,
    id,
    roundId,
    version
  ]);
}

/** Adds a step to what became of a promise, with its row in the audit of the municipality. */
export async function recordStep(
  tx: Tx,
  { municipalityNo, id }: Place,
  { event, dueOn, teller }: { event: PromiseStep['event']; dueOn: string; teller: Teller },
  at: Date
): Promise<void> {
  const roundId = 'roundId' in teller ? teller.roundId : null;
  const byName = 'byName' in teller ? teller.byName : null;
  await tx.query(
    `insert into promise_event (municipality_no, promise_id, position, at, event, due_on, round_id, by_name)
    select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7
    from promise_event
    where municipality_no = $1 and promise_id = $2`,
    [municipalityNo, id, at, event, dueOn, roundId, byName]
  );
  const action = (
    {
      make: 'promise_made',
      keep: 'promise_kept',
      break: 'promise_broken',
      renew: 'promise_renewed',
      withdraw: 'promise_withdrawn',
      reopen: 'promise_reopened',
      remind: 'promise_reminded'
    } as const
  )[event];
  const detail = roundId === null ? { dueOn } : { dueOn, roundId };
  await recordAudit(tx, { at, chain: municipalityNo, action, subject: id, detail });
}
