import { readContact } from '#lib/domain/contact.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Expectation } from '#lib/domain/expected-list.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

type Added = { contact: Pick<Expectation, 'contactName' | 'contactEmail'>; sentence: string | null };

/** Whom a municipality that is put on the list is written to, or nobody yet: name and address may be missing. */
export function readAddedContact(form: FormData, language: Language): Added {
  const { contact, problems } = readContact(form.get('contactName'), form.get('contactEmail'));
  const words = messagesIn(language).contact.problem;
  const found = { contactName: contact.name || null, contactEmail: contact.email || null };
  const kinds = problems.map(({ kind }) => kind);
  if (kinds.includes('not_email')) return { contact: found, sentence: words.notEmail(contact.email) };
  return { contact: found, sentence: kinds.includes('too_long') ? words.nameTooLong(contact.name.length) : null };
}
