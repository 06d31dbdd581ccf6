import { z } from 'zod';
import { textSchema } from './language.ts';

const wordSchema = z.strictObject({ text: textSchema, also: z.array(z.string()) });
const wordNames = ['dont_know', 'not_applicable', 'none', 'not_given', 'withheld', 'zero', 'yes', 'no'] as const;
type Word = (typeof wordNames)[number];
const importWordsSchema = z.strictObject({
  columns: z.record(z.string(), z.array(z.string())),
  ...(Object.fromEntries(wordNames.map((name) => [name, wordSchema])) as Record<Word, typeof wordSchema>),
  kinds: z.array(z.string())
});

/**
 * What people write in tables: headings by what the column holds, and words in a cell that are no value. The signs are
 * those of Statistics Norway: `.` cannot occur, `..` missing, `:` withheld, `-` zero (ssb.no, Standardtegn i tabeller).
 */
export type ImportWords = z.infer<typeof importWordsSchema>;
const longestWord = 40;

/** Reads the words from the text of `data/import_words.json`; throws when one is missing. */
export function parseImportWords(text: string): ImportWords {
  return importWordsSchema.parse(JSON.parse(text));
}

/** A text as it is compared: one case, one kind of space, without the marks that headings end with. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g, ' ')
    .replace(/^[\s"'«»*]+|[\s"'«»*]+$/g, '')
    .toLowerCase();
}

/** The text of a heading as it is compared: also without signs between words. */
export function plainHeading(text: string): string {
  return plainText(text.replace(/[_/().,:;?!-]+/g, ' ')).trim();
}

/** Whether a cell is one of the ways to write a word. */
export function isWord(words: ImportWords, word: Word, cell: string): boolean {
  return wordOf(words, cell).has(word);
}

const prepared = new WeakMap<ImportWords, Map<string, Set<Word>>>();
const none = new Set<Word>();

/** The words that a cell is, of those prepared once: a file has a million cells. */
function wordOf(words: ImportWords, cell: string): Set<Word> {
  let known = prepared.get(words);
  if (!known) {
    known = new Map();
    for (const word of wordNames) {
      const { text, also } = words[word];
      for (const one of [...Object.values(text), ...also].map(plainText)) {
        known.set(one, (known.get(one) ?? new Set()).add(word));
      }
    }
    prepared.set(words, known);
  }
  return cell.length > longestWord ? none : (known.get(plainText(cell)) ?? none);
}
