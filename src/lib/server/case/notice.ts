import type { NoticeKind, sendingChannels } from '#lib/domain/case/case-file.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import type { CaseKey } from './person.ts';

/** A notice to the prosecution; not sent while `sentOn` is null. */
export type CaseNotice = {
  number: number;
  kind: NoticeKind;
  dueOn: string;
  madeAt: Date;
  sentOn: string | null;
  channel: (typeof sendingChannels)[number] | null;
  receiptedAt: Date | null;
};

/** The notices of a case, the newest first. */
export function listNotices(tx: Tx, { municipalityNo, id }: CaseKey): Promise<CaseNotice[]> {
  return tx.query<CaseNotice>(
    `select
      number,
      kind,
      due_on::text as "dueOn",
      made_at as "madeAt",
      sent_on::text as "sentOn",
      channel,
      receipted_at as "receiptedAt"
    from case_notice
    where municipality_no = $1 and case_id = $2
    order by number desc`,
    [municipalityNo, id]
  );
}

/** Adds a notice that is to be sent. */
export async function addNotice(
  tx: Tx,
  { municipalityNo, id }: CaseKey,
  { kind, dueOn }: Pick<CaseNotice, 'kind' | 'dueOn'>,
  at: Date
): Promise<void> {
  await tx.query(
    `insert into case_notice (municipality_no, case_id, number, kind, due_on, made_at)
    select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5
    from case_notice
    where municipality_no = $1 and case_id = $2`,
    [municipalityNo, id, kind, dueOn, at]
  );
}

type Sending = { number: number; channel: (typeof sendingChannels)[number]; sentOn: string };

/** Records that a notice was sent; the case then has none to send unless there are others. */
export async function markNoticeSent(
  tx: Tx,
  { municipalityNo, id, unitNo }: CaseKey & { unitNo: string },
  { number, channel, sentOn }: Sending,
  at: Date
): Promise<void> {
  const sent = await tx.query(
    `update case_notice
    set channel = $4, sent_on = $5
    where municipality_no = $1 and case_id = $2 and number = $3 and sent_on is null
    returning number`,
    [municipalityNo, id, number, channel, sentOn]
  );
  if (sent.length === 0) throw Problem.notFound();
  await tx.query(
    `update case_file
    set notice_by = null, revision = revision + 1, changed_at = $3
    where municipality_no = $1 and id = $2
      and not exists (
        select
        from case_notice
        where case_notice.municipality_no = $1 and case_notice.case_id = $2 and sent_on is null
      )`,
    [municipalityNo, id, at]
  );
  const detail = { number, channel };
  await recordAudit(tx, { at, chain: `unit-${unitNo}`, action: 'case_notice_sent', subject: `case/${id}`, detail });
}
