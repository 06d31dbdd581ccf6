import { createHash } from 'node:crypto';
import { audienceOf, countiesOf } from '#lib/domain/access.ts';
import { figuresFor, termsOf } from '#lib/domain/disclosure.ts';
import { figuresOf, type Figure } from '#lib/domain/figure.ts';
import { municipalitiesAt, populationAt, type Geography, type Municipality } from '#lib/domain/geography.ts';
import { populationClassOf } from '#lib/domain/place.ts';
import type { Round } from '#lib/domain/round.ts';
import type { RoundPlace, WorkbenchRows } from '#lib/stats/place-table.ts';
import type { App } from './app.ts';
import { placesAt, readEntries } from './dataset.ts';
import { actorOf, type PersonUser } from './person.ts';
import { recordGridRead } from './report-reading.ts';
import { latestSaid } from './report.ts';

/** The workbench's tables for one person and some rounds, named by the hash of their content. */
export type WorkbenchDataset = { hash: string; rows: WorkbenchRows };
/** What one may have of a round. */
type RoundFigures = { round: Round; figures: readonly Figure[] };

/** How a data set that its address names by content is kept: by the browser that asked only. */
export const privateImmutable = 'private, max-age=31536000, immutable';

type Store = Pick<App, 'db' | 'statistics' | 'reference' | 'clock'>;

/**
 * What a person may have of rounds, through the gate. An adviser's are read as that person, under row-level security, and
 * the audit tells of it; a county governor's adviser gets what the public has, of the own counties.
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

/** Gathered figures belong to the whole region, so they are left out with the other counties. */
async function readCounties({ statistics }: Store, user: PersonUser, round: Round): Promise<Figure[]> {
  const own = countiesOf(user);
  const { figures } = await statistics.dataset(round, 'public');
  return figures.filter(({ countyNo }) => countyNo !== null && own.includes(countyNo));
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
