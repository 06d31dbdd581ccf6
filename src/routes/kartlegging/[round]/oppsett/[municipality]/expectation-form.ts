import { readContact, type Contact } from '#lib/domain/contact.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Assignment } from '#lib/server/assignment.ts';
import type { ExpectedOf } from '#lib/server/expectation.ts';
import type { FieldProblem } from '../setup-form.ts';

export const expectationFields = ['status', 'coveredBy', 'declinedReason', 'name', 'email'] as const;
type Fields = Record<(typeof expectationFields)[number], string>;
type Around = { hosts: readonly string[]; mayChangeContact: boolean; text: ReturnType<typeof messagesIn> };

const longestReason = 300;

/** What is expected of a municipality, as typed fields. */
export function fieldsOf(assignment: Assignment): Fields {
  const { status, coveredBy, declinedReason, contactName, contactEmail } = assignment;
  return {
    ...{ status, coveredBy: coveredBy ?? '', declinedReason: declinedReason ?? '' },
    ...{ name: contactName ?? '', email: contactEmail ?? '' }
  };
}

/** The typed expectation and contact with what is wrong with them; a contact is null when it stays as it was. */
export function readExpectation(form: FormData, before: Assignment, { hosts, mayChangeContact, text }: Around) {
  const fields = Object.fromEntries(
    expectationFields.map((name) => [name, String(form.get(name) ?? '').trim()])
  ) as Fields; // every name is in the list
  const words = text.setup.problems;
  const problems: FieldProblem[] = [];
  const { coveredBy, declinedReason } = fields;
  const status = (['expected', 'covered_by_host', 'declined'] as const).find((one) => one === fields.status);
  if (!status) problems.push({ field: 'status', sentence: words.status });
  if (status === 'covered_by_host' && !hosts.includes(coveredBy)) {
    problems.push({ field: 'coveredBy', sentence: words.host });
  }
  if (status === 'declined' && declinedReason === '')
    problems.push({ field: 'declinedReason', sentence: words.reason });
  if (declinedReason.length > longestReason) {
    problems.push({ field: 'declinedReason', sentence: words.reasonTooLong(declinedReason.length, longestReason) });
  }
  const wanted: ExpectedOf = {
    status: status ?? 'expected',
    coveredBy: status === 'covered_by_host' ? coveredBy : null,
    declinedReason: status === 'declined' ? declinedReason : null
  };
  const contact = mayChangeContact ? changedContact(fields, before, text, problems) : null;
  return { fields, wanted, contact, problems };
}

function changedContact(
  fields: Fields,
  before: Assignment,
  text: Around['text'],
  problems: FieldProblem[]
): Contact | null {
  const unchanged = fields.name === (before.contactName ?? '') && fields.email === (before.contactEmail ?? '');
  if (unchanged) return null;
  const typed = readContact(fields.name, fields.email);
  const { problem: words } = text.contact;
  for (const { field, kind } of typed.problems) {
    const missing = field === 'name' ? words.name : words.email;
    const wrong = field === 'name' ? words.nameTooLong(typed.contact.name.length) : words.notEmail(typed.contact.email);
    problems.push({ field, sentence: kind === 'missing' ? missing : wrong });
  }
  return typed.contact;
}
