import type { Tx } from '#lib/server/db.ts';
import type { StoredCase } from './file.ts';

/** Who has proposed what waits to be confirmed in a case, and when; null when nothing does. */
export async function findProposer(
  tx: Tx,
  { municipalityNo, id, unitNo }: StoredCase
): Promise<{ name: string | null; at: Date } | null> {
  const [found] = await tx.query<{ name: string | null; at: Date }>(
    `select proposer.name, file.proposed_at as at
    from case_file as file
    left join app_case_people($3) as proposer on proposer.id = file.proposed_by
    where file.municipality_no = $1 and file.id = $2 and file.proposed_by is not null`,
    [municipalityNo, id, unitNo]
  );
  return found ?? null;
}
