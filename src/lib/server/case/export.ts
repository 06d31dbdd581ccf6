import { recordAudit } from '#lib/server/audit.ts';
import type { Tx } from '#lib/server/db.ts';
import type { StoredCase } from './file.ts';

/** A package that was made of a case; `sha256` in hex is of the whole file. */
export type CaseExport = { number: number; madeAt: Date; madeBy: string | null; documents: number; sha256: string };

/** The packages that were made of a case, the newest first. */
export function listExports(tx: Tx, { municipalityNo, id, unitNo }: StoredCase): Promise<CaseExport[]> {
  return tx.query<CaseExport>(
    `select export.number, export.made_at as "madeAt", maker.name as "madeBy", export.documents, export.sha256
    from case_export as export
    left join app_case_people($3) as maker on maker.id = export.made_by
    where export.municipality_no = $1 and export.case_id = $2
    order by export.number desc`,
    [municipalityNo, id, unitNo]
  );
}

/** Keeps that a package was made, and tells the unit's audit. */
export async function recordExport(
  tx: Tx,
  { municipalityNo, id, unitNo }: StoredCase,
  { by, documents, sha256 }: { by: string; documents: number; sha256: string },
  at: Date
): Promise<void> {
  await tx.query(
    `insert into case_export (municipality_no, case_id, number, made_at, made_by, documents, sha256)
    select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6
    from case_export
    where municipality_no = $1 and case_id = $2`,
    [municipalityNo, id, at, by, documents, sha256]
  );
  const detail = { documents, sha256 };
  await recordAudit(tx, { at, chain: `unit-${unitNo}`, action: 'case_exported', subject: `case/${id}`, detail });
}
