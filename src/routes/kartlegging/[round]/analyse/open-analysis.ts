import { redirect } from '@sveltejs/kit';
import { audienceOf, may, type User } from '#lib/domain/access.ts';
import { parseAnalysis, type Analysis } from '#lib/domain/analysis.ts';
import { municipalitiesAt, type Geography } from '#lib/domain/geography.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import type { Round } from '#lib/domain/round.ts';
import { actorOf, type PersonUser } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { listRounds } from '#lib/server/round.ts';
import { readWorkbench, type WorkbenchDataset } from '#lib/server/workbench-dataset.ts';
import { analysisAreas } from '#lib/ui/analysis/areas.ts';
import { divisionsBetween } from '#lib/ui/analysis/division.ts';
import { analysisTiles, newCountiesOf } from '#lib/ui/analysis/geography.ts';
import type { AnalysisScene } from '#lib/ui/analysis/scene.ts';

export type OpenAnalysis = {
  scene: AnalysisScene;
  analysis: Analysis;
  unknown: { parameter: string; value: string }[];
  dataset: WorkbenchDataset;
  /** Whether the person follows the round, or only reads what is published of it. */
  isFollower: boolean;
};

/** The view of an address with the data it needs, for whoever may have it; others find nothing. */
export async function openAnalysis(
  { app, user, language }: App.Locals,
  roundId: string,
  url: URL
): Promise<OpenAnalysis> {
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  if (user.kind !== 'person') throw Problem.notFound();
  const { geography } = app.reference;
  const all = await app.db.transaction(actorOf(user), listRounds);
  const round = all.find(({ id }) => id === roundId);
  if (!round || !mayAnalyse(user, round, geography)) throw Problem.notFound();
  const others = all.filter((other) => other.id !== round.id && isComparable(other, round));
  const rounds = [round, ...others.filter((other) => mayAnalyse(user, other, geography))];
  const municipalities = rounds.flatMap((one) => municipalitiesIn(one, geography));
  const choices = {
    questionnaire: questionnaireOf(app.questionnaires, round),
    rounds: rounds.map(({ id }) => id),
    counties: [...new Set(municipalities.map(({ countyNumber }) => countyNumber))],
    municipalities: [...new Set(municipalities.map(({ number }) => number))],
    areas: {
      police_district: [...new Set(municipalities.map(({ policeDistrict }) => policeDistrict))],
      county_governor: [...new Set(municipalities.map(({ countyGovernor }) => countyGovernor))],
      korus_region: [round.korusRegion]
    }
  };
  const { analysis, unknown } = parseAnalysis(url.searchParams, choices);
  const chosen = rounds.filter(({ id }) => analysis.rounds.includes(id));
  const dataset = await readWorkbench(app, user, chosen);
  const scene: AnalysisScene = {
    ...{ roundId: round.id, roundName: round.name, dataKind: round.dataKind, language, choices },
    rounds: rounds.map(({ id, name, periodEnd, dataKind }) => ({ id, name, periodEnd, dataKind })),
    areas: analysisAreas(dataset.rows, { geography, questionnaire: choices.questionnaire, language }),
    tiles: analysisTiles(
      dataset.rows.place.filter(({ roundId: own }) => own === analysis.rounds[0]),
      { korusRegion: round.korusRegion, geography }
    ),
    divisions: divisionsBetween(
      geography,
      chosen.map(({ periodEnd }) => periodEnd)
    ),
    newCounties: newCountiesOf({ korusRegion: round.korusRegion, geography })
  };
  return { scene, analysis, unknown, dataset, isFollower: isFollower(user, round) };
}

function isFollower(user: PersonUser, { korusRegion }: Round): boolean {
  return audienceOf(user, korusRegion) === 'region';
}

/** A round counts as published when its figures were; what was reported is not, until it is released. */
function mayAnalyse(user: User, round: Round, geography: Geography): boolean {
  const counties = municipalitiesIn(round, geography).map(({ countyNumber }) => countyNumber);
  const publishedCounties = round.dataKind === 'published' ? counties : [];
  return may(user, { action: 'analyse_round', region: round.korusRegion, publishedCounties });
}

/** Rounds of the same region and core that were opened; one in preparation has nothing to compare with. */
function isComparable(other: Round, round: Round): boolean {
  const isSame = other.korusRegion === round.korusRegion && other.questionnaireId === round.questionnaireId;
  return isSame && other.openedAt !== null;
}

function municipalitiesIn({ korusRegion, periodEnd }: Round, geography: Geography) {
  return municipalitiesAt(geography, periodEnd).filter((one) => one.korusRegion === korusRegion);
}
