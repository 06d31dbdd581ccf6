import type { CheckWords } from '#lib/i18n/nb/published.ts';

/** A text or a function that makes one, by its path: "round.daysLeft". */
export type Leaves = Map<string, string | Sentence>;
type Sentence = (...values: unknown[]) => string;

/** Every text of a language, flat. */
export function leavesOf(messages: object, path: string[] = []): Leaves {
  return new Map(
    Object.entries(messages).flatMap(([key, value]: [string, unknown]) => {
      const here = [...path, key];
      if (typeof value === 'string') return [[here.join('.'), value]];
      if (typeof value === 'function') return [[here.join('.'), value as Sentence]];
      if (typeof value === 'object' && value !== null) return [...leavesOf(value, here)];
      throw new Error(`no text at ${here.join('.')}: ${String(value)}`);
    })
  );
}

const counts = [0, 1, 2, 12, 13];
const relations: CheckWords['relation'][] = ['difference', 'sum', 'at_most', 'equal', 'share'];
const checkWords = relations.map((relation) => ({
  relation,
  stated: '22',
  statedLabel: 'A',
  parts: ['66', '42'],
  partLabels: ['B', 'C'],
  computed: '24',
  difference: '2',
  shares: ['32,4', '36,5']
}));

const letter = {
  ...{ name: 'G', municipality: 'H', round: 'I', link: 'https://j.example', deadline: '3. mars 2024' },
  ...{ moment: '3. mars 2024 kl. 12.00', version: 2, hash: '0f', text: 'K' }
};

/** What a leaf says: its text, or its function's sentences for every sample. */
export function sentencesOf(leaves: Leaves, path: string): string[] {
  const leaf = leaves.get(path);
  if (leaf === undefined) throw new Error(`no text at ${path}`);
  return typeof leaf === 'string' ? [leaf] : samplesOf(path, leaf.length).map((sample) => leaf(...sample));
}

/** The arguments a function is tried with: every count in every place, or the words it needs. */
function samplesOf(path: string, arity: number): unknown[][] {
  if (path.startsWith('published.checks.')) return checkWords.map((words) => [words]);
  if (path.endsWith('.findings.category'))
    return counts.flatMap((count) => counts.map((answered) => [count, answered, 'D']));
  if (path.endsWith('.chart.tile')) return [['Evje', 'Ja']];
  if (path.startsWith('answer.problem.')) return [['E', 'F']];
  if (path === 'coverage.mail.body') return [[{ ...letter, host: 'K', until: '3. mars 2024' }]];
  if (path.startsWith('contact.mail.') && arity === 1 && path !== 'contact.mail.subject') return [[letter]];
  if (/^answering\.(correction\.)?mail\.body$/.test(path)) return [[letter]];
  return Array.from({ length: arity }).reduce<unknown[][]>(
    (samples) => samples.flatMap((sample) => counts.map((count) => [...sample, count])),
    [[]]
  );
}
