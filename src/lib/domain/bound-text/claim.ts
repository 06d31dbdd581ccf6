import type { BoundFigure } from './bound-figure.ts';

/** Stands in a clause for the number that is asked about, and for every other number. */
export const asked = '#';
export const other = '¤';

/** Words that say what a number is of, in both languages. `{n}` is the number; the first that fits decides. */
type ClaimWords = { subject: string; words: readonly RegExp[] };

const gap = `[^${asked}${other}]*`;

/** The number with the words somewhere before or after it, and no other number between. */
function near(words: string): RegExp[] {
  return [new RegExp(`${asked}${gap}(?:${words})`, 'iu'), new RegExp(`(?:${words})${gap}${asked}`, 'iu')];
}

const notDone = '(?:ikke|ikkje|ennå ikke|enno ikkje)(?: har| er| blitt| blei)*';
const claimWords: readonly ClaimWords[] = [
  {
    subject: 'expected',
    words: [new RegExp(`av (?:de |dei )?${asked} kommun`, 'iu'), ...near('består av|omfatter|omfattar')]
  },
  {
    subject: 'not_answered',
    words: near(`${notDone} svart|mangler svar|manglar svar|uten svar|utan svar|svarte (?:ikke|ikkje)`)
  },
  { subject: 'estimate', words: near('anta|antar|anslag|anslår|anslått|trolig|truleg|reelle tall|reelle tal') },
  { subject: 'web_info=no', words: near('(?:ikke|ikkje) (?:har )?(?:lagt ut )?informasjon') },
  { subject: 'web_info=planned', words: near('plan(?:er|ar|legger|legg)?') },
  { subject: 'web_info=yes', words: near('(?:har|med) informasjon|informasjon [^#]*nett') },
  { subject: 'answered', words: near('har svart|svart|svarte|besvart|svara') },
  { subject: 'cases_under_18', words: near('under 18|mindreårige?|mindreårig') },
  { subject: 'not_handled', words: near(`${notDone} (?:behandlet|behandla)|venter|ventar`) },
  { subject: 'cases_handled', words: near('behandl(?:et|a|ede|er|ar)|har møtt|møtte') },
  {
    subject: 'cases_received',
    words: near('mottatt|mottok|mottatte|motteke|mottekne|tok imot|tatt imot|fått inn|henvist|vist til')
  }
];

/** What the words of a clause say that its number (`#`) is of; null when they do not tell. */
export function subjectClaimed(clause: string): string | null {
  return claimWords.find(({ words }) => words.some((one) => one.test(clause)))?.subject ?? null;
}

/** The clause around a place in a sentence: to the next comma, dash or "og" before a number on either side. */
export function clauseAround(sentence: string, at: number): string {
  const ends = [...sentence.matchAll(/[;:–—]|,(?!\d)| (?:og|mens|medan|men) (?=[#¤])/giu)].map(({ index }) => index);
  const from = Math.max(0, ...ends.filter((end) => end < at).map((end) => end + 1));
  const to = Math.min(sentence.length, ...ends.filter((end) => end >= at));
  return sentence.slice(from, to);
}

const noun = /^\s*(?:av (?:de |dei )?)?(\p{L}+)/iu;
const nouns: readonly [unit: Noun, pattern: RegExp][] = [
  ['cases', /^sak/iu],
  ['municipalities', /^kommun/iu],
  ['persons', /^(?:person|ungdom|unge|menneske|tilvist|henvist)/iu]
];
export type Noun = BoundFigure['unit'] | 'persons';

/** What the word after a number counts, or null when it says nothing of that. */
export function nounAfter(text: string): Noun | null {
  const word = noun.exec(text)?.[1] ?? '';
  return nouns.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

const nearlyWords = /(?:nesten|nær|nærmere|nærare|opp mot|bortimot)\s*$/iu;
const aroundWords = /(?:rundt|omtrent|cirka|ca\.|om lag|omkring|anslagsvis)\s*$/iu;
const overWords = /(?:over|mer enn|meir enn|flere enn|fleire enn|minst)\s*$/iu;
const underWords = /(?:under|færre enn|mindre enn|høyst|høgst)\s*$/iu;
const tolerance = 0.05;

/** Whether a number may be said of a value, with the word before it: "nesten 45" of 43, "over 40" of 42. */
export function isTrueOf(number: number, value: number, before: string): boolean {
  const isNear = Math.abs(number - value) <= tolerance * number;
  if (nearlyWords.test(before)) return value <= number && isNear;
  if (aroundWords.test(before)) return isNear;
  if (overWords.test(before)) return value >= number;
  if (underWords.test(before)) return value <= number;
  return number === value;
}
