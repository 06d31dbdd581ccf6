import type { Expectation } from '#lib/domain/expected-list.ts';
import type { Round } from '#lib/domain/round.ts';
import { insertAssignments, type Assignment } from './assignment.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';
import { addRound, beginTransition } from './round.ts';
import { answerToken } from './token.ts';

type At = { secret: string; at: Date };

/** Adds a round in preparation with the list it begins with, all or nothing. */
export async function prepareRound(tx: Tx, round: Round, list: readonly Expectation[], how: At): Promise<void> {
  await addRound(tx, round, how.at);
  await insertExpected(tx, round, list, how);
}

/** Adds a municipality to the list of a round in preparation; one that stands there already is a conflict. */
export async function addExpected(tx: Tx, round: Round, one: Expectation, { secret, at }: At): Promise<void> {
  await beginTransition(tx, round, 'change_list', at);
  await insertExpected(tx, round, [one], { secret, at });
  const { municipalityNo: chain } = one;
  await recordAudit(tx, { at, chain, action: 'expected_added', subject: `${round.id}/${chain}`, detail: {} });
}

/** Takes a municipality off the list of a round in preparation, and gives it back; those it hosted are to answer again. */
export async function removeExpected(tx: Tx, round: Round, municipalityNo: string, at: Date): Promise<Expectation> {
  await beginTransition(tx, round, 'change_list', at);
  await unhost(tx, round, municipalityNo, at);
  const [removed] = await tx.query<Expectation>(
    `delete from assignment
    where round_id = $1 and municipality_no = $2
    returning municipality_no as "municipalityNo", status, covered_by as "coveredBy", contact_name as "contactName",
      contact_email as "contactEmail"`,
    [round.id, municipalityNo]
  );
  if (!removed) throw Problem.notFound();
  const subject = `${round.id}/${municipalityNo}`;
  await recordAudit(tx, { at, chain: municipalityNo, action: 'expected_removed', subject, detail: {} });
  return removed;
}

/** Those that a municipality was to answer for are to answer themselves. */
async function unhost(tx: Tx, round: Round, host: string, at: Date): Promise<void> {
  const unhosted = await tx.query<{ municipalityNo: string }>(
    `update assignment
    set status = 'expected', covered_by = null, revision = revision + 1
    where round_id = $1 and covered_by = $2
    returning municipality_no as "municipalityNo"`,
    [round.id, host]
  );
  const detail = { before: { status: 'covered_by_host', coveredBy: host }, status: 'expected', coveredBy: null };
  for (const { municipalityNo: chain } of unhosted) {
    await recordAudit(tx, { at, chain, action: 'expectation_changed', subject: `${round.id}/${chain}`, detail });
  }
}

/** What a round expects of a municipality: that it answers, that its host does, or nothing, with the reason. */
export type ExpectedOf = Pick<Assignment, 'status' | 'coveredBy' | 'declinedReason'>;

/** Changes what is expected of a municipality; the same again changes nothing. */
export async function setExpectation(
  tx: Tx,
  round: Round,
  before: Assignment,
  change: { wanted: ExpectedOf; at: Date }
) {
  const { wanted, at } = change;
  await beginTransition(tx, round, wanted.status === 'declined' ? 'set_declined' : 'set_host', at);
  const { municipalityNo } = before;
  const changed = await tx.query(
    `update assignment
    set status = $3, covered_by = $4, declined_reason = $5, revision = revision + 1
    where round_id = $1
      and municipality_no = $2
      and (status, covered_by, declined_reason) is distinct from ($3, $4, $5)
    returning municipality_no`,
    [round.id, municipalityNo, wanted.status, wanted.coveredBy, wanted.declinedReason]
  );
  if (changed.length === 0) return;
  await recordAudit(tx, {
    at,
    chain: municipalityNo,
    action: 'expectation_changed',
    subject: `${round.id}/${municipalityNo}`,
    detail: { before: { status: before.status, coveredBy: before.coveredBy }, ...wanted, declinedReason: undefined },
    change: { declinedReason: [before.declinedReason, wanted.declinedReason] }
  });
}

async function insertExpected(tx: Tx, round: Round, list: readonly Expectation[], { secret, at }: At): Promise<void> {
  const assignments = list.map((one) => ({ ...one, token: answerToken(secret, round.id, one.municipalityNo) }));
  await insertAssignments(tx, round, assignments, at);
}
