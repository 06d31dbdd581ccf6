import { municipalitiesAt, type Geography } from '#lib/domain/geography.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Round } from '#lib/domain/round.ts';
import { listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { AnalysisScene } from './scene.ts';

/** Which KORUS regions have a round beside one, by their names, and how many municipalities the country has then. */
export type SceneCountry = { withRound: string[]; without: string[]; expected: number; municipalities: number };

type Countries = readonly { round: Round; beside: readonly Round[] }[];

/** The rounds of a scene, each by itself. */
export function regionScene(rounds: readonly Round[]): Pick<AnalysisScene, 'rounds' | 'country'> {
  return {
    rounds: rounds.map((round) => ({
      ...sourceOf(round),
      id: round.id,
      periodEnd: round.periodEnd,
      sources: [round].map(sourceOf)
    })),
    country: null
  };
}

/** The rounds of a scene, each with those of the other regions, and the country of those that are shown. */
export function countryScene(
  shown: Countries,
  all: Countries,
  { geography, language }: { geography: Geography; language: Language }
): Pick<AnalysisScene, 'rounds' | 'country'> {
  const [first] = shown;
  if (!first) throw new Error('no round is chosen');
  return {
    rounds: all.map(({ round, beside }) => ({
      ...{ id: round.id, periodEnd: round.periodEnd, dataKind: round.dataKind, name: countryName(round, language) },
      sources: [round, ...beside].map(sourceOf)
    })),
    country: sceneCountry(geography, [first.round, ...first.beside], first.round.periodEnd)
  };
}

function sourceOf({ name, dataKind }: Round) {
  return { name, dataKind };
}

/** The country of a round: every region in the fixed order, with or without a round. */
function sceneCountry(geography: Geography, rounds: readonly Round[], day: string): SceneCountry {
  const regions = new Set(rounds.map(({ korusRegion }) => korusRegion));
  const names = (isIn: boolean) =>
    geography.korusRegions.filter(({ id }) => regions.has(id) === isIn).map(({ name }) => name);
  const all = municipalitiesAt(geography, day);
  return {
    ...{ withRound: names(true), without: names(false), municipalities: all.length },
    expected: all.filter(({ korusRegion }) => regions.has(korusRegion)).length
  };
}

/** What rounds of the same year are called together. */
function countryName({ periodEnd }: Pick<Round, 'periodEnd'>, language: Language): string {
  return messagesIn(language).country.name(periodEnd.slice(0, 4));
}

/** A finding as one of the country; that of a region as it is. */
export function titleIn({ country, language }: AnalysisScene, title: string): string {
  if (!country) return title;
  return messagesIn(language).country.title(title, country.withRound.length, regionsIn(country));
}

/** What the country is here: who has a round and who has none, and what is not shown of the others. */
export function countryNotes({ country, language }: AnalysisScene): string[] {
  if (!country) return [];
  const { country: text } = messagesIn(language);
  const { withRound, without, expected, municipalities } = country;
  return [
    `${text.base(withRound.length, regionsIn(country))} ${text.municipalities(expected, municipalities)}`,
    ...(without.length === 0 ? [] : [text.without(listInText(without, language))]),
    text.notShown
  ];
}

function regionsIn({ withRound, without }: SceneCountry): number {
  return withRound.length + without.length;
}
