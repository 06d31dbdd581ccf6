import type { AgeBand, ClosingCode } from '#lib/domain/case/case-file.ts';
import type { Tx } from '#lib/server/db.ts';
import type { CaseKey } from './person.ts';

/** How many rows of each kind went with a case. */
export type RemovedRows = Record<'events' | 'documents' | 'messages' | 'notices', number>;
/** A case that is gone: nothing of whom it was about. `removed` is empty for what was removed before it was counted. */
export type Removal = {
  caseId: string;
  municipalityNo: string;
  closingCode: ClosingCode;
  ageBand: AgeBand | null;
  backupsUntil: string;
  removedAt: Date;
  removed: Partial<RemovedRows>;
  proposedBy: string | null;
  confirmedBy: string | null;
};

/** What was removed of a unit, the newest first; empty for who is neither its leader nor its archivist. */
export function listRemovals(tx: Tx, unitNo: string): Promise<Removal[]> {
  return tx.query<Removal>(
    `select
      case_id as "caseId",
      municipality_no as "municipalityNo",
      closing_code as "closingCode",
      age_band as "ageBand",
      backups_until::text as "backupsUntil",
      removed_at as "removedAt",
      removed,
      proposed_by as "proposedBy",
      confirmed_by as "confirmedBy"
    from app_case_removals($1)`,
    [unitNo]
  );
}

/** How much goes when a case is removed. */
export async function countRows(tx: Tx, { municipalityNo, id }: CaseKey): Promise<RemovedRows> {
  const [counted] = await tx.query<RemovedRows>(
    `select
      (select count(*)::integer from case_event where municipality_no = $1 and case_id = $2) as events,
      (select count(*)::integer from case_document where municipality_no = $1 and case_id = $2) as documents,
      (select count(*)::integer from dispatch where municipality_no = $1 and case_id = $2) as messages,
      (select count(*)::integer from case_notice where municipality_no = $1 and case_id = $2) as notices`,
    [municipalityNo, id]
  );
  return counted ?? { events: 0, documents: 0, messages: 0, notices: 0 };
}
