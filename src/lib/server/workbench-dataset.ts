import { createHash } from 'node:crypto';
import { audienceOf, countiesOf } from '#lib/domain/access.ts';
import { resolveCoverage } from '#lib/domain/coverage-standing.ts';
import { figuresFor, termsOf } from '#lib/domain/disclosure.ts';
import { figuresOf, type Figure } from '#lib/domain/figure.ts';
import { municipalitiesAt, populationAt, type Geography, type Municipality } from '#lib/domain/geography.ts';
import { populationClassOf } from '#lib/domain/place.ts';
import type { Round } from '#lib/domain/round.ts';
import type { RoundPlace, WorkbenchRows } from '#lib/stats/place-table.ts';
import type { App } from './app.ts';
import { readCountyAnswers } from './county-answers.ts';
import { entriesOf, placesAt, readEntries } from './dataset.ts';
import { actorOf, type PersonUser } from './person.ts';
import { recordCountyRead, recordGridRead } from './report-reading.ts';
import { latestSaid } from './report.ts';

/** The workbench's tables for one person and some rounds, named by the hash of their content. */
export type WorkbenchDataset = { hash: string; rows: WorkbenchRows };
/** What one may have of a round. */
type RoundFigures = { round: Round; figures: readonly Figure[] };

/** How a data set that its address names by content is kept: by the browser that asked only. */
export const privateImmutable = 'private, max-age=31536000, immutable';

type Store = Pick<App, 'db' | 'reference' | 'clock'>;

/**
 * What a person may have of rounds, through the gate: an adviser the whole region, a county governor's adviser the own
 * counties. It is read as that person, under the store's own rules, and the audit tells of it.
 */
export async function readWorkbench(app: Store, user: PersonUser, rounds: readonly Round[]): Promise<WorkbenchDataset> {
  const parts: RoundFigures[] = [];
  for (const round of rounds) {
    const isOwn = audienceOf(user, round.korusRegion) === 'region';
    parts.push({ round, figures: isOwn ? await readRegion(app, user, round) : await readCounties(app, user, round) });
  }
  return workbenchDataset(parts, app.reference.geography);
}

/** The data set of some figures; the oldest round is the first. */
function workbenchDataset(parts: readonly RoundFigures[], geography: Geography): WorkbenchDataset {
  const inOrder = parts.toSorted(
    (one, other) =>
      one.round.periodEnd.localeCompare(other.round.periodEnd) || one.round.id.localeCompare(other.round.id)
  );
  const rows: WorkbenchRows = {
    figure: inOrder.flatMap(({ round, figures }) => figures.map((figure) => ({ ...figure, roundId: round.id }))),
    place: inOrder.flatMap((part) => placesOf(part, geography)),
    round: inOrder.map(({ round: { id: roundId, name, periodStart, periodEnd, dataKind } }, index) => ({
      ...{ roundId, name, periodStart, periodEnd, dataKind },
      position: index + 1
    }))
  };
  return { hash: createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16), rows };
}

async function readRegion({ db, reference, clock }: Store, user: PersonUser, round: Round): Promise<Figure[]> {
  const now = clock();
  const places = placesAt(reference.geography, round.periodEnd);
  const entries = await db.transaction(actorOf(user), async (tx) => {
    await recordGridRead(tx, round, await latestSaid(tx, round.id), now);
    return readEntries(tx, round.id, places);
  });
  return figuresFor('region', figuresOf(entries), termsOf(round, now));
}

async function readCounties({ db, reference, clock }: Store, user: PersonUser, round: Round): Promise<Figure[]> {
  const now = clock();
  const places = placesAt(reference.geography, round.periodEnd);
  const own = countiesOf(user);
  const isOwn = (municipalityNo: string) => own.includes(places.get(municipalityNo)?.countyNumber ?? '');
  const entries = await db.transaction(actorOf(user), async (tx) => {
    const { expected, said } = await readCountyAnswers(tx, round.id);
    const counties = own.filter((county) =>
      expected.some((one) => places.get(one.municipalityNo)?.countyNumber === county)
    );
    const seen = said.filter(({ municipalityNo }) => isOwn(municipalityNo));
    await recordCountyRead(tx, { roundId: round.id, counties }, seen, now);
    return entriesOf(resolveCoverage(expected, said), places);
  });
  return figuresFor({ counties: own }, figuresOf(entries), termsOf(round, now));
}

/** The municipalities of a round as they were at its end, each with where its own answer says it is organised. */
function placesOf({ round, figures }: RoundFigures, geography: Geography): RoundPlace[] {
  const municipalities = new Map(municipalitiesAt(geography, round.periodEnd).map((one) => [one.number, one]));
  return figures.flatMap(({ indicator, municipalityNo, category, value }) => {
    const municipality = municipalityNo === null ? undefined : municipalities.get(municipalityNo);
    if (indicator !== 'organised_under' || !municipality) return [];
    const place = placeOf(municipality, round, geography);
    return [{ ...place, organisedUnder: value === null ? null : category }];
  });
}

function placeOf(municipality: Municipality, round: Round, geography: Geography): Omit<RoundPlace, 'organisedUnder'> {
  const population = populationAt(geography, municipality.number, round.periodEnd);
  return {
    roundId: round.id,
    municipalityNo: municipality.number,
    name: municipality.name,
    countyNo: municipality.countyNumber,
    korusRegion: municipality.korusRegion,
    policeDistrict: municipality.policeDistrict,
    countyGovernor: municipality.countyGovernor,
    centrality: municipality.centralityClass,
    populationClass: populationClassOf(population.total),
    population: population.total,
    population15to17: population.age15to17,
    population18plus: population.age18plus
  };
}
