import type { Extension } from '#lib/domain/extension.ts';
import type { Round } from '#lib/domain/round.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';
import { beginTransition } from './round.ts';

/** Gives a municipality more time for its first answer, or other more time than it had. */
export async function giveExtension(tx: Tx, round: Round, municipalityNo: string, given: Extension & { at: Date }) {
  const { until, reason, at } = given;
  await beginTransition(tx, round, 'extend', at);
  await setExtension(tx, round.id, municipalityNo, { until, reason });
  const subject = `${round.id}/${municipalityNo}`;
  const change = { extensionReason: [null, reason] as [unknown, unknown] };
  await recordAudit(tx, { at, chain: municipalityNo, action: 'extension_given', subject, detail: { until }, change });
}

/** Takes the more time back; the round's own closing holds again. */
export async function withdrawExtension(tx: Tx, round: Round, municipalityNo: string, at: Date): Promise<void> {
  await beginTransition(tx, round, 'withdraw_extension', at);
  await setExtension(tx, round.id, municipalityNo, { until: null, reason: null });
  const subject = `${round.id}/${municipalityNo}`;
  await recordAudit(tx, { at, chain: municipalityNo, action: 'extension_withdrawn', subject, detail: {} });
}

async function setExtension(
  tx: Tx,
  roundId: string,
  municipalityNo: string,
  { until, reason }: { until: Date | null; reason: string | null }
): Promise<void> {
  const changed = await tx.query(
    `update assignment
    set extended_until = $3, extension_reason = $4, revision = revision + 1
    where round_id = $1 and municipality_no = $2
    returning municipality_no`,
    [roundId, municipalityNo, until, reason]
  );
  if (changed.length === 0) throw Problem.notFound();
}
