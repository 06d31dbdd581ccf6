import type { ConditionVersion } from '#lib/domain/case/case-archive.ts';
import type { Tx } from '#lib/server/db.ts';
import type { CaseKey } from './person.ts';

/** Every version of the conditions of a case, in the order they were recorded. */
export function listConditionVersions(tx: Tx, { municipalityNo, id }: CaseKey): Promise<ConditionVersion[]> {
  return tx.query<ConditionVersion>(
    `select
      kind,
      version,
      required,
      valid_from::text as from,
      valid_until::text as until,
      is_withdrawn as "isWithdrawn",
      recorded_at as "recordedAt"
    from case_condition
    where municipality_no = $1 and case_id = $2
    order by recorded_at, kind, version`,
    [municipalityNo, id]
  );
}
