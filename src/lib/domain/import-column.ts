import { plainHeading, type ImportWords } from './import-words.ts';
import type { Questionnaire } from './questionnaire.ts';

/** What a column of an import holds: the municipality by number or name, the gate or a question by its key, or nothing that is used. */
export type ColumnUse = string;
export const numberColumn = 'municipality_no';
export const nameColumn = 'municipality_name';
export const unusedColumn = '-';

/** Every use a column can have, in the order of the questionnaire; the first is none. */
export function columnUses({ gate, questions }: Questionnaire): ColumnUse[] {
  return [unusedColumn, numberColumn, nameColumn, gate.key, ...questions.map(({ key }) => key)];
}

/**
 * What each column holds, by its heading: a key, the text of a question in any language, or a word that people use for
 * it, else the beginning of one of them only. No use is given twice: the first column has it.
 */
export function guessColumns(
  headings: readonly string[],
  questionnaire: Questionnaire,
  words: ImportWords
): ColumnUse[] {
  const known = headingsOf(questionnaire, words);
  const taken = new Set<ColumnUse>();
  const take = (use: ColumnUse | undefined) => {
    if (use === undefined || taken.has(use)) return undefined;
    taken.add(use);
    return use;
  };
  const exact = headings.map((heading) => take(known.get(plainHeading(heading))));
  return headings.map(
    (heading, place) => exact[place] ?? take(begunWith(plainHeading(heading), known)) ?? unusedColumn
  );
}

const shortestBeginning = 8;

/** The one use with a heading that begins like this; undefined when it is too short to tell, or there are more. */
function begunWith(heading: string, known: ReadonlyMap<string, ColumnUse>): ColumnUse | undefined {
  if (heading.length < shortestBeginning) return undefined;
  const uses = new Set([...known].flatMap(([one, use]) => (one.startsWith(heading) ? [use] : [])));
  return uses.size === 1 ? [...uses][0] : undefined;
}

/** Uses as they were chosen, with what is no use, or is chosen twice, left out. */
export function readColumnUses(chosen: readonly string[], questionnaire: Questionnaire): ColumnUse[] {
  const possible = new Set(columnUses(questionnaire));
  return chosen.map((use, index) => (possible.has(use) && chosen.indexOf(use) === index ? use : unusedColumn));
}

function headingsOf({ gate, questions }: Questionnaire, words: ImportWords): Map<string, ColumnUse> {
  const known = new Map<string, ColumnUse>();
  const add = (heading: string, use: ColumnUse) => {
    const plain = plainHeading(heading);
    if (plain !== '' && !known.has(plain)) known.set(plain, use);
  };
  for (const { key, text } of [gate, ...questions]) {
    add(key, key);
    for (const wording of Object.values(text)) add(wording, key);
  }
  const asked = new Set<string>([numberColumn, nameColumn, gate.key, ...questions.map(({ key }) => key)]);
  for (const [use, headings] of Object.entries(words.columns)) {
    if (asked.has(use)) for (const heading of [use, ...headings]) add(heading, use);
  }
  return known;
}
