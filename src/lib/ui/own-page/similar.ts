import { categoriesOf, indicatorOf, type AnswerStatus } from '#lib/domain/indicator.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { likenesses } from '#lib/domain/similar-municipality.ts';
import { secureAddress } from '#lib/domain/web-address.ts';
import { formatNumber, listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

/** A similar municipality with what the public knows of it; a category is null where it has not told. */
export type SimilarOne = {
  name: string;
  population: number;
  alikeIn: readonly (typeof likenesses)[number][];
  status: AnswerStatus;
  organisedUnder: string | null;
  webInfo: string | null;
  /** The page of its service, as it was told; null where the public does not know of one. */
  servicePage: string | null;
};

/** One of them in words. */
type SimilarLines = { name: string; line: string; facts: { name: string; value: string; href: string | null }[] };

/** What municipalities like one's own have chosen, and why they are alike; the most similar first. */
export function similarLines(
  ones: readonly SimilarOne[],
  questionnaire: Questionnaire,
  language: Language
): SimilarLines[] {
  const text = messagesIn(language).ownPage.similar;
  const factOf = (id: string, category: string | null) => {
    const indicator = indicatorOf(id);
    const found = categoriesOf(indicator, questionnaire).find((one) => one.id === category);
    const name = indicator.source === 'assignment' ? text.answer : indicator.name[language];
    return { name, value: found ? found.text[language] : text.notTold, href: null };
  };
  return ones.map(({ name, population, alikeIn, organisedUnder, webInfo, servicePage, status }) => {
    const alike = alikeIn.map((one) => text.alikeIn[one]);
    return {
      name,
      line: text.line(formatNumber(population, language), alike.length === 0 ? null : listInText(alike, language)),
      facts: [
        factOf('organised_under', organisedUnder),
        factOf('web_info', webInfo),
        ...(servicePage === null
          ? []
          : [{ name: text.servicePage, value: servicePage, href: secureAddress(servicePage) }]),
        factOf('answer_status', status)
      ]
    };
  });
}
