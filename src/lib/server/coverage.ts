import { randomUUID } from 'node:crypto';
import type { Language } from '#lib/domain/language.ts';
import type { AnswerKey } from './answer-change.ts';
import { findAssignment, type Assignment } from './assignment.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';

/** A host that names the respondent's municipality, or that it or the round's list points to. */
export type Host = { host: string; hasAnswered: boolean; namesMe: boolean };

/** Another municipality of the respondent's round; `isExpected` when the list has it under the respondent's own. */
export type RoundMember = { municipalityNo: string; isExpected: boolean };

/** What an adviser decides: the answer of this host holds, or the municipality's own. */
export type Ruling = { holds: 'host'; host: string } | { holds: 'own' };

type Letter = { subject: string; body: string };
/** Whoever is told that a host answers for it, with the language of its letters and what its own link is made from. */
export type Covered = { municipalityNo: string; linkEdition: number; takesLinks: boolean; language: Language };

/** The hosts of the respondent's municipality, by number: all it may know of what others have answered. */
export function listHosts(tx: Tx): Promise<Host[]> {
  return tx.query<Host>(
    `select host, has_answered as "hasAnswered", names_me as "namesMe"
    from app_hosts()`
  );
}

/** The other municipalities of the respondent's round, by number. */
export function listRoundMembers(tx: Tx): Promise<RoundMember[]> {
  return tx.query<RoundMember>(
    `select municipality_no as "municipalityNo", is_expected as "isExpected"
    from app_round_members()
    order by municipality_no`
  );
}

/** Mails those that the respondent's newest version names for the first time, in the transaction that stored it. */
export async function tellCovered(tx: Tx, letterTo: (covered: Covered) => Letter, at: Date): Promise<void> {
  const newly = await tx.query<Covered>(
    `select municipality_no as "municipalityNo", link_edition as "linkEdition", takes_links as "takesLinks", language
    from app_newly_covered()
    order by municipality_no`
  );
  for (const covered of newly) {
    const { subject, body } = letterTo(covered);
    const id = randomUUID();
    await tx.query(`select app_tell_covered($1, $2, $3, $4, $5)`, [covered.municipalityNo, id, subject, body, at]);
    await recordAudit(tx, { at, chain: 'system', action: 'message_queued', subject: id, detail: {} });
  }
}

/**
 * Decides whose answer holds for a municipality; null takes a decision back. For advisers of its region. It stands in the
 * audit of the municipality and of every host it was between.
 */
export async function ruleCoverage(
  tx: Tx,
  { roundId, municipalityNo }: AnswerKey,
  ruling: Ruling | null,
  { by, at, hosts }: { by: string; at: Date; hosts: readonly string[] }
): Promise<void> {
  const before = await findAssignment(tx, roundId, municipalityNo);
  const host = ruling?.holds === 'host' ? ruling.host : null;
  if (!before || (host !== null && !(await isOther(tx, before, host)))) throw Problem.notFound();
  if (ruling === null && before.coverRuling === null) return;
  await setRuling(tx, before, ruling === null ? null : { holds: ruling.holds, host, by, at });
  const action = ruling === null ? 'coverage_ruling_undone' : 'coverage_ruled';
  const detail = { municipality: municipalityNo, ...ruling };
  const chains = [municipalityNo, ...hosts, host, before.coverRulingHost].filter((one) => one !== null);
  for (const chain of new Set(chains)) {
    await recordAudit(tx, { at, chain, action, subject: `${roundId}/${municipalityNo}`, detail });
  }
}

async function isOther(tx: Tx, { roundId, municipalityNo }: Assignment, host: string): Promise<boolean> {
  return host !== municipalityNo && (await findAssignment(tx, roundId, host)) !== null;
}

async function setRuling(
  tx: Tx,
  { roundId, municipalityNo }: Assignment,
  ruling: { holds: string; host: string | null; by: string; at: Date } | null
): Promise<void> {
  const changed = await tx.query(
    `update assignment
    set cover_ruling = $3, cover_ruling_host = $4, cover_ruled_by = $5, cover_ruled_at = $6, revision = revision + 1
    where round_id = $1 and municipality_no = $2
    returning municipality_no`,
    [roundId, municipalityNo, ruling?.holds, ruling?.host, ruling?.by, ruling?.at]
  );
  if (changed.length === 0) throw Problem.notFound();
}
