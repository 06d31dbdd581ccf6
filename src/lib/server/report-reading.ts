import type { Round } from '#lib/domain/round.ts';
import type { AnswerKey } from './answer-change.ts';
import { recordAudit } from './audit.ts';
import { recordReportRead, visitMinutes } from './audit-log.ts';
import type { Tx } from './db.ts';

/** An answer that was seen, and which version of it. */
type SeenAnswer = { municipalityNo: string; version: number };

/**
 * Tells that the person has seen the figures of all: a visit in the region's audit, and once in 24 hours that each answer
 * was read, in the audit of its municipality, as if it had been opened alone.
 */
export async function recordGridRead(
  tx: Tx,
  round: Pick<Round, 'id' | 'korusRegion'>,
  seen: readonly SeenAnswer[],
  at: Date
): Promise<void> {
  await recordVisit(tx, { roundId: round.id, chain: round.korusRegion }, at);
  await recordReads(tx, round.id, seen, at);
}

/** The same of a county governor's adviser, with the visit in the audit of each of the counties. */
export async function recordCountyRead(
  tx: Tx,
  { roundId, counties }: { roundId: string; counties: readonly string[] },
  seen: readonly SeenAnswer[],
  at: Date
): Promise<void> {
  for (const chain of counties) await recordVisit(tx, { roundId, chain }, at);
  await recordReads(tx, roundId, seen, at);
}

async function recordReads(tx: Tx, roundId: string, seen: readonly SeenAnswer[], at: Date): Promise<void> {
  const dayBefore = new Date(at.getTime() - 86_400_000);
  const first = await tx.query<{ municipalityNo: string }>(
    `select municipality_no as "municipalityNo" from app_reads_first($1, $2, $3) as municipality_no`,
    [roundId, seen.map(({ municipalityNo }) => municipalityNo), dayBefore]
  );
  const wanted = new Set(first.map(({ municipalityNo }) => municipalityNo));
  const reads = seen.filter(({ municipalityNo }) => wanted.has(municipalityNo));
  if (reads.length === 0) return;
  await tx.query(
    `insert into audit (at, chain, action, subject, detail)
    select $1, municipality_no, 'report_read', $2 || '/' || municipality_no, jsonb_build_object('version', version)
    from unnest($3::text[], $4::integer[]) as seen (municipality_no, version)
    order by municipality_no`,
    [at, roundId, reads.map(({ municipalityNo }) => municipalityNo), reads.map(({ version }) => version)]
  );
}

/** Tells that the person has seen one answer, unless they have been told of within the visit. */
export async function recordCellRead(tx: Tx, answer: AnswerKey & { version: number }, at: Date): Promise<void> {
  const since = new Date(at.getTime() - visitMinutes * 60_000);
  const first = await tx.query(`select app_reads_first($1, $2, $3)`, [answer.roundId, [answer.municipalityNo], since]);
  if (first.length > 0) await recordReportRead(tx, answer, at);
}

async function recordVisit(tx: Tx, { roundId, chain }: { roundId: string; chain: string }, at: Date): Promise<void> {
  const since = new Date(at.getTime() - visitMinutes * 60_000);
  const [visit] = await tx.query<{ isKnown: boolean }>(`select app_has_done($1, 'answers_seen', $2) as "isKnown"`, [
    chain,
    since
  ]);
  if (visit?.isKnown) return;
  await recordAudit(tx, { at, chain, action: 'answers_seen', subject: roundId, detail: {} });
}
