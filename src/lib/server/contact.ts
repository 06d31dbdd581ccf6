import { randomUUID } from 'node:crypto';
import type { Contact, ContactDetails } from '#lib/domain/contact.ts';
import type { Language } from '#lib/domain/language.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { letterLanguage } from './letter-language.ts';

/** One way to reach a municipality, now (`validUntil` is null) or before. */
export type KnownContact = {
  municipalityNo: string;
  id: string;
  kind: 'person' | 'mailbox';
  name: string | null;
  email: string | null;
  phone: string | null;
  language: Language;
  bouncedAt: Date | null;
  bounceReason: string | null;
  validFrom: Date;
  validUntil: Date | null;
};

const columns = `
  municipality_no as "municipalityNo",
  id,
  kind,
  name,
  email,
  phone,
  language,
  bounced_at as "bouncedAt",
  bounce_reason as "bounceReason",
  valid_from as "validFrom",
  valid_until as "validUntil"`;

/** Whom a municipality is and was reached through: the person and the mailbox of now, then those before. */
export function listContacts(tx: Tx, municipalityNo: string): Promise<KnownContact[]> {
  return tx.query<KnownContact>(
    `select ${columns}
    from contact
    where municipality_no = $1
    order by valid_until desc nulls first, kind desc, id`,
    [municipalityNo]
  );
}

/**
 * Makes someone the person a municipality is reached through; the one before stays, with who came after. An address that is
 * known as the municipality's own now keeps its row, and is no longer held to be returned. The language stays.
 */
export async function keepContact(tx: Tx, municipalityNo: string, contact: Contact, at: Date): Promise<void> {
  const known = await tx.query(
    `update contact
    set name = case when kind = 'person' then $3 else name end, bounced_at = null, bounce_reason = null
    where municipality_no = $1 and lower(email) = lower($2) and valid_until is null
    returning id`,
    [municipalityNo, contact.email, contact.name]
  );
  if (known.length > 0) return;
  const language = await letterLanguage(tx, municipalityNo, contact.email);
  const ended = await endCurrent(tx, municipalityNo, 'person', at);
  const id = randomUUID();
  await tx.query(
    `insert into contact (municipality_no, id, kind, name, email, language, valid_from)
    values ($1, $2, 'person', $3, $4, $5, $6)`,
    [municipalityNo, id, contact.name, contact.email, language, at]
  );
  if (ended)
    await tx.query(`update contact set replaced_by = $3 where municipality_no = $1 and id = $2`, [
      municipalityNo,
      ended,
      id
    ]);
}

/** The contacts that a round begins with, for the municipalities that have no person yet. */
export async function keepFirstContacts(
  tx: Tx,
  contacts: readonly (Contact & { municipalityNo: string })[],
  at: Date
): Promise<void> {
  await tx.query(
    `insert into contact (municipality_no, id, kind, name, email, language, valid_from)
    select given.municipality_no, gen_random_uuid(), 'person', given.name, given.email, letter.language, $4
    from unnest($1::text[], $2::text[], $3::text[]) as given (municipality_no, name, email)
    cross join lateral letter_language(given.municipality_no, given.email) as letter
    where not exists (
      select
      from contact
      where contact.municipality_no = given.municipality_no
        and (contact.kind = 'person' and contact.valid_until is null or lower(contact.email) = lower(given.email))
    )`,
    [
      contacts.map(({ municipalityNo }) => municipalityNo),
      contacts.map(({ name }) => name),
      contacts.map(({ email }) => email),
      at
    ]
  );
}

/** Changes what is known beside the address that is written to: telephone, language and shared mailbox. */
export async function changeContactDetails(
  tx: Tx,
  municipalityNo: string,
  { phone, language, mailbox }: ContactDetails,
  at: Date
): Promise<void> {
  const current = (await listContacts(tx, municipalityNo)).filter(({ validUntil }) => validUntil === null);
  const before = current.find(({ kind }) => kind === 'mailbox')?.email ?? null;
  if ((mailbox ?? '').toLowerCase() !== (before ?? '').toLowerCase()) {
    await endCurrent(tx, municipalityNo, 'mailbox', at);
    if (mailbox !== null) {
      await tx.query(
        `insert into contact (municipality_no, id, kind, email, language, valid_from)
        values ($1, $2, 'mailbox', $3, $4, $5)`,
        [municipalityNo, randomUUID(), mailbox, language, at]
      );
    }
  }
  await tx.query(
    `update contact
    set language = $2, phone = case when kind = $4 then $3 else phone end
    where municipality_no = $1 and valid_until is null`,
    [municipalityNo, language, phone, current.some(({ kind }) => kind === 'person') ? 'person' : 'mailbox']
  );
  const subject = municipalityNo;
  await recordAudit(tx, { at, chain: municipalityNo, action: 'contact_changed', subject, detail: { language } });
}

/** That mail to an address comes back, and why: a code of the mail server, or `told` by an adviser. */
export async function markBounced(
  tx: Tx,
  { municipalityNo, email, reason }: { municipalityNo: string; email: string; reason: string },
  at: Date
): Promise<boolean> {
  const marked = await tx.query(
    `update contact
    set bounced_at = $3, bounce_reason = $4
    where municipality_no = $1 and lower(email) = lower($2) and bounced_at is null
    returning id`,
    [municipalityNo, email, at, reason]
  );
  if (marked.length === 0) return false;
  const [chain, subject] = [municipalityNo, municipalityNo];
  await recordAudit(tx, { at, chain, action: 'contact_bounced', subject, detail: { reason } });
  return true;
}

/** That mail to an address gets through after all. */
export async function clearBounced(
  tx: Tx,
  { municipalityNo, email }: { municipalityNo: string; email: string },
  at: Date
): Promise<boolean> {
  const cleared = await tx.query(
    `update contact
    set bounced_at = null, bounce_reason = null
    where municipality_no = $1 and lower(email) = lower($2) and bounced_at is not null
    returning id`,
    [municipalityNo, email]
  );
  if (cleared.length === 0) return false;
  const [chain, subject] = [municipalityNo, municipalityNo];
  await recordAudit(tx, { at, chain, action: 'contact_restored', subject, detail: {} });
  return true;
}

async function endCurrent(tx: Tx, municipalityNo: string, kind: KnownContact['kind'], at: Date) {
  const [ended] = await tx.query<{ id: string }>(
    `update contact
    set valid_until = $3
    where municipality_no = $1 and kind = $2 and valid_until is null
    returning id`,
    [municipalityNo, kind, at]
  );
  return ended?.id ?? null;
}
