import type { Language, Text } from '#lib/domain/language.ts';
import type { BoundFigure } from './bound-figure.ts';

/** How a figure is written: with its unit, bare, in words up to twelve, as a share, with n of N, or per 10 000 inhabitants. */
export const figureForms = ['with_unit', 'bare', 'words', 'share', 'base', 'rate'] as const;
export type FigureForm = (typeof figureForms)[number];

/** What stands after the bar between the braces; nothing for a figure with its unit. */
const formNames: Record<Exclude<FigureForm, 'with_unit'>, Text> = {
  bare: { nb: 'tall', nn: 'tal', en: 'number' },
  words: { nb: 'ord', nn: 'ord', en: 'words' },
  share: { nb: 'andel', nn: 'andel', en: 'share' },
  base: { nb: 'grunnlag', nn: 'grunnlag', en: 'base' },
  rate: { nb: 'rate', nn: 'rate', en: 'rate' }
};

/** A piece of a sentence: text as typed, a figure, or braces that name no figure there is. */
export type SentencePart =
  | { kind: 'text'; text: string }
  | { kind: 'figure'; figure: BoundFigure; form: FigureForm }
  | { kind: 'unknown'; written: string };

/** The sentences of a text: one a line; lines with nothing are none. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Splits a sentence such as "Enhetene mottok {mottatte saker} …" at its figures, which are called as in that language. */
export function partsOf(sentence: string, figures: readonly BoundFigure[], language: Language): SentencePart[] {
  return sentence.split(/(\{[^{}]*\})/).flatMap((piece): SentencePart[] => {
    if (piece === '') return [];
    if (!piece.startsWith('{')) return [{ kind: 'text', text: piece }];
    return [readFigure(piece.slice(1, -1), figures, language)];
  });
}

/** What to type for a figure in a form. */
export function writtenFigure({ names }: BoundFigure, form: FigureForm, language: Language): string {
  return form === 'with_unit' ? `{${names[language]}}` : `{${names[language]}|${formNames[form][language]}}`;
}

function readFigure(written: string, figures: readonly BoundFigure[], language: Language): SentencePart {
  const [name = '', formName = ''] = written.split('|').map(plain);
  const figure = figures.find(({ names }) => plain(names[language]) === name);
  const form = formName === '' ? 'with_unit' : figureForms.find((one) => nameOf(one, language) === formName);
  return figure && form ? { kind: 'figure', figure, form } : { kind: 'unknown', written };
}

function nameOf(form: FigureForm, language: Language): string | null {
  return form === 'with_unit' ? null : formNames[form][language];
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('nb-NO');
}
