import { asideDays, type AsideReason, type IncomingState } from '#lib/domain/case/case-incoming.ts';
import type { DocumentKind } from '#lib/domain/case/case-document.ts';
import { dayOf, daysAfter } from '#lib/domain/day.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import type { Register } from './data-key.ts';
import { addDocuments, listDocuments, readDocument, type DocumentFile } from './document.ts';
import type { CaseKey } from './person.ts';

/** Something that came in from outside and has no case yet; what it holds are its documents. */
export type Incoming = {
  municipalityNo: string;
  id: string;
  unitNo: string;
  state: IncomingState;
  senderOrganisationNo: string | null;
  sentAt: Date | null;
  fetchedAt: Date;
  documents: number;
};

const columns = `
  incoming.municipality_no as "municipalityNo",
  incoming.id,
  incoming.unit_no as "unitNo",
  incoming.state,
  incoming.sender_organisation_no as "senderOrganisationNo",
  incoming.sent_at as "sentAt",
  incoming.fetched_at as "fetchedAt",
  (
    select count(*)::integer
    from case_document as document
    where document.municipality_no = incoming.municipality_no and document.incoming_id = incoming.id
  ) as documents`;

/** What came in and nobody has settled, the oldest first, for those who may see it. */
export function listIncoming(tx: Tx): Promise<Incoming[]> {
  return tx.query<Incoming>(
    `select ${columns}
    from case_incoming as incoming
    where incoming.state in ('waiting', 'unreadable', 'rejected')
    order by incoming.fetched_at, incoming.id`
  );
}

/** One of them, settled or not; null for those who may not see it. */
export async function findIncoming(tx: Tx, municipalityNo: string, id: string): Promise<Incoming | null> {
  const [found] = await tx.query<Incoming>(
    `select ${columns}
    from case_incoming as incoming
    where incoming.municipality_no = $1 and incoming.id::text = $2`,
    [municipalityNo, id]
  );
  return found ?? null;
}

/**
 * Puts what came in into a case, sealed anew with the key of the case's municipality. Somebody else who settled it first is
 * a conflict.
 */
export async function putInCase(
  register: Register,
  { municipalityNo, id, unitNo }: Incoming,
  { file, kind, by }: { file: CaseKey & { unitNo: string }; kind: DocumentKind; by: string }
): Promise<void> {
  const { tx, at } = register;
  const settled = await tx.query(
    `update case_incoming
    set state = 'used', case_municipality_no = $3, case_id = $4, settled_at = $5, settled_by = $6
    where municipality_no = $1 and id = $2 and state = 'waiting'
    returning id`,
    [municipalityNo, id, file.municipalityNo, file.id, at, by]
  );
  if (settled.length === 0) throw Problem.conflict('try-again');
  const files: DocumentFile[] = [];
  for (const document of await listDocuments(tx, { municipalityNo, id, of: 'incoming' })) {
    const content = await readDocument(register, document, 'case');
    if (!content) throw new Error('a document is gone while it was put in a case: ' + document.id);
    files.push({ ending: document.ending, content });
  }
  await tx.query(`delete from case_document where municipality_no = $1 and incoming_id = $2`, [municipalityNo, id]);
  await addDocuments(register, { ...file, of: 'case' }, { kind, files, by });
  const detail = { case: file.id, kind };
  await recordAudit(tx, {
    ...{ at, chain: `unit-${unitNo}`, action: 'incoming_used', subject: `incoming/${id}`, detail }
  });
}

/** Sets aside what is no referral, or what can only be found on paper; it is deleted after some days. */
export async function setAside(
  { tx, at }: Pick<Register, 'tx' | 'at'>,
  { municipalityNo, id, unitNo }: Incoming,
  { reason, by }: { reason: AsideReason; by: string }
): Promise<void> {
  const settled = await tx.query(
    `update case_incoming
    set state = 'set_aside', reason = $3, settled_at = $4, settled_by = $5, delete_after = $6
    where municipality_no = $1 and id = $2 and state in ('waiting', 'rejected')
    returning id`,
    [municipalityNo, id, reason, at, by, daysAfter(dayOf(at), asideDays)]
  );
  if (settled.length === 0) throw Problem.conflict('try-again');
  await recordAudit(tx, {
    ...{ at, chain: `unit-${unitNo}`, action: 'incoming_set_aside', subject: `incoming/${id}`, detail: { reason } }
  });
}

/** Deletes what was set aside long enough ago. Returns how many. For the intake. */
export async function forgetSetAside(tx: Tx, at: Date): Promise<number> {
  const removed = await tx.query<{ id: string; unitNo: string; reason: string }>(
    `delete from case_incoming
    where state = 'set_aside' and delete_after < $1 and acknowledged_at is not null
    returning id, unit_no as "unitNo", reason`,
    [dayOf(at)]
  );
  for (const { id, unitNo, reason } of removed) {
    await recordAudit(tx, {
      ...{ at, chain: `unit-${unitNo}`, action: 'incoming_removed', subject: `incoming/${id}`, detail: { reason } }
    });
  }
  return removed.length;
}
