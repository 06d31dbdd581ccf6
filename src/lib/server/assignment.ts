import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { tokenHash } from './token.ts';

/** A municipality expected to answer a round. */
export type Assignment = {
  municipalityNo: string;
  roundId: string;
  korusRegion: string;
  status: 'expected' | 'covered_by_host' | 'declined';
  coveredBy: string | null;
  contactName: string | null;
  contactEmail: string | null;
};

const columns = `
  municipality_no as "municipalityNo",
  round_id as "roundId",
  korus_region as "korusRegion",
  status,
  covered_by as "coveredBy",
  contact_name as "contactName",
  contact_email as "contactEmail"`;

/** The expected municipalities of a round, by number. */
export function listAssignments(tx: Tx, roundId: string): Promise<Assignment[]> {
  return tx.query<Assignment>(`select ${columns} from assignment where round_id = $1 order by municipality_no`, [
    roundId
  ]);
}

/** One expected municipality, or null when the round does not expect it. */
export async function findAssignment(tx: Tx, roundId: string, municipalityNo: string): Promise<Assignment | null> {
  const [assignment] = await tx.query<Assignment>(
    `select ${columns} from assignment where round_id = $1 and municipality_no = $2`,
    [roundId, municipalityNo]
  );
  return assignment ?? null;
}

/** The municipality and round that a link opens, or null; asked as a system actor, before anyone is known. */
export async function findByLink(tx: Tx, token: string): Promise<Assignment | null> {
  const [assignment] = await tx.query<Assignment>(`select ${columns} from assignment where link_hash = $1`, [
    tokenHash(token)
  ]);
  return assignment ?? null;
}

export type NewAssignment = Pick<Assignment, 'municipalityNo' | 'contactName' | 'contactEmail'> & { token: string };

/** Freezes the list of municipalities a round expects. */
export async function addAssignments(
  tx: Tx,
  round: { id: string; korusRegion: string },
  expected: readonly NewAssignment[],
  at: Date
): Promise<void> {
  await tx.query(
    `insert into assignment (municipality_no, round_id, korus_region, contact_name, contact_email, link_hash)
    select municipality_no, $1, $2, contact_name, contact_email, link_hash
    from unnest($3::text[], $4::text[], $5::text[], $6::bytea[])
      as expected (municipality_no, contact_name, contact_email, link_hash)`,
    [
      round.id,
      round.korusRegion,
      expected.map((one) => one.municipalityNo),
      expected.map((one) => one.contactName),
      expected.map((one) => one.contactEmail),
      expected.map((one) => tokenHash(one.token))
    ]
  );
  const detail = { expected: expected.length };
  await recordAudit(tx, { at, chain: 'system', action: 'expected_frozen', subject: round.id, detail });
}
