import { categoriesOf, indicatorOf } from '#lib/domain/indicator.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { figureText } from './release-figures.ts';

/** A municipality in the search: what is public of it, in words. */
export type FoundMunicipality = {
  number: string;
  name: string;
  county: string;
  status: string;
  facts: { label: string; value: string }[];
  webAddress: string | null;
  /** How many cases, or that it is not told; `why` is null when it is. */
  cases: { value: string; why: string | null };
};

/** The municipalities whose name holds what was typed, or whose number it is; none when nothing was typed. */
export function searchMunicipalities(
  content: ReleaseContent,
  questionnaire: Questionnaire,
  typed: string,
  language: Language
): FoundMunicipality[] {
  const wanted = typed.trim().toLocaleLowerCase('nb');
  if (wanted === '') return [];
  const text = messagesIn(language).publication.search;
  const word = (indicator: string, value: string | null) => {
    const categories = categoriesOf(indicatorOf(indicator), questionnaire);
    return categories.find(({ id }) => id === value)?.text[language] ?? text.notGiven;
  };
  return content.municipalities
    .filter(({ name, number }) => name.toLocaleLowerCase('nb').includes(wanted) || number === wanted)
    .map(({ number, name, county, status, host, facts, webAddress }) => ({
      ...{ number, name, county, webAddress, cases: casesOf(content, number, language) },
      status: host === null ? word('answer_status', status) : text.coveredBy(host),
      facts: Object.entries(facts).map(([id, value]) => ({
        label: indicatorOf(id).name[language],
        value: word(id, value)
      }))
    }));
}

/** A count of a municipality is told where the release holds it, and is shielded otherwise: the same word whatever the reason. */
function casesOf({ figures }: ReleaseContent, number: string, language: Language): FoundMunicipality['cases'] {
  const { cases } = messagesIn(language).publication.search;
  const figure = figures.find(
    ({ indicator, area, measure }) =>
      indicator === 'cases_received' && area === `municipality:${number}` && measure === 'count'
  );
  if (!figure) return { value: cases.shielded, why: cases.notTold };
  if (figure.status === 'hidden') return { value: cases.shielded, why: cases.hidden };
  return { value: figureText(figure, language), why: null };
}
