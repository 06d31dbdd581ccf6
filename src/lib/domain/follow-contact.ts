import { readDay } from './day.ts';

export const contactKinds = ['call', 'meeting', 'letter', 'note'] as const;
/** How a municipality was in contact with whoever follows it up; `note` is no contact. */
type ContactKind = (typeof contactKinds)[number];
export const followSides = ['governor', 'korus'] as const;
/** Who follows up: the county governor or KORUS. */
export type FollowSide = (typeof followSides)[number];

/** Days are ISO; `nextSide` is who has promised to be in touch next. */
export type FollowContact = {
  happenedOn: string;
  kind: ContactKind;
  text: string;
  nextOn: string | null;
  nextSide: FollowSide | null;
};
export type FollowContactProblem =
  | { field: 'text'; kind: 'missing' }
  | { field: 'text'; kind: 'too_long'; length: number }
  | { field: 'text'; kind: 'number'; value: string }
  | { field: 'happenedOn' | 'nextOn'; kind: 'not_day' | 'past' | 'future'; value: string };

const longest = 1000;
/** Eleven digits as a national identity number is written. */
const identityNumber = /(?<!\d)\d{6} ?\d{5}(?!\d)/;

/** A contact as typed on a day (ISO), and what is wrong with it; a text with a national identity number is refused. */
export function readFollowContact(
  typed: Record<'happenedOn' | 'kind' | 'text' | 'nextOn' | 'nextSide', string>,
  today: string
): { contact: FollowContact; problems: FollowContactProblem[] } {
  const text = typed.text.replaceAll(/\s+/g, ' ').trim();
  const kind = contactKinds.find((one) => one === typed.kind) ?? 'note';
  const happened = dayIn(typed.happenedOn);
  const next = dayIn(typed.nextOn);
  const nextSide = followSides.find((one) => one === typed.nextSide) ?? 'governor';
  return {
    contact: {
      ...{ happenedOn: happened.day ?? today, kind, text, nextOn: next.day },
      nextSide: next.day === null ? null : nextSide
    },
    problems: [...textProblems(text, kind), ...dayProblems(happened, next, today)]
  };
}

function textProblems(text: string, kind: ContactKind): FollowContactProblem[] {
  if (text === '' && kind === 'note') return [{ field: 'text', kind: 'missing' }];
  if (text.length > longest) return [{ field: 'text', kind: 'too_long', length: text.length }];
  const [value] = identityNumber.exec(text) ?? [];
  return value === undefined ? [] : [{ field: 'text', kind: 'number', value }];
}

type Typed = { value: string; day: string | null };

function dayProblems(happened: Typed, next: Typed, today: string): FollowContactProblem[] {
  const problems: FollowContactProblem[] = [];
  for (const [field, { value, day }] of [
    ['happenedOn', happened],
    ['nextOn', next]
  ] as const) {
    if (value !== '' && day === null) problems.push({ field, kind: 'not_day', value });
  }
  if (happened.day !== null && happened.day > today)
    problems.push({ field: 'happenedOn', kind: 'future', value: happened.value });
  if (next.day !== null && next.day < today) problems.push({ field: 'nextOn', kind: 'past', value: next.value });
  return problems;
}

function dayIn(typed: string): Typed {
  const value = typed.trim();
  return { value, day: value === '' ? null : readDay(value) };
}
