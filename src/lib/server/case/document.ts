import { randomUUID } from 'node:crypto';
import type { DocumentKind } from '#lib/domain/case/case-document.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import { decrypt, encrypt, type Belonging } from './cipher.ts';
import { currentKey, keyOf, type Register } from './data-key.ts';
import type { CaseKey } from './person.ts';

/** A document without what it says. `size` in bytes. */
export type CaseDocument = {
  municipalityNo: string;
  id: string;
  kind: DocumentKind;
  number: number;
  ending: string;
  size: number;
  addedAt: Date;
};
/** A file as it comes: its content, and the ending it is kept with. */
export type DocumentFile = { ending: string; content: Buffer };
/** Where documents belong: a case, or what came in and has no case yet. */
export type DocumentPlace = CaseKey & { unitNo: string; of: 'case' | 'incoming' };
type DocumentKey = { municipalityNo: string; id: string };

const columns = `
  document.municipality_no as "municipalityNo",
  document.id,
  document.kind,
  document.number,
  document.ending,
  document.size,
  document.added_at as "addedAt"`;
const placeColumn = { case: 'case_id', incoming: 'incoming_id' } as const;

/** The documents of a case or of what came in, in the order they were added, for those who may read them. */
export function listDocuments(
  tx: Tx,
  { municipalityNo, id, of }: Omit<DocumentPlace, 'unitNo'>
): Promise<CaseDocument[]> {
  return tx.query<CaseDocument>(
    `select ${columns}
    from case_document as document
    where document.municipality_no = $1 and document.${placeColumn[of]} = $2
    order by document.number`,
    [municipalityNo, id]
  );
}

/** Keeps documents, sealed with the newest key of the municipality; the audit tells how many. `by` null: the system. */
export async function addDocuments(
  register: Register,
  place: DocumentPlace,
  { kind, files, by }: { kind: DocumentKind; files: readonly DocumentFile[]; by: string | null }
): Promise<void> {
  const { tx, at } = register;
  const { municipalityNo, id, unitNo, of } = place;
  if (files.length === 0) return;
  const { edition, key } = await currentKey(register, municipalityNo);
  for (const { ending, content } of files) {
    const document = { municipalityNo, id: randomUUID() };
    await tx.query(
      `insert into case_document (
        municipality_no, id, unit_no, ${placeColumn[of]}, kind, number, ending, size, key_edition, content, added_at, added_by
      )
      select $1, $2, $3, $4, $5, coalesce(max(number), 0) + 1, $6, $7, $8, $9, $10, $11
      from case_document
      where municipality_no = $1 and ${placeColumn[of]} = $4`,
      [
        ...[municipalityNo, document.id, unitNo, id, kind, ending, content.length, edition],
        ...[encrypt(key, belongingOf(document), content), at, by]
      ]
    );
  }
  const detail = { kind, documents: files.length };
  const subject = `${of}/${id}`;
  await recordAudit(tx, { at, chain: `unit-${unitNo}`, action: 'case_document_added', subject, detail });
}

/** What a document says; null for those who may not read it. The store tells of it in the unit's audit. */
export async function readDocument(
  register: Register,
  { municipalityNo, id }: DocumentKey,
  purpose: 'page' | 'case' | 'key' | 'archive'
): Promise<Buffer | null> {
  const { tx, at } = register;
  const [row] = await tx.query<{ keyEdition: number; content: Buffer }>(
    `select key_edition as "keyEdition", content from app_read_case_document($1, $2, $3, $4)`,
    [municipalityNo, id, purpose, at]
  );
  if (!row) return null;
  const { key } = await keyOf(register, municipalityNo, row.keyEdition);
  return decrypt(key, belongingOf({ municipalityNo, id }), Buffer.from(row.content));
}

/** One document by its address, without what it says; null for those who may not read it. */
export async function findDocument(tx: Tx, municipalityNo: string, id: string): Promise<CaseDocument | null> {
  const [found] = await tx.query<CaseDocument>(
    `select ${columns} from case_document as document where document.municipality_no = $1 and document.id::text = $2`,
    [municipalityNo, id]
  );
  return found ?? null;
}

/** Removes a document that was put in a case by mistake. */
export async function removeDocument(
  { tx, at }: Pick<Register, 'tx' | 'at'>,
  { municipalityNo, id, unitNo }: CaseKey & { unitNo: string },
  number: number
): Promise<void> {
  const removed = await tx.query<{ kind: DocumentKind }>(
    `delete from case_document
    where municipality_no = $1 and case_id = $2 and number = $3
    returning kind`,
    [municipalityNo, id, number]
  );
  const [document] = removed;
  if (!document) throw Problem.notFound();
  const detail = { kind: document.kind, number };
  await recordAudit(tx, {
    ...{ at, chain: `unit-${unitNo}`, action: 'case_document_removed', subject: `case/${id}`, detail }
  });
}

/** Whether the prosecution's answer lies in the case since it was last asked. */
export async function hasAnswerDocument(tx: Tx, { municipalityNo, id }: CaseKey): Promise<boolean> {
  const found = await tx.query(
    `select 1
    from case_document as document
    where document.municipality_no = $1
      and document.case_id = $2
      and document.kind = 'answer'
      and document.added_at >= (
        select max(event.at)
        from case_event as event
        where event.municipality_no = $1
          and event.case_id = $2
          and event.event in ('clarify', 'notify_no_show')
      )
    limit 1`,
    [municipalityNo, id]
  );
  return found.length > 0;
}

/** Seals a document anew with the newest key; the reading stands in the audit, as every other does. */
export async function resealDocument(register: Register, document: DocumentKey): Promise<void> {
  const { tx } = register;
  const { municipalityNo, id } = document;
  const content = await readDocument(register, document, 'key');
  if (!content) throw new Error('a document is gone while its key was changed: ' + id);
  const { edition, key } = await currentKey(register, municipalityNo);
  await tx.query(`update case_document set key_edition = $3, content = $4 where municipality_no = $1 and id = $2`, [
    ...[municipalityNo, id, edition],
    encrypt(key, belongingOf(document), content)
  ]);
}

function belongingOf({ municipalityNo, id }: DocumentKey): Belonging {
  return { table: 'case_document', column: 'content', municipalityNo, id };
}
