import type { BoundFigure } from './bound-figure.ts';
import { asked, clauseAround, other, subjectClaimed } from './claim.ts';
import { looseNumbersIn, type LooseNumber } from './loose-number.ts';
import type { FigureForm, SentencePart } from './sentence-part.ts';

/** One number of a sentence, bound or typed, with the words around it. */
export type Numeral = {
  figure: BoundFigure | null;
  form: FigureForm | null;
  loose: LooseNumber | null;
  written: string;
  before: string;
  after: string;
  claimed: string | null;
};

const isBase = new RegExp(`${other}\\s+av\\s+(?:de\\s+|dei\\s+|alle\\s+)?$`, 'iu');
const withItsBase = new RegExp(`${asked}\\s+av\\s+(?:de\\s+|dei\\s+|alle\\s+)?${other}`, 'iu');

/** The numbers of a sentence in their order, each with its clause and what the words there say it is of. */
export function numeralsOf(parts: readonly SentencePart[]): Numeral[] {
  const found: (Pick<Numeral, 'figure' | 'form' | 'loose' | 'written'> & { at: number })[] = [];
  let masked = '';
  for (const part of parts) {
    if (part.kind === 'figure') {
      found.push({ figure: part.figure, form: part.form, loose: null, written: '', at: masked.length });
      masked += other;
    } else if (part.kind === 'text') {
      let end = 0;
      for (const loose of looseNumbersIn(part.text)) {
        masked += part.text.slice(end, loose.at);
        found.push({ figure: null, form: null, loose, written: loose.written, at: masked.length });
        masked += other;
        end = loose.at + loose.written.length;
      }
      masked += part.text.slice(end);
    }
  }
  return found.map(({ at, ...one }) => ({
    ...one,
    before: masked.slice(0, at),
    after: masked.slice(at + 1),
    claimed: claimedAt(masked, at)
  }));
}

/** What the words say that a number is of: in "17 av 66 har svart" they speak of 17, and 66 is its base. */
function claimedAt(masked: string, at: number): string | null {
  if (isBase.test(masked.slice(0, at))) return null;
  const sentence = masked.slice(0, at) + asked + masked.slice(at + 1);
  return subjectClaimed(clauseAround(sentence, at).replace(withItsBase, asked));
}
