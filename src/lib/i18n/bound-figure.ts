import type { BoundFigure, FigureUnit } from '#lib/domain/bound-text/bound-figure.ts';
import type { FigureForm, SentencePart } from '#lib/domain/bound-text/sentence-part.ts';
import type { Language } from '#lib/domain/language.ts';
import type { ReleasedSentence } from '#lib/domain/release-content.ts';
import { formatNumber, formatRate, formatShare, numberInText, sentenceCase, type Gender } from './format.ts';
import { messagesIn } from './messages.ts';

const genders: Record<FigureUnit, Record<Language, Gender>> = {
  cases: { nb: 'feminine', nn: 'feminine' },
  municipalities: { nb: 'masculine', nn: 'masculine' },
  promises: { nb: 'neuter', nn: 'masculine' },
  contacts: { nb: 'masculine', nn: 'masculine' }
};

/** A figure as it stands in a sentence; one that cannot be written is told as hidden or missing. */
export function writeFigure(figure: BoundFigure, form: FigureForm, language: Language): string {
  const text = messagesIn(language).boundText;
  if (form === 'base') return text.base(figure.reported, figure.expected);
  if (figure.status !== 'shown') return text.notShown[figure.status];
  switch (form) {
    case 'with_unit':
      return `${amountOf(figure, language, formatNumber)} ${nounOf(figure, language)}`;
    case 'bare':
      return amountOf(figure, language, formatNumber);
    case 'words':
      return `${amountOf(figure, language, (value) => numberInText(value, language, genders[figure.unit][language]))} ${nounOf(figure, language)}`;
    case 'share':
      return figure.share === null ? text.notShown.not_applicable : (formatShare(figure.share, 1, language) ?? '');
    case 'rate':
      return figure.rate === null ? text.notShown.not_applicable : text.rate(formatRate(figure.rate, language));
  }
}

/** A sentence with its figures written out, and the released figures that it was made from. */
export function writeSentence(parts: readonly SentencePart[], language: Language): ReleasedSentence {
  const pieces = parts.map((part) => {
    if (part.kind === 'text') return part.text;
    return part.kind === 'unknown' ? `{${part.written}}` : writeFigure(part.figure, part.form, language);
  });
  const keys = parts.flatMap((part) => (part.kind === 'figure' ? part.figure.keys : []));
  return { text: sentenceCase(pieces.join('')), figures: [...new Set(keys)] };
}

type Write = (value: number, language: Language) => string;

function amountOf({ value, interval }: BoundFigure, language: Language, write: Write): string {
  if (!interval) return write(value ?? 0, language);
  const { between } = messagesIn(language).boundText;
  return between(formatNumber(interval.low, language), formatNumber(interval.high, language));
}

function nounOf({ unit, value, interval }: BoundFigure, language: Language): string {
  const { one, many } = messagesIn(language).boundText.units[unit];
  return value === 1 && !interval ? one : many;
}
