import { readContact, type Contact, type ContactProblem } from '#lib/domain/contact.ts';
import { dayOf, endOfDay, readDay } from '#lib/domain/day.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatDate } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

export type FieldProblem = { field: string; sentence: string };
type Read<Value> = { value: Value | null; problems: FieldProblem[] };
type Words = Messages['people']['problems'];

/** A field as it was typed, without the space around it. */
export function typed(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === 'string' ? value.trim().replaceAll(/\s+/g, ' ') : '';
}

/** Name and address of someone, from the fields `name` and `email`, with what is wrong with them. */
export function readNewcomer(form: FormData, words: Words): Read<Contact> {
  const { contact, problems } = readContact(form.get('name'), form.get('email'));
  const sentences = problems.map((one) => ({ field: one.field, sentence: sentenceOf(one, contact, words) }));
  return { value: problems.length === 0 ? contact : null, problems: sentences };
}

function sentenceOf({ field, kind }: ContactProblem, { email }: Contact, words: Words): string {
  if (kind === 'too_long') return words.nameTooLong;
  if (kind === 'not_email') return words.emailInvalid(email);
  return field === 'name' ? words.name : words.email;
}

/** The moment an end that was typed as a day comes; null for none. A day that has passed, or is none, is a problem. */
export function readEnd(
  form: FormData,
  words: Words,
  { now, language }: { now: Date; language: Language }
): Read<Date> {
  const until = typed(form, 'until');
  if (until === '') return { value: null, problems: [] };
  const day = readDay(until);
  const wrong = (sentence: string) => ({ value: null, problems: [{ field: 'until', sentence }] });
  if (day === null) return wrong(words.dayInvalid(until));
  if (day < dayOf(now)) return wrong(words.dayPast(formatDate(day, language)));
  return { value: endOfDay(day), problems: [] };
}

/** What stood in the fields of a form, to show it again. */
export function keptFields(form: FormData, ...fields: string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, typed(form, field)]));
}
