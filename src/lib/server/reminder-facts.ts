import type { ReminderFacts } from '#lib/domain/reminder.ts';
import type { Tx } from './db.ts';

/**
 * What is asked: all municipalities of a round, or one. With a step, whether it has written to them; with the message
 * that is about to leave, that one is left out, and of the others those count that have left or are leaving.
 */
type Asked = { roundId: string; planId: string | null; municipalityNo?: string; messageId?: string };

/** The newest report of each municipality, whom those reports speak for, and what is known of each municipality. */
const statement = `
  with newest as materialized (
    select distinct on (municipality_no) municipality_no, coverage
    from report
    where round_id = $1
    order by municipality_no, version desc
  ),
  claimed as (
    select newest.municipality_no as host, named.municipality_no
    from newest
    cross join lateral jsonb_array_elements_text(
      case newest.coverage ->> 'kind' when 'whole' then newest.coverage -> 'municipalities' end
    ) as named (municipality_no)
    union all
    select newest.municipality_no, named.municipality_no
    from newest
    cross join lateral jsonb_object_keys(
      case newest.coverage ->> 'kind' when 'each' then newest.coverage -> 'figures' end
    ) as named (municipality_no)
  )
  select
    assignment.municipality_no as "municipalityNo",
    case
      when assignment.status = 'covered_by_host'
        and (
          assignment.cover_ruling = 'own'
          or assignment.cover_ruling is null and own.says = 'not_answered_by'
        )
      then 'expected'
      else assignment.status
    end as status,
    (own.says is not null and own.says <> 'not_answered_by') as "hasAnswered",
    case
      when assignment.cover_ruling = 'own' then false
      when assignment.cover_ruling = 'host' then assignment.cover_ruling_host in (
        select municipality_no
        from newest
        where coalesce(coverage ->> 'kind' not in ('answered_by', 'not_answered_by'), true)
      )
      else assignment.municipality_no in (select municipality_no from claimed where host <> municipality_no)
        and own.says is distinct from 'not_answered_by'
    end as "isClaimedByHost",
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
  left join (
    select municipality_no, coalesce(coverage ->> 'kind', 'itself') as says
    from newest
  ) as own on own.municipality_no = assignment.municipality_no
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
  order by assignment.municipality_no`;

/** What decides whether the municipalities of a round are written to, by number. */
export function readReminderFacts(
  tx: Tx,
  { roundId, planId, municipalityNo, messageId }: Asked
): Promise<ReminderFacts[]> {
  return tx.query<ReminderFacts>(statement, [roundId, planId, municipalityNo ?? null, messageId ?? null]);
}
