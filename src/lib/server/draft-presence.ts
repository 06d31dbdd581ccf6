import type { AnswerKey } from './answer-change.ts';
import type { Tx } from './db.ts';
import type { Editor } from './draft-edit.ts';

/** Someone who has the draft open; `field` is where they write, null when nowhere. */
export type Present = { window: string; by: string | null; field: string | null };

/** A stream that is alive tells so three times as often. */
const holdsMs = 60_000;

/** Tells that an editor has the draft open; those who have not been heard of for a minute are removed. */
export async function notePresence(tx: Tx, key: AnswerKey, { name, window }: Editor, at: Date): Promise<void> {
  await tx.query(`delete from draft_presence where municipality_no = $1 and round_id = $2 and seen_at <= $3`, [
    key.municipalityNo,
    key.roundId,
    new Date(at.getTime() - holdsMs)
  ]);
  await tx.query(
    `insert into draft_presence (municipality_no, round_id, opened_in, writer_name, seen_at)
    values ($1, $2, $3, $4, $5)
    on conflict (municipality_no, round_id, opened_in) do update set seen_at = excluded.seen_at`,
    [key.municipalityNo, key.roundId, window, name, at]
  );
}

/** Tells where an editor writes, who is present by it though no stream may have told so yet; null for nowhere any more. */
export async function noteField(
  tx: Tx,
  key: AnswerKey,
  editor: Editor,
  { field, at }: { field: string | null; at: Date }
): Promise<void> {
  if (field !== null) await notePresence(tx, key, editor, at);
  await tx.query(
    `update draft_presence
    set field = $4
    where municipality_no = $1 and round_id = $2 and opened_in = $3 and field is distinct from $4`,
    [key.municipalityNo, key.roundId, editor.window, field]
  );
}

/** Tells that an editor has closed the draft. */
export async function endPresence(tx: Tx, key: AnswerKey, window: string): Promise<void> {
  await tx.query(`delete from draft_presence where municipality_no = $1 and round_id = $2 and opened_in = $3`, [
    key.municipalityNo,
    key.roundId,
    window
  ]);
}

/** Who has the draft open now, by window. */
export function listPresent(tx: Tx, { roundId, municipalityNo }: AnswerKey, now: Date): Promise<Present[]> {
  return tx.query<Present>(
    `select opened_in as "window", writer_name as "by", field
    from draft_presence
    where municipality_no = $1 and round_id = $2 and seen_at > $3
    order by opened_in`,
    [municipalityNo, roundId, new Date(now.getTime() - holdsMs)]
  );
}
