import type { ReminderFacts } from '#lib/domain/reminder.ts';
import type { Tx } from './db.ts';

/**
 * What is asked: all municipalities of a round, or one. With a step, whether it has written to them; with the message
 * that is about to leave, that one is left out, and of the others those count that have left or are leaving.
 */
type Asked = { roundId: string; planId: string | null; municipalityNo?: string; messageId?: string };

/** What decides whether the municipalities of a round are written to, by number. */
export function readReminderFacts(
  tx: Tx,
  { roundId, planId, municipalityNo, messageId }: Asked
): Promise<ReminderFacts[]> {
  return tx.query<ReminderFacts>(
    `select
      assignment.municipality_no as "municipalityNo",
      assignment.status,
      exists (
        select
        from report
        where report.municipality_no = assignment.municipality_no and report.round_id = assignment.round_id
      ) as "hasAnswered",
      false as "isClaimedByHost",
      assignment.extended_until as "extendedUntil",
      coalesce(setting.is_read_only, false) as "isReadOnly",
      assignment.contact_email as email,
      (
        select max(contact.bounced_at)
        from contact
        where contact.municipality_no = assignment.municipality_no
          and lower(contact.email) = lower(assignment.contact_email)
      ) as "bouncedAt",
      letter.last_at as "lastLetterAt",
      coalesce(letter.is_in_step, false) as "isInStep"
    from assignment
    left join municipality_setting as setting on setting.municipality_no = assignment.municipality_no
    left join lateral (
      select
        max(coalesce(message.sent_at, message.created_at)) filter (
          where message.status = 'sent' or message.status = 'queued' and ($4::uuid is null or message.attempts > 0)
        ) as last_at,
        bool_or(message.plan_id = $2) as is_in_step
      from message
      where message.round_id = assignment.round_id
        and message.municipality_no = assignment.municipality_no
        and message.plan_id is not null
        and message.id is distinct from $4
    ) as letter on true
    where assignment.round_id = $1 and ($3::text is null or assignment.municipality_no = $3)
    order by assignment.municipality_no`,
    [roundId, planId, municipalityNo ?? null, messageId ?? null]
  );
}
