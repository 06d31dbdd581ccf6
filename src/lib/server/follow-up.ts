import { callStateOf, type CallNote, type CallState } from '#lib/domain/call-list.ts';
import type { Language } from '#lib/domain/language.ts';
import type { ReminderFacts } from '#lib/domain/reminder.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { listDraftsBegun } from './draft.ts';
import type { MessageKind, MessageStatus } from './message.ts';
import { readReminderFacts } from './reminder-facts.ts';

/** Whom a round writes to in a municipality, and what the letter needs to know. */
export type Recipient = {
  municipalityNo: string;
  contactName: string | null;
  email: string | null;
  phone: string | null;
  mailbox: string | null;
  bounceReason: string | null;
  language: Language;
  linkEdition: number;
  takesLinks: boolean;
};
type LastLetter = { kind: MessageKind; status: MessageStatus; at: Date };
/** A municipality that has not answered and is expected to, with what stands open. */
export type Silent = Pick<ReminderFacts, 'municipalityNo' | 'extendedUntil' | 'bouncedAt'> &
  Omit<Recipient, 'linkEdition' | 'takesLinks'> & {
    draftSavedAt: Date | null;
    lastLetter: LastLetter | null;
    latest: CallNote | null;
    state: CallState;
  };

/** Whom a round writes to, by number, and in which language. */
export function listRecipients(tx: Tx, roundId: string): Promise<Recipient[]> {
  return tx.query<Recipient>(
    `select
      assignment.municipality_no as "municipalityNo",
      assignment.contact_name as "contactName",
      assignment.contact_email as email,
      coalesce(written.phone, person.phone, mailbox.phone) as phone,
      mailbox.email as mailbox,
      written.bounce_reason as "bounceReason",
      letter.language,
      assignment.link_edition as "linkEdition",
      coalesce(setting.takes_links, true) as "takesLinks"
    from assignment
    left join municipality_setting as setting on setting.municipality_no = assignment.municipality_no
    left join contact as person
      on person.municipality_no = assignment.municipality_no and person.kind = 'person' and person.valid_until is null
    left join contact as mailbox
      on mailbox.municipality_no = assignment.municipality_no
      and mailbox.kind = 'mailbox'
      and mailbox.valid_until is null
    left join lateral (
      select contact.phone, contact.bounce_reason
      from contact
      where contact.municipality_no = assignment.municipality_no
        and lower(contact.email) = lower(assignment.contact_email)
      order by contact.valid_until desc nulls first
      limit 1
    ) as written on true
    cross join lateral letter_language(assignment.municipality_no, assignment.contact_email) as letter
    where assignment.round_id = $1
    order by assignment.municipality_no`,
    [roundId]
  );
}

/** Those who are expected to answer a round and have not, by number, as things stand on a day (ISO). */
export async function listSilent(tx: Tx, roundId: string, today: string): Promise<Silent[]> {
  const facts = await readReminderFacts(tx, { roundId, planId: null });
  const recipients = new Map((await listRecipients(tx, roundId)).map((one) => [one.municipalityNo, one]));
  const drafts = await listDraftsBegun(tx, roundId);
  const letters = new Map((await listLastLetters(tx, roundId)).map((one) => [one.municipalityNo, one]));
  const notes = new Map((await listLatestNotes(tx, roundId)).map((one) => [one.municipalityNo, one]));
  return facts
    .filter(({ hasAnswered, isClaimedByHost, status }) => !hasAnswered && !isClaimedByHost && status === 'expected')
    .map(({ municipalityNo, extendedUntil, bouncedAt }) => {
      const recipient = recipients.get(municipalityNo);
      if (!recipient) throw new Error('no recipient of ' + municipalityNo);
      const { contactName, email, phone, mailbox, bounceReason, language } = recipient;
      const latest = notes.get(municipalityNo) ?? null;
      return {
        ...{ municipalityNo, extendedUntil, bouncedAt, contactName, email, phone, mailbox, bounceReason, language },
        draftSavedAt: drafts.get(municipalityNo) ?? null,
        lastLetter: letters.get(municipalityNo) ?? null,
        latest,
        state: callStateOf(latest, today)
      };
    });
}

/** That the call list left the system as a file. */
export async function recordCallListExport(
  tx: Tx,
  { id, korusRegion }: { id: string; korusRegion: string },
  at: Date
): Promise<void> {
  await recordAudit(tx, { at, chain: korusRegion, action: 'call_list_exported', subject: id, detail: {} });
}

function listLastLetters(tx: Tx, roundId: string): Promise<(LastLetter & { municipalityNo: string })[]> {
  return tx.query(
    `select distinct on (municipality_no)
      municipality_no as "municipalityNo",
      kind,
      status,
      coalesce(sent_at, created_at) as at
    from message
    where round_id = $1 and plan_id is not null and status <> 'dropped'
    order by municipality_no, created_at desc, id`,
    [roundId]
  );
}

function listLatestNotes(tx: Tx, roundId: string): Promise<(CallNote & { municipalityNo: string })[]> {
  return tx.query(
    `select distinct on (municipality_no)
      municipality_no as "municipalityNo",
      text,
      outcome,
      next_date::text as "nextDate",
      promised_for::text as "promisedFor"
    from contact_note
    where round_id = $1
    order by municipality_no, at desc, id`,
    [roundId]
  );
}
