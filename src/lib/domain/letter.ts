/** What stands in a letter between braces, and is filled in for each municipality. */
export const placeholders = ['kommune', 'frist', 'lenke', 'runde', 'rådgiver'] as const;
type Placeholder = (typeof placeholders)[number];
export type Letter = { subject: string; body: string };
export type LetterValues = Record<Placeholder, string>;

export type LetterProblem = { field: 'subject' | 'body' } & (
  | { kind: 'missing' | 'link_missing' | 'link_outside' }
  | { kind: 'too_long'; length: number; most: number }
  | { kind: 'unknown'; value: string }
);

const longest = { subject: 200, body: 5000 };
const between = /\{([^{}]*)\}/g;

/** A typed letter without the space around it, its subject on one line, and what is wrong with it. */
export function readLetter(subject: unknown, body: unknown): { letter: Letter; problems: LetterProblem[] } {
  const letter = { subject: trimmed(subject).replaceAll(/\s+/g, ' '), body: trimmed(body).replaceAll('\r\n', '\n') };
  const problems = [...problemsOf(letter, 'subject'), ...problemsOf(letter, 'body')];
  if (namesIn(letter.subject).includes('lenke')) problems.push({ field: 'subject', kind: 'link_outside' });
  if (letter.body !== '' && !namesIn(letter.body).includes('lenke'))
    problems.push({ field: 'body', kind: 'link_missing' });
  return { letter, problems };
}

/** The letter to one municipality. What is filled in is not looked through again. */
export function fillLetter({ subject, body }: Letter, values: LetterValues): Letter {
  const fill = (text: string) =>
    text.replaceAll(between, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
  return { subject: fill(subject), body: fill(body) };
}

function problemsOf(letter: Letter, field: 'subject' | 'body'): LetterProblem[] {
  const text = letter[field];
  if (text === '') return [{ field, kind: 'missing' }];
  const most = longest[field];
  const unknown = [...new Set(namesIn(text))].filter((name) => !isPlaceholder(name));
  return [
    ...(text.length > most ? [{ field, kind: 'too_long' as const, length: text.length, most }] : []),
    ...unknown.map((value) => ({ field, kind: 'unknown' as const, value: `{${value}}` }))
  ];
}

function namesIn(text: string): string[] {
  return [...text.matchAll(between)].map(([, name = '']) => name);
}

function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((known) => known === name);
}

function trimmed(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
