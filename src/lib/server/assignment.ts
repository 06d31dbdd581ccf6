import type { Contact } from '#lib/domain/contact.ts';
import { recordAudit } from './audit.ts';
import { keepContact, keepFirstContacts } from './contact.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';
import { answerToken, tokenHash } from './token.ts';

/** A municipality expected to answer a round. */
export type Assignment = {
  municipalityNo: string;
  roundId: string;
  korusRegion: string;
  status: 'expected' | 'covered_by_host' | 'declined';
  coveredBy: string | null;
  coverRuling: 'host' | 'own' | null;
  coverRulingHost: string | null;
  coverRuledAt: Date | null;
  contactName: string | null;
  contactEmail: string | null;
  linkEdition: number;
  /** Until when it may send a first answer though the round is closed, and why; null without more time. */
  extendedUntil: Date | null;
  extensionReason: string | null;
  /** Why it will not answer; only with the status `declined`. */
  declinedReason: string | null;
};

const columns = `
  municipality_no as "municipalityNo",
  round_id as "roundId",
  korus_region as "korusRegion",
  status,
  covered_by as "coveredBy",
  cover_ruling as "coverRuling",
  cover_ruling_host as "coverRulingHost",
  cover_ruled_at as "coverRuledAt",
  contact_name as "contactName",
  contact_email as "contactEmail",
  link_edition as "linkEdition",
  extended_until as "extendedUntil",
  extension_reason as "extensionReason",
  declined_reason as "declinedReason"`;

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

/** The municipality and round that a link opens, or null, as while the round is prepared; asked as a system actor, before anyone is known. */
export async function findByLink(tx: Tx, token: string): Promise<Assignment | null> {
  const [assignment] = await tx.query<Assignment>(
    `select ${columns}
    from assignment
    where link_hash = $1
      and exists (select from round where round.id = assignment.round_id and round.opened_at is not null)`,
    [tokenHash(token)]
  );
  return assignment ?? null;
}

/**
 * Makes someone else the contact of a municipality in a round: the link of the one before stops, and the token of the
 * new one is returned with the contact before. The municipality's own contact follows. Null when the round does not
 * expect the municipality.
 */
export async function replaceContact(
  tx: Tx,
  { roundId, municipalityNo }: Pick<Assignment, 'roundId' | 'municipalityNo'>,
  contact: Contact,
  { secret, at }: { secret: string; at: Date }
): Promise<{ token: string; before: Assignment } | null> {
  const before = await findAssignment(tx, roundId, municipalityNo);
  if (!before) return null;
  const edition = before.linkEdition + 1;
  const token = answerToken(secret, roundId, municipalityNo, edition);
  await recordAudit(tx, {
    at,
    chain: municipalityNo,
    action: 'contact_replaced',
    subject: `${roundId}/${municipalityNo}`,
    detail: { edition },
    change: { contact: [before.contactEmail, contact.email] }
  });
  const changed = await tx.query(
    `update assignment
    set contact_name = $3, contact_email = $4, link_hash = $5, link_edition = $6
    where round_id = $1 and municipality_no = $2 and link_edition = $6 - 1
    returning municipality_no`,
    [roundId, municipalityNo, contact.name, contact.email, tokenHash(token), edition]
  );
  if (changed.length === 0) throw Problem.conflict('try-again');
  await keepContact(tx, municipalityNo, contact, at);
  return { token, before };
}

export type NewAssignment = Pick<Assignment, 'municipalityNo' | 'contactName' | 'contactEmail'> &
  Partial<Pick<Assignment, 'status' | 'coveredBy'>> & { token: string };

/** Freezes the list of municipalities a round expects. */
export async function addAssignments(
  tx: Tx,
  round: { id: string; korusRegion: string },
  expected: readonly NewAssignment[],
  at: Date
): Promise<void> {
  await insertAssignments(tx, round, expected, at);
  const detail = { expected: expected.length };
  await recordAudit(tx, { at, chain: 'system', action: 'expected_frozen', subject: round.id, detail });
}

/** Puts municipalities on the list of a round; its caller writes the audit row that tells why. */
export async function insertAssignments(
  tx: Tx,
  round: { id: string; korusRegion: string },
  expected: readonly NewAssignment[],
  at: Date
): Promise<void> {
  await tx.query(
    `insert into assignment (municipality_no, round_id, korus_region, contact_name, contact_email, link_hash, status,
      covered_by)
    select municipality_no, $1, $2, contact_name, contact_email, link_hash, status, covered_by
    from unnest($3::text[], $4::text[], $5::text[], $6::bytea[], $7::text[], $8::text[])
      as expected (municipality_no, contact_name, contact_email, link_hash, status, covered_by)`,
    [
      round.id,
      round.korusRegion,
      expected.map((one) => one.municipalityNo),
      expected.map((one) => one.contactName),
      expected.map((one) => one.contactEmail),
      expected.map((one) => tokenHash(one.token)),
      expected.map((one) => one.status ?? 'expected'),
      expected.map((one) => one.coveredBy ?? null)
    ]
  );
  const contacts = expected.flatMap(({ municipalityNo, contactName, contactEmail }) =>
    contactEmail === null ? [] : [{ municipalityNo, name: contactName ?? contactEmail, email: contactEmail }]
  );
  await keepFirstContacts(tx, contacts, at);
}
