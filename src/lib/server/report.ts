import { createHash } from 'node:crypto';
import type { Answers } from '#lib/domain/answer.ts';
import { holdAnswer, isNewer, type AnswerChange } from './answer-change.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { closeCorrected } from './query-thread.ts';

/** One version of a municipality's answer. Versions are only added; the highest counts. */
export type Report = {
  municipalityNo: string;
  roundId: string;
  version: number;
  answers: Answers;
  reasons: Record<string, string>;
  hash: string;
  submittedAt: Date;
  submittedBy: string;
  channel: 'web' | 'import' | 'phone';
};
export type NewReport = Omit<Report, 'version' | 'hash'>;

/** The form a report was sent from: its own random key, and the change of the answer that it was built on. */
export type Form = { key: string; basedOn: Date | null };

const columns = `
  municipality_no as "municipalityNo",
  round_id as "roundId",
  version,
  answers,
  reasons,
  hash,
  submitted_at as "submittedAt",
  submitted_by as "submittedBy",
  channel`;

/** All versions of one municipality's answer, the newest first. */
export function listVersions(tx: Tx, roundId: string, municipalityNo: string): Promise<Report[]> {
  return tx.query<Report>(
    `select ${columns} from report where municipality_no = $1 and round_id = $2 order by version desc`,
    [municipalityNo, roundId]
  );
}

/** Whether a municipality has ever sent an answer to a round. */
export async function hasAnswered(tx: Tx, roundId: string, municipalityNo: string): Promise<boolean> {
  const found = await tx.query(`select from report where municipality_no = $1 and round_id = $2 limit 1`, [
    municipalityNo,
    roundId
  ]);
  return found.length > 0;
}

/** The version that counts of every municipality that has answered a round. */
export function latestReports(tx: Tx, roundId: string): Promise<Report[]> {
  return tx.query<Report>(
    `select distinct on (municipality_no) ${columns}
    from report
    where round_id = $1
    order by municipality_no, version desc`,
    [roundId]
  );
}

/** The municipality's latest answer in an earlier round with the same questionnaire, or null. */
export async function previousAnswers(
  tx: Tx,
  roundId: string,
  municipalityNo: string
): Promise<{ roundName: string; answers: Answers } | null> {
  const [previous] = await tx.query<{ roundName: string; answers: Answers }>(
    `select earlier.name as "roundName", report.answers
    from report
    join round earlier on earlier.id = report.round_id
    join round this on this.id = $1
    where report.municipality_no = $2
      and earlier.questionnaire_id = this.questionnaire_id
      and earlier.period_end < this.period_end
    order by earlier.period_end desc, report.version desc
    limit 1`,
    [roundId, municipalityNo]
  );
  return previous ?? null;
}

/**
 * Sends a form in. The same form with the same content again gives the version it made the first time; a form built on
 * something that others have changed since is not stored, and the change is returned instead.
 */
export async function sendReport(
  tx: Tx,
  report: NewReport,
  form: Form
): Promise<{ report: Report } | { newer: AnswerChange }> {
  const last = await holdAnswer(tx, report);
  const made = await findByForm(tx, report, form.key);
  if (made && hasSameContent(made, report)) return { report: made };
  if (last && isNewer(last, form.basedOn)) return { newer: last };
  return { report: await addVersion(tx, report, form.key) };
}

/** Adds a version that came from elsewhere than a form, all or nothing. */
export async function submitReport(tx: Tx, report: NewReport): Promise<Report> {
  await holdAnswer(tx, report);
  return addVersion(tx, report, null);
}

async function addVersion(tx: Tx, report: NewReport, formKey: string | null): Promise<Report> {
  const { municipalityNo, roundId } = report;
  const [latest] = await tx.query<{ version: number; answers: Answers }>(
    `select version, answers
    from report
    where municipality_no = $1 and round_id = $2
    order by version desc
    limit 1`,
    [municipalityNo, roundId]
  );
  const numbered = { ...report, version: (latest?.version ?? 0) + 1 };
  const stored: Report = { ...numbered, hash: hashOf(numbered) };
  await insertReport(tx, stored, formKey);
  await tx.query(`delete from draft where municipality_no = $1 and round_id = $2`, [municipalityNo, roundId]);
  await recordAudit(tx, {
    at: stored.submittedAt,
    chain: municipalityNo,
    action: 'report_submitted',
    subject: `${roundId}/${municipalityNo}`,
    detail: { version: stored.version, hash: stored.hash, channel: stored.channel },
    change: changeOf(latest?.answers ?? {}, stored.answers)
  });
  if (latest) {
    const sent = { at: stored.submittedAt, byName: stored.submittedBy };
    await closeCorrected(tx, stored, { before: latest.answers, after: stored.answers }, sent);
  }
  return stored;
}

/** What differs between two answers, by question: before and after, null where there was none. */
function changeOf(before: Answers, after: Answers): Record<string, [unknown, unknown]> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const pairs = keys.map((key): [string, [unknown, unknown]] => [key, [before[key] ?? null, after[key] ?? null]]);
  return Object.fromEntries(pairs.filter(([, [one, other]]) => canonicalJson(one) !== canonicalJson(other)));
}

/** The newest version, when this form made it. */
async function findByForm(tx: Tx, { roundId, municipalityNo }: NewReport, formKey: string): Promise<Report | null> {
  const [made] = await tx.query<Report>(
    `select ${columns}
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
  const contentOf = ({ answers, reasons, submittedBy }: NewReport) => canonicalJson({ answers, reasons, submittedBy });
  return contentOf(one) === contentOf(other);
}

/** SHA-256 of everything the municipality sent, with the keys in order, as 64 hexadecimal digits. */
export function hashOf(report: NewReport & { version: number }): string {
  const content = { ...report, submittedAt: report.submittedAt.toISOString() };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

async function insertReport(tx: Tx, report: Report, formKey: string | null): Promise<void> {
  await tx.query(
    `insert into report (municipality_no, round_id, version, answers, reasons, hash, submitted_at, submitted_by, channel,
      form_key)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      report.municipalityNo,
      report.roundId,
      report.version,
      JSON.stringify(report.answers),
      JSON.stringify(report.reasons),
      report.hash,
      report.submittedAt,
      report.submittedBy,
      report.channel,
      formKey
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
