import { languageOf, type Language } from './language.ts';

/** Someone a municipality answers through. */
export type Contact = { name: string; email: string };
export type ContactProblem = { field: 'name' | 'email'; kind: 'missing' | 'too_long' | 'not_email' | 'self' };

const longestName = 100;
const longestAddress = 254;

/** Whether a text looks like an e-mail address that mail can be sent to. */
export function isEmail(text: string): boolean {
  return /^[^\s@<>"',;:]+@[^\s@<>"',;:]+\.[^\s@<>"',;:]+$/.test(text) && text.length <= longestAddress;
}

/** An address as it stands after `mailto:`, where no sign in it begins a subject, a copy or another address. */
export function addressInLink(email: string): string {
  return email.split('@').map(encodeURIComponent).join('@');
}

/** A typed name and address without the space around them, and what is wrong with them. */
export function readContact(name: unknown, email: unknown): { contact: Contact; problems: ContactProblem[] } {
  const contact = { name: oneLine(name), email: oneLine(email) };
  const problems: ContactProblem[] = [];
  if (contact.name === '') problems.push({ field: 'name', kind: 'missing' });
  if (contact.name.length > longestName) problems.push({ field: 'name', kind: 'too_long' });
  if (contact.email === '') problems.push({ field: 'email', kind: 'missing' });
  else if (!isEmail(contact.email)) problems.push({ field: 'email', kind: 'not_email' });
  return { contact, problems };
}

function oneLine(value: unknown): string {
  // eslint-disable-next-line no-control-regex -- a line break in a name would be a line of a mail
  return typeof value === 'string' ? value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim() : '';
}

/** What is known of a contact beside name and address; `mailbox` is an address that several people read. */
export type ContactDetails = { phone: string | null; language: Language; mailbox: string | null };
export type ContactDetailProblem = { field: 'phone' | 'mailbox'; value: string };

/** Typed telephone, language and shared mailbox, and what is wrong with them; an empty field is null. */
export function readContactDetails(typed: Record<keyof ContactDetails, unknown>): {
  details: ContactDetails;
  problems: ContactDetailProblem[];
} {
  const phone = oneLine(typed.phone);
  const mailbox = oneLine(typed.mailbox);
  const problems: ContactDetailProblem[] = [];
  if (phone !== '' && !/^\+?[\d ]{5,20}$/.test(phone)) problems.push({ field: 'phone', value: phone });
  if (mailbox !== '' && !isEmail(mailbox)) problems.push({ field: 'mailbox', value: mailbox });
  const language = languageOf(typeof typed.language === 'string' ? typed.language : null);
  return { details: { phone: phone || null, language, mailbox: mailbox || null }, problems };
}
