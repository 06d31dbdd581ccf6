import type { FieldChange } from '#lib/domain/draft-merge.ts';
import type { AnswerKey } from './answer-change.ts';
import type { Tx } from './db.ts';

/** Who edits: a name, or null for whoever holds the municipality's link; and in which window, a random key. */
export type Editor = { name: string | null; window: string };

/** A value that somebody saved in a field of a draft. */
export type DraftEdit = { sequence: number; field: string; value: string; by: string | null; window: string; at: Date };

const columns = `sequence, field, value, edited_by as "by", edited_in as "window", edited_at as "at"`;

/** What is written together: the changes of one save; `settles` names the fields in which a choice between two was made. */
type Edits = { changes: readonly FieldChange[]; settles: readonly string[]; editor: Editor; at: Date };

/** Adds the changes of a save to what has been edited. A value that nobody has edited and is overwritten unseen is added too. */
export async function addEdits(tx: Tx, { roundId, municipalityNo }: AnswerKey, edits: Edits): Promise<void> {
  const { changes, settles, editor, at } = edits;
  if (changes.length === 0) return;
  await tx.query(
    `with numbered as (
      select coalesce(max(sequence), 0) as last from draft_edit where municipality_no = $1 and round_id = $2
    ),
    latest as (
      select distinct on (field) field, sequence
      from draft_edit
      where municipality_no = $1 and round_id = $2
      order by field, sequence desc
    )
    insert into draft_edit
      (municipality_no, round_id, sequence, field, value, edited_by, edited_in, edited_at, overwrote, settles)
    select
      $1, $2, numbered.last + change.number, change.field, change.value, $6, $7, $8,
      case when change.is_unseen then latest.sequence end,
      change.field = any ($9::text[])
    from numbered
    cross join unnest($3::text[], $4::text[], $5::boolean[]) with ordinality as change (field, value, is_unseen, number)
    left join latest on latest.field = change.field`,
    [
      municipalityNo,
      roundId,
      changes.map(({ field }) => field),
      changes.map(({ value }) => value),
      changes.map(({ isUnseen }) => isUnseen),
      editor.name,
      editor.window,
      at,
      settles
    ]
  );
}

/** The newest edit of each field of a draft. */
export function listLatestEdits(tx: Tx, { roundId, municipalityNo }: AnswerKey): Promise<DraftEdit[]> {
  return tx.query<DraftEdit>(
    `select distinct on (field) ${columns}
    from draft_edit
    where municipality_no = $1 and round_id = $2
    order by field, sequence desc`,
    [municipalityNo, roundId]
  );
}

/**
 * The values that someone overwrote without having seen them, the newest first, until the choice is made in that field or
 * their own writer writes another there.
 */
export function listOverwritten(tx: Tx, { roundId, municipalityNo }: AnswerKey): Promise<DraftEdit[]> {
  return tx.query<DraftEdit>(
    `select ${columns}
    from (
      select
        sequence,
        field,
        value,
        edited_by,
        edited_in,
        edited_at,
        max(sequence) filter (where settles) over (partition by field) as settled_in,
        max(sequence) over (partition by field, edited_in) as last_of_writer
      from draft_edit
      where municipality_no = $1 and round_id = $2
    ) as lost
    where sequence = last_of_writer
      and sequence >= coalesce(settled_in, 0)
      and sequence = any (
        array(select overwrote from draft_edit where municipality_no = $1 and round_id = $2 and overwrote is not null)
      )
    order by sequence desc`,
    [municipalityNo, roundId]
  );
}

/** One edit of a draft by its number, or null. */
export async function findEdit(tx: Tx, key: AnswerKey, sequence: number): Promise<DraftEdit | null> {
  const [edit] = await tx.query<DraftEdit>(
    `select ${columns} from draft_edit where municipality_no = $1 and round_id = $2 and sequence = $3`,
    [key.municipalityNo, key.roundId, sequence]
  );
  return edit ?? null;
}
