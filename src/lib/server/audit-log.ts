import { actionsOf, type AuditFilter, type AuditPlace, type AuditRow } from '#lib/domain/audit.ts';
import { recordAudit } from './audit.ts';
import type { AnswerKey } from './answer-change.ts';
import type { Tx } from './db.ts';

/** Opening the audit again within this time is the same visit, whatever is filtered and however many pages are turned. */
export const visitMinutes = 5;

export type AuditPage = { rows: AuditRow[]; hasOlder: boolean; hasNewer: boolean };

/** Rows of a unit's audit, the newest first; none for those who may not read it. */
export function listAudit(
  tx: Tx,
  chain: string,
  filter: AuditFilter,
  { before, after, most }: AuditPlace & { most: number }
): Promise<AuditRow[]> {
  const pattern = filter.person === '' ? null : `%${filter.person.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return tx.query<AuditRow>(
    `select
      sequence,
      at,
      actor_kind as "actorKind",
      actor_id as "actorId",
      actor_name as "actorName",
      action,
      subject,
      subject_name as "subjectName",
      detail,
      origin,
      change,
      detail::text as "detailText",
      change::text as "changeText",
      encode(previous_hash, 'hex') as "previousHash",
      encode(hash, 'hex') as hash
    from app_audit($1, $2, $3, $4, $5, $6, $7, $8)`,
    [chain, before, after, most, actionsOf(filter.group), pattern, filter.from, filter.to]
  );
}

/** One page of it, and whether there is more on either side. */
export async function readAuditPage(
  tx: Tx,
  chain: string,
  filter: AuditFilter,
  { most, ...place }: AuditPlace & { most: number }
): Promise<AuditPage> {
  const found = await listAudit(tx, chain, filter, { ...place, most: most + 1 });
  const isMore = found.length > most;
  if (place.after !== null) return { rows: found.slice(-most), hasOlder: true, hasNewer: isMore };
  return { rows: found.slice(0, most), hasOlder: isMore, hasNewer: place.before !== null };
}

/** Tells that someone has opened the audit of a unit, once a visit. */
export async function recordAuditRead(tx: Tx, chain: string, at: Date): Promise<void> {
  const since = new Date(at.getTime() - visitMinutes * 60_000);
  const [visit] = await tx.query<{ isKnown: boolean }>(`select app_has_done($1, 'audit_read', $2) as "isKnown"`, [
    chain,
    since
  ]);
  if (!visit?.isKnown) await recordAudit(tx, { at, chain, action: 'audit_read', subject: chain, detail: {} });
}

/** Tells that someone has taken the audit of a unit out as a file, and of which kind and days; no name that was searched for. */
export async function recordAuditExport(tx: Tx, chain: string, filter: AuditFilter, at: Date): Promise<void> {
  const { group, from, to } = filter;
  await recordAudit(tx, { at, chain, action: 'audit_exported', subject: chain, detail: { group, from, to } });
}

/** Tells that an adviser has opened a municipality's answer, and up to which version. */
export async function recordReportRead(
  tx: Tx,
  { roundId, municipalityNo, version }: AnswerKey & { version: number },
  at: Date
): Promise<void> {
  await recordAudit(tx, {
    at,
    chain: municipalityNo,
    action: 'report_read',
    subject: `${roundId}/${municipalityNo}`,
    detail: { version }
  });
}

/** Tells the same of many answers at once, as when they are taken out as a file. */
export async function recordReportsRead(
  tx: Tx,
  roundId: string,
  reports: readonly { municipalityNo: string; version: number }[],
  at: Date
): Promise<void> {
  await tx.query(
    `insert into audit (at, chain, action, subject, detail)
    select $1, municipality_no, 'report_read', $2 || '/' || municipality_no, jsonb_build_object('version', version)
    from unnest($3::text[], $4::integer[]) as report (municipality_no, version)
    order by municipality_no`,
    [at, roundId, reports.map(({ municipalityNo }) => municipalityNo), reports.map(({ version }) => version)]
  );
}

/** Who has read the respondent's own answer in its round, and when last. */
export function listReportReaders(tx: Tx): Promise<{ name: string; lastAt: Date }[]> {
  return tx.query(`select name, last_at as "lastAt" from app_report_readers()`);
}
