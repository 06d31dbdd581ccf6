import { randomUUID } from 'node:crypto';
import type { CallNote } from '#lib/domain/call-list.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';

/** A note about a municipality in a round, with who wrote it. */
export type ContactNote = CallNote & {
  id: string;
  municipalityNo: string;
  at: Date;
  writtenBy: string;
  writer: string | null;
  changedAt: Date | null;
};
type Place = { roundId: string; municipalityNo: string };

/** The notes of a round, or of one municipality in it, the newest first. */
export function listNotes(tx: Tx, roundId: string, municipalityNo: string | null = null): Promise<ContactNote[]> {
  return tx.query<ContactNote>(
    `select
      note.id,
      note.municipality_no as "municipalityNo",
      note.at,
      note.written_by as "writtenBy",
      writer.name as writer,
      note.text,
      note.outcome,
      note.next_date::text as "nextDate",
      note.promised_for::text as "promisedFor",
      note.changed_at as "changedAt"
    from contact_note as note
    left join app_note_writers($1) as writer on writer.id = note.written_by
    where note.round_id = $1 and ($2::text is null or note.municipality_no = $2)
    order by note.at desc, note.id`,
    [roundId, municipalityNo]
  );
}

/** Adds a note and returns its id. What it says stands in no log. */
export async function addNote(
  tx: Tx,
  { roundId, municipalityNo }: Place,
  { writtenBy, ...note }: CallNote & { writtenBy: string },
  at: Date
): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into contact_note (municipality_no, round_id, id, at, written_by, text, outcome, next_date, promised_for)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [municipalityNo, roundId, id, at, writtenBy, note.text, note.outcome, note.nextDate, note.promisedFor]
  );
  const subject = `${roundId}/${municipalityNo}`;
  await recordAudit(tx, { at, chain: municipalityNo, action: 'note_added', subject, detail: {} });
  return id;
}

/** Changes a note of one's own. */
export async function changeNote(
  tx: Tx,
  { roundId, municipalityNo, id }: Place & { id: string },
  note: CallNote,
  at: Date
): Promise<void> {
  const changed = await tx.query(
    `update contact_note
    set text = $4, outcome = $5, next_date = $6, promised_for = $7, changed_at = $8
    where municipality_no = $1 and round_id = $2 and id = $3 and written_by = app_person()
    returning id`,
    [municipalityNo, roundId, id, note.text, note.outcome, note.nextDate, note.promisedFor, at]
  );
  if (changed.length === 0) throw Problem.notFound();
  const subject = `${roundId}/${municipalityNo}`;
  await recordAudit(tx, { at, chain: municipalityNo, action: 'note_changed', subject, detail: {} });
}

/** Takes back a note of one's own, and returns what it said so that it can be put back. */
export async function removeNote(
  tx: Tx,
  { roundId, municipalityNo, id }: Place & { id: string },
  at: Date
): Promise<CallNote> {
  const [removed] = await tx.query<CallNote>(
    `delete from contact_note
    where municipality_no = $1 and round_id = $2 and id = $3 and written_by = app_person()
    returning text, outcome, next_date::text as "nextDate", promised_for::text as "promisedFor"`,
    [municipalityNo, roundId, id]
  );
  if (!removed) throw Problem.notFound();
  const subject = `${roundId}/${municipalityNo}`;
  await recordAudit(tx, { at, chain: municipalityNo, action: 'note_removed', subject, detail: {} });
  return removed;
}
