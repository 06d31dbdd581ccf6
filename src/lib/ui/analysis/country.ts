import { municipalitiesAt, type Geography } from '#lib/domain/geography.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Round } from '#lib/domain/round.ts';
import { listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { RoundPlace } from '#lib/stats/place-table.ts';
import type { AnalysisScene } from './scene.ts';

/** Every KORUS region in the fixed order with its round, null without one; its rounds expect so many of all municipalities. */
export type SceneCountry = {
  regions: { id: string; name: string; round: string | null }[];
  expected: number;
  municipalities: number;
};

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
  { geography, language, places }: { geography: Geography; language: Language; places: readonly RoundPlace[] }
): Pick<AnalysisScene, 'rounds' | 'country'> {
  const [first] = shown;
  if (!first) throw new Error('no round is chosen');
  return {
    rounds: all.map(({ round, beside }) => ({
      ...{ id: round.id, periodEnd: round.periodEnd, dataKind: round.dataKind, name: countryName(round, language) },
      sources: [round, ...beside].map(sourceOf)
    })),
    country: sceneCountry(geography, first, places)
  };
}

function sourceOf({ name, dataKind }: Round) {
  return { name, dataKind };
}

/** The country of a round: every region in the fixed order, with or without a round, and the places that are asked. */
function sceneCountry(
  geography: Geography,
  { round, beside }: Countries[number],
  places: readonly RoundPlace[]
): SceneCountry {
  const rounds = [round, ...beside];
  const roundOf = (region: string) => rounds.find(({ korusRegion }) => korusRegion === region)?.name ?? null;
  return {
    regions: geography.korusRegions.map(({ id, name }) => ({ id, name, round: roundOf(id) })),
    expected: places.filter(({ roundId }) => roundId === round.id).length,
    municipalities: municipalitiesAt(geography, round.periodEnd).length
  };
}

/** What rounds of the same year are called together. */
function countryName({ periodEnd }: Pick<Round, 'periodEnd'>, language: Language): string {
  return messagesIn(language).country.name(periodEnd.slice(0, 4));
}

/** A finding as one of the country; that of a region as it is. */
export function titleIn({ country, language }: AnalysisScene, title: string): string {
  if (!country) return title;
  return messagesIn(language).country.title(title, withRound(country), country.regions.length);
}

/** What the country is here: who has a round and who has none, and of cases what is not shown of the others. */
export function countryNotes({ country, language }: AnalysisScene, indicator: string): string[] {
  if (!country) return [];
  const { country: text } = messagesIn(language);
  const { regions, expected, municipalities } = country;
  const without = regions.flatMap(({ name, round }) => (round === null ? name : []));
  return [
    `${text.base(withRound(country), regions.length)} ${text.municipalities(expected, municipalities)}`,
    ...(without.length === 0 ? [] : [text.without(listInText(without, language))]),
    ...(indicatorOf(indicator).nature === 'personal' ? [text.notShown] : [])
  ];
}

function withRound({ regions }: SceneCountry): number {
  return regions.filter(({ round }) => round !== null).length;
}
