import { boundFigures, type BoundFigure } from '#lib/domain/bound-text/bound-figure.ts';
import { problemsOf } from '#lib/domain/bound-text/sentence-check.ts';
import { partsOf, sentencesIn } from '#lib/domain/bound-text/sentence-part.ts';
import { followUpFigures, type CountyPackage } from '#lib/domain/county-package.ts';
import { languages, type Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { writeSentence } from '#lib/i18n/bound-figure.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

/** The text of a package as it is written, with the figures it can hold, and whether a sentence says what they do not. */
export type PackageText = { body: Record<Language, string>; figures: BoundFigure[]; isWrong: boolean };

/** A sentence to begin with is left out where it says a figure wrong, or tells of a follow-up that there was none of. */
function isBorne(sentence: string, figures: readonly BoundFigure[], language: Language): boolean {
  const parts = partsOf(sentence, figures, language);
  const isNothing = parts.some(
    (part) =>
      part.kind === 'figure' && part.figure.value === 0 && ['promises_due', 'contacts'].includes(part.figure.subject)
  );
  return !isNothing && !isWrong(sentence, figures, language);
}

function isWrong(sentence: string, figures: readonly BoundFigure[], language: Language): boolean {
  return problemsOf(partsOf(sentence, figures, language), figures).some(({ weight }) => weight === 'wrong');
}

/** The text that was written of a package; where nobody has, the sentences to begin with that its figures bear. */
export function packageText(
  pack: CountyPackage,
  questionnaire: Questionnaire,
  written: Record<Language, string | null>
): PackageText {
  const areas = [{ type: 'county', id: pack.county.number, name: pack.county.name } as const];
  const content = { areas, figures: pack.round.figures, estimates: [] };
  const figures = [...boundFigures(content, questionnaire), ...followUpFigures(pack)];
  const bodyOf = (language: Language) =>
    written[language] ??
    messagesIn(language)
      .countyPackage.template.filter((sentence) => isBorne(sentence, figures, language))
      .join('\n');
  const body = { nb: bodyOf('nb'), nn: bodyOf('nn') };
  const has = (language: Language) => sentencesIn(body[language]).some((one) => isWrong(one, figures, language));
  return { body, figures, isWrong: languages.some(has) };
}

/** The sentences with their figures written out. */
export function packageSentences({ body, figures }: PackageText, language: Language): string[] {
  return sentencesIn(body[language]).map(
    (sentence) => writeSentence(partsOf(sentence, figures, language), language).text
  );
}
