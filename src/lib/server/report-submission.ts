import { createHash } from 'node:crypto';
import { holdAnswer, isNewer, type AnswerChange } from './answer-change.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { queueMessage, type NewMessage } from './message.ts';
import { closeCorrected } from './query-thread.ts';
import { reportColumns, type Report } from './report.ts';

type Optional = 'changeReason' | 'carried' | 'coverage' | 'sources';
export type NewReport = Omit<Report, 'version' | 'hash' | Optional> & Partial<Pick<Report, Optional>>;

/** The form a report was sent from: its own random key, and the change of the answer that it was built on. */
export type Form = { key: string; basedOn: Date | null };

/**
 * Sends a form in, with letters about the version it makes. The same form with the same content again gives the version
 * it made the first time; a form built on something that others have changed since is not stored, and the change is
 * returned instead.
 */
export async function sendReport(
  tx: Tx,
  report: NewReport,
  form: Form,
  lettersOf: (made: Report) => readonly NewMessage[] = () => []
): Promise<{ report: Report } | { newer: AnswerChange }> {
  const last = await holdAnswer(tx, report);
  const made = await findByForm(tx, report, form.key);
  if (made && hasSameContent(made, report)) return { report: made };
  if (last && isNewer(last, form.basedOn)) return { newer: last };
  const added = await addVersion(tx, report, form.key);
  for (const letter of lettersOf(added)) await queueMessage(tx, letter, added.submittedAt);
  return { report: added };
}

/** Adds a version that came from elsewhere than a form, all or nothing. */
export async function submitReport(tx: Tx, report: NewReport): Promise<Report> {
  await holdAnswer(tx, report);
  return addVersion(tx, report, null);
}

async function addVersion(tx: Tx, report: NewReport, formKey: string | null): Promise<Report> {
  const { municipalityNo, roundId } = report;
  const [latest] = await tx.query<Pick<Report, 'version' | 'answers' | 'coverage'>>(
    `select version, answers, coverage
    from report
    where municipality_no = $1 and round_id = $2
    order by version desc
    limit 1`,
    [municipalityNo, roundId]
  );
  const { changeReason = null, carried = [], coverage = null, sources = {} } = report;
  const numbered = { ...report, changeReason, carried, coverage, sources, version: (latest?.version ?? 0) + 1 };
  const stored: Report = { ...numbered, hash: hashOf(numbered) };
  await insertReport(tx, stored, formKey);
  if (stored.coverage?.kind !== 'not_answered_by') {
    await tx.query(`delete from draft where municipality_no = $1 and round_id = $2`, [municipalityNo, roundId]);
  }
  await recordAudit(tx, {
    at: stored.submittedAt,
    chain: municipalityNo,
    action: 'report_submitted',
    subject: `${roundId}/${municipalityNo}`,
    detail: { version: stored.version, hash: stored.hash, channel: stored.channel },
    change: changeOf(saidIn(latest ?? { answers: {}, coverage: null }), saidIn(stored))
  });
  if (latest) {
    const sent = { at: stored.submittedAt, byName: stored.submittedBy };
    await closeCorrected(tx, stored, { before: latest.answers, after: stored.answers }, sent);
  }
  return stored;
}

/** All that a version says, by question, with what it says of others under `coverage`. */
function saidIn({ answers, coverage }: Pick<Report, 'answers' | 'coverage'>): Record<string, unknown> {
  return coverage === null ? answers : { ...answers, coverage };
}

/** What differs between two versions, by question: before and after, null where there was none. */
function changeOf(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, [unknown, unknown]> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const pairs = keys.map((key): [string, [unknown, unknown]] => [key, [before[key] ?? null, after[key] ?? null]]);
  return Object.fromEntries(pairs.filter(([, [one, other]]) => canonicalJson(one) !== canonicalJson(other)));
}

/** The newest version, when this form made it. */
async function findByForm(tx: Tx, { roundId, municipalityNo }: NewReport, formKey: string): Promise<Report | null> {
  const [made] = await tx.query<Report>(
    `select ${reportColumns}
    from report
    where municipality_no = $1
      and round_id = $2
      and form_key = $3
      and version = (select max(version) from report where municipality_no = $1 and round_id = $2)`,
    [municipalityNo, roundId, formKey]
  );
  return made ?? null;
}

function hasSameContent(one: NewReport, other: NewReport): boolean {
  const contentOf = ({ answers, reasons, submittedBy, changeReason = null, coverage = null }: NewReport) =>
    canonicalJson({ answers, reasons, submittedBy, changeReason, coverage });
  return contentOf(one) === contentOf(other);
}

/**
 * SHA-256 of everything the municipality sent, with the keys in order, as 64 hexadecimal digits. A reason for the change,
 * answers taken over, sources and what is said of others count only when there are any, so that the hashes of versions without hold.
 */
export function hashOf({
  changeReason,
  carried,
  coverage,
  sources,
  ...report
}: NewReport & { version: number }): string {
  const content = {
    ...report,
    ...(changeReason ? { changeReason } : {}),
    ...(carried?.length ? { carried } : {}),
    ...(coverage ? { coverage } : {}),
    ...(sources && Object.keys(sources).length > 0 ? { sources } : {}),
    submittedAt: report.submittedAt.toISOString()
  };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

async function insertReport(tx: Tx, report: Report, formKey: string | null): Promise<void> {
  await tx.query(
    `insert into report (municipality_no, round_id, version, answers, reasons, change_reason, carried, hash,
      submitted_at, submitted_by, channel, form_key, coverage, sources)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      report.municipalityNo,
      report.roundId,
      report.version,
      JSON.stringify(report.answers),
      JSON.stringify(report.reasons),
      report.changeReason,
      report.carried,
      report.hash,
      report.submittedAt,
      report.submittedBy,
      report.channel,
      formKey,
      report.coverage && JSON.stringify(report.coverage),
      JSON.stringify(report.sources)
    ]
  );
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  );
}
