import type { Reason } from './attention.ts';

export const deskLetterKinds = ['silence', 'duties', 'promise'] as const;
/** What a letter from the desk is about. */
export type DeskLetterKind = (typeof deskLetterKinds)[number];
/** `facts` are the parts of the body that come from the data, as they are written. */
export type DeskLetter = { subject: string; body: string; facts: readonly string[] };

const about: Record<DeskLetterKind, readonly Reason['kind'][]> = {
  silence: ['silent', 'silent_once'],
  duties: ['missing', 'plan_overdue'],
  promise: ['promise_broken', 'promise_overdue']
};

/** The letters that a municipality's reasons give cause for, the gravest first. */
export function lettersFor(reasons: readonly Reason[]): DeskLetterKind[] {
  return deskLetterKinds
    .filter((kind) => reasonsAbout(reasons, kind).length > 0)
    .toSorted((a, b) => placeOf(reasons, a) - placeOf(reasons, b));
}

/** The reasons that a letter tells of. */
export function reasonsAbout(reasons: readonly Reason[], kind: DeskLetterKind): Reason[] {
  return reasons.filter((reason) => about[kind].includes(reason.kind));
}

export type DeskLetterProblem =
  | { field: 'subject' | 'body'; kind: 'missing' }
  | { field: 'subject' | 'body'; kind: 'too_long'; length: number; most: number }
  | { field: 'body'; kind: 'fact_missing'; value: string };
const longest = { subject: 200, body: 5000 };

/** A letter as it was typed, held against the facts of now: each must stand in it word for word. */
export function readDeskLetter(
  typed: { subject: string; body: string },
  facts: readonly string[]
): { letter: { subject: string; body: string }; problems: DeskLetterProblem[] } {
  const letter = { subject: oneLine(typed.subject), body: typed.body.trim().replaceAll('\r\n', '\n') };
  const fields = ['subject', 'body'] as const;
  const problems = fields.flatMap((field): DeskLetterProblem[] => {
    const { length } = letter[field];
    if (length === 0) return [{ field, kind: 'missing' }];
    return length > longest[field] ? [{ field, kind: 'too_long', length, most: longest[field] }] : [];
  });
  const words = oneLine(letter.body);
  const missing = letter.body === '' ? [] : facts.filter((fact) => !words.includes(oneLine(fact)));
  return {
    letter,
    problems: [...problems, ...missing.map((value) => ({ field: 'body', kind: 'fact_missing', value }) as const)]
  };
}

function placeOf(reasons: readonly Reason[], kind: DeskLetterKind): number {
  return reasons.findIndex((reason) => about[kind].includes(reason.kind));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
