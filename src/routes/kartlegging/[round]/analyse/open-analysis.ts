import { redirect } from '@sveltejs/kit';
import { audienceOf, countiesOf } from '#lib/domain/access.ts';
import type { Analysis, Choices } from '#lib/domain/analysis.ts';
import { analysisParameters, parseAnalysis } from '#lib/domain/analysis-address.ts';
import { roundsBeside } from '#lib/domain/country-round.ts';
import { municipalitiesAt, type Geography } from '#lib/domain/geography.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import type { Round } from '#lib/domain/round.ts';
import { mayAnalyse } from '#lib/server/analysable-round.ts';
import { readCountry, type RoundOfCountry } from '#lib/server/country-dataset.ts';
import type { Actor } from '#lib/server/db.ts';
import { actorOf, type PersonUser } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { listRounds } from '#lib/server/round.ts';
import { readWorkbench, type WorkbenchDataset } from '#lib/server/workbench-dataset.ts';
import { analysisAreas } from '#lib/ui/analysis/areas.ts';
import { divisionsBetween } from '#lib/ui/analysis/division.ts';
import { countryScene, regionScene } from '#lib/ui/analysis/country.ts';
import { analysisTiles, countryTiles } from '#lib/ui/analysis/geography.ts';
import { placeChoices } from '#lib/ui/analysis/place-choices.ts';
import type { AnalysisScene } from '#lib/ui/analysis/scene.ts';
import { scopeOf, withPartlyNamed, type AnalysisScope } from './analysis-scope.ts';

/** A round whose workbench is open to a person, with the rounds that it can be compared with, its own first. */
export type OpenWorkbench = {
  user: PersonUser;
  actor: Extract<Actor, { kind: 'person' }>;
  round: Round;
  rounds: readonly Round[];
  /** The same rounds with those of the other regions that make the country with them. */
  countries: readonly RoundOfCountry[];
  choices: Choices;
  /** Whether the person follows the round, or only reads its figures. */
  isFollower: boolean;
  /** The audit chain of the unit for which the person is there. */
  chain: string;
};

export type OpenAnalysis = Pick<OpenWorkbench, 'isFollower'> & {
  scene: AnalysisScene;
  analysis: Analysis;
  unknown: { parameter: string; value: string }[];
  dataset: WorkbenchDataset;
  scope: AnalysisScope;
};

/** The workbench of a round, for whoever may open it; others find nothing. */
export async function openWorkbench({ app, user }: App.Locals, roundId: string, url: URL): Promise<OpenWorkbench> {
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  if (user.kind !== 'person') throw Problem.notFound();
  const { geography } = app.reference;
  const actor = actorOf(user);
  const all = await app.db.transaction(actor, listRounds);
  const round = all.find(({ id }) => id === roundId);
  if (!round || !(await mayAnalyse(app, user, round))) throw Problem.notFound();
  const others = all.filter((other) => other.id !== round.id && isComparable(other, round));
  const isOpen = await Promise.all(others.map((other) => mayAnalyse(app, user, other)));
  const rounds = [round, ...others.filter((_, index) => isOpen[index])];
  const isFollower = audienceOf(user, round.korusRegion) === 'region';
  const municipalities = rounds
    .flatMap((one) => municipalitiesIn(one, geography))
    .filter(({ countyNumber }) => isFollower || countiesOf(user).includes(countyNumber));
  const countries = rounds.map((one) => ({ round: one, beside: roundsBeside(one, all) }));
  const hasCountry = countries.some(({ round: own, beside }) => own === round && beside.length > 0);
  const choices = {
    questionnaire: questionnaireOf(app.questionnaires, round),
    rounds: rounds.map(({ id }) => id),
    ...placeChoices(municipalities),
    country: hasCountry ? placeChoices(countries.flatMap((one) => municipalitiesOf(one, geography))) : null
  };
  const chain = isFollower
    ? round.korusRegion
    : (countiesOf(user).find((county) => choices.counties.includes(county)) ?? '');
  return { user, actor, round, rounds, countries, choices, isFollower, chain };
}

/** The view of an address with the data it needs, for whoever may have it; others find nothing. */
export async function openAnalysis(locals: App.Locals, roundId: string, url: URL): Promise<OpenAnalysis> {
  return analysisIn(locals, await openWorkbench(locals, roundId, url), url.searchParams);
}

/** The same for a page that knows the region only, whatever the address says. */
export async function openRegionAnalysis(locals: App.Locals, roundId: string, url: URL): Promise<OpenAnalysis> {
  const parameters = new URLSearchParams(url.searchParams);
  parameters.delete(analysisParameters.scope);
  return analysisIn(locals, await openWorkbench(locals, roundId, url), parameters);
}

/** The page's own round beside those of the other regions, also where none of them has one. */
export async function openRegions(locals: App.Locals, roundId: string, url: URL): Promise<OpenAnalysis> {
  const workbench = await openWorkbench(locals, roundId, url);
  const { analysis } = parseAnalysis(new URLSearchParams(), workbench.choices);
  const shown: Analysis = { ...analysis, scope: 'country', dimension: 'korus_region', measure: 'rate' };
  return shownIn(locals, workbench, { analysis: shown, unknown: [] });
}

/** A view of an open workbench with the data it needs. */
export async function analysisIn(
  locals: App.Locals,
  workbench: OpenWorkbench,
  parameters: URLSearchParams
): Promise<OpenAnalysis> {
  return shownIn(locals, workbench, parseAnalysis(parameters, workbench.choices));
}

async function shownIn(
  { app, language }: App.Locals,
  { user, round, rounds, countries, choices, isFollower }: OpenWorkbench,
  { analysis, unknown }: Pick<OpenAnalysis, 'analysis' | 'unknown'>
): Promise<OpenAnalysis> {
  const chosen = rounds.filter(({ id }) => analysis.rounds.includes(id));
  const isCountry = analysis.scope === 'country';
  const shown = countries.filter((country) => chosen.includes(country.round));
  const dataset = isCountry ? await readCountry(app, user, shown) : await readWorkbench(app, user, chosen);
  const scope = await scopeOf(app, { user, round, isFollower, beside: isCountry ? dataset.rows : null });
  const geography = withPartlyNamed(app.reference.geography, { scope, round, language });
  const scene: AnalysisScene = {
    ...{ roundId: round.id, roundName: round.name, dataKind: round.dataKind, language, choices },
    ...(isCountry
      ? countryScene(shown, countries, { geography, language, places: dataset.rows.place })
      : regionScene(rounds)),
    areas: analysisAreas(dataset.rows, { geography, questionnaire: choices.questionnaire, language }),
    tiles: isCountry
      ? countryTiles(geography, newestDay(chosen))
      : analysisTiles(
          dataset.rows.place.filter(({ roundId: own }) => own === analysis.rounds[0]),
          { korusRegion: round.korusRegion, geography }
        ),
    divisions: divisionsBetween(
      geography,
      chosen.map(({ periodEnd }) => periodEnd)
    )
  };
  return { scene, analysis, unknown, dataset, isFollower, scope };
}

/** Rounds of the same region and core that were opened; one in preparation has nothing to compare with. */
function isComparable(other: Round, round: Round): boolean {
  const isSame = other.korusRegion === round.korusRegion && other.questionnaireId === round.questionnaireId;
  return isSame && other.openedAt !== null;
}

function municipalitiesOf({ round, beside }: RoundOfCountry, geography: Geography) {
  return [round, ...beside].flatMap((one) => municipalitiesIn(one, geography));
}

function newestDay(rounds: readonly Round[]): string {
  return rounds.map(({ periodEnd }) => periodEnd).reduce((newest, day) => (day > newest ? day : newest), '');
}

function municipalitiesIn({ korusRegion, periodEnd }: Round, geography: Geography) {
  return municipalitiesAt(geography, periodEnd).filter((one) => one.korusRegion === korusRegion);
}
