import type { Tx } from './db.ts';

/** When a municipality's answer was last touched in a round by anyone, and whether it was sent in then or only saved. */
export type AnswerChange = { at: Date; isSent: boolean };

/** A municipality's answer in a round. */
export type AnswerKey = { roundId: string; municipalityNo: string };

/** The last change of an answer, or null when nobody has begun it. */
export async function readLastChange(tx: Tx, { roundId, municipalityNo }: AnswerKey): Promise<AnswerChange | null> {
  const [change] = await tx.query<AnswerChange>(
    `select saved_at as at, false as "isSent"
    from draft
    where municipality_no = $1 and round_id = $2
    union all
    select submitted_at, true
    from report
    where municipality_no = $1 and round_id = $2
    order by at desc
    limit 1`,
    [municipalityNo, roundId]
  );
  return change ?? null;
}

/** When an answer was last sent in, or null. */
export async function readLastSent(tx: Tx, { roundId, municipalityNo }: AnswerKey): Promise<AnswerChange | null> {
  const [sent] = await tx.query<AnswerChange>(
    `select submitted_at as at, true as "isSent"
    from report
    where municipality_no = $1 and round_id = $2
    order by version desc
    limit 1`,
    [municipalityNo, roundId]
  );
  return sent ?? null;
}

/** Keeps everyone else from changing an answer until the transaction ends, and tells of the last change before it. */
export async function holdAnswer(tx: Tx, key: AnswerKey): Promise<AnswerChange | null> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `report:${key.roundId}:${key.municipalityNo}`
  ]);
  return readLastChange(tx, key);
}

/** Whether someone else has changed the answer after the change that a form was built on. */
export function isNewer(last: AnswerChange | null, basedOn: Date | null): boolean {
  return last !== null && last.at.getTime() !== basedOn?.getTime();
}
