import type { Tx } from '#lib/server/db.ts';
import type { CaseKey } from './person.ts';

/** Somebody who has seen a case, or changed it. */
export type CaseReading = { at: Date; actorKind: string; actorName: string | null; action: string };

const most = 1000;

/** Who has seen or changed a case, the newest first, at most a thousand; empty for those who may not know. */
export function listReadings(tx: Tx, { municipalityNo, id }: CaseKey): Promise<CaseReading[]> {
  return tx.query<CaseReading>(
    `select at, actor_kind as "actorKind", actor_name as "actorName", action
    from app_case_readings($1, $2, $3)`,
    [municipalityNo, id, most]
  );
}
