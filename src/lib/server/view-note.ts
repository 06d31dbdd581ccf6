import { randomUUID } from 'node:crypto';
import type { ViewNote } from '#lib/domain/saved-view.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';
import type { ViewKey } from './saved-view.ts';

/** The notes on a view, the oldest first. */
export function listViewNotes(tx: Tx, roundId: string, viewId: string): Promise<ViewNote[]> {
  return tx.query<ViewNote>(
    `select
      note.id,
      note.written_by as "writtenBy",
      writer.name as writer,
      note.at,
      note.text
    from view_note as note
    left join app_view_people($1) as writer on writer.id = note.written_by
    where note.round_id = $1 and note.view_id = $2
    order by note.at, note.id`,
    [roundId, viewId]
  );
}

/** Adds a note to a view and returns its id. What it says stands in no log. */
export async function addViewNote(
  tx: Tx,
  view: ViewKey,
  { text, writtenBy }: Pick<ViewNote, 'text' | 'writtenBy'>,
  at: Date
): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into view_note (round_id, view_id, id, at, written_by, text)
    values ($1, $2, $3, $4, $5, $6)`,
    [view.roundId, view.id, id, at, writtenBy, text]
  );
  const { roundId, chain } = view;
  await recordAudit(tx, { at, chain, action: 'view_note_added', subject: roundId, detail: { view: view.id } });
  return id;
}

/** Takes back a note of one's own, and returns what it said so that it can be put back. */
export async function removeViewNote(tx: Tx, view: ViewKey, noteId: string, at: Date): Promise<string> {
  const [removed] = await tx.query<{ text: string }>(
    `delete from view_note
    where round_id = $1 and view_id = $2 and id::text = $3 and written_by = app_person()
    returning text`,
    [view.roundId, view.id, noteId]
  );
  if (!removed) throw Problem.notFound();
  const { roundId, chain } = view;
  await recordAudit(tx, { at, chain, action: 'view_note_removed', subject: roundId, detail: { view: view.id } });
  return removed.text;
}
