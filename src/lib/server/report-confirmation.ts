import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import type { AnswerKey } from './answer-change.ts';
import type { Report } from './report.ts';

/** That a municipality has confirmed a version that was registered for it by phone. */
export type Confirmation = { version: number; confirmedBy: string; confirmedAt: Date };

/** The confirmed versions of one municipality's answer, the newest first. */
export function listConfirmations(tx: Tx, { roundId, municipalityNo }: AnswerKey): Promise<Confirmation[]> {
  return tx.query<Confirmation>(
    `select version, confirmed_by as "confirmedBy", confirmed_at as "confirmedAt"
    from report_confirmation
    where municipality_no = $1 and round_id = $2
    order by version desc`,
    [municipalityNo, roundId]
  );
}

/** Whether the version that counts does not wait for the municipality: what came by phone does until it is confirmed. */
export function isConfirmed(
  { version, channel }: Pick<Report, 'version' | 'channel'>,
  newestConfirmed: number | undefined
): boolean {
  return channel !== 'phone' || newestConfirmed === version;
}

/** The newest version that each municipality of a round has confirmed, by number. */
export async function listConfirmedVersions(tx: Tx, roundId: string): Promise<Map<string, number>> {
  const rows = await tx.query<{ municipalityNo: string; version: number }>(
    `select municipality_no as "municipalityNo", max(version) as version
    from report_confirmation
    where round_id = $1
    group by municipality_no`,
    [roundId]
  );
  return new Map(rows.map(({ municipalityNo, version }) => [municipalityNo, version]));
}

/** Confirms the newest version; confirming it again changes nothing. The store refuses one that did not come by phone. */
export async function confirmReport(
  tx: Tx,
  { roundId, municipalityNo }: AnswerKey,
  { version, confirmedBy, confirmedAt }: Confirmation
): Promise<void> {
  const added = await tx.query(
    `insert into report_confirmation (municipality_no, round_id, version, confirmed_by, confirmed_at)
    values ($1, $2, $3, $4, $5)
    on conflict do nothing
    returning version`,
    [municipalityNo, roundId, version, confirmedBy, confirmedAt]
  );
  if (added.length === 0) return;
  await recordAudit(tx, {
    at: confirmedAt,
    chain: municipalityNo,
    action: 'report_confirmed',
    subject: `${roundId}/${municipalityNo}`,
    detail: { version }
  });
}
