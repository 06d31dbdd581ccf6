import { createHash } from 'node:crypto';
import { audienceOf, countiesOf } from '#lib/domain/access.ts';
import { resolveCoverage } from '#lib/domain/coverage-standing.ts';
import { figuresFor, termsOf } from '#lib/domain/disclosure.ts';
import { figuresOf, type Figure } from '#lib/domain/figure.ts';
import type { Geography } from '#lib/domain/geography.ts';
import type { AnswerTime } from '#lib/domain/punctuality.ts';
import type { Round } from '#lib/domain/round.ts';
import type { WorkbenchRows } from '#lib/stats/place-table.ts';
import { readAnswerTimes } from './answer-time.ts';
import type { App } from './app.ts';
import { readCountyAnswers } from './county-answers.ts';
import { entriesOf, placesAt, readEntries } from './dataset.ts';
import { actorOf, type PersonUser } from './person.ts';
import { recordCountyRead, recordGridRead } from './report-reading.ts';
import { latestSaid } from './report.ts';
import { placesIn } from './round-place.ts';

/** The workbench's tables for one person and some rounds, named by the hash of their content. */
export type WorkbenchDataset = { hash: string; rows: WorkbenchRows };
/** What one may have of a round; no times where they are not told. */
type RoundPart = { round: Round; figures: readonly Figure[]; times: readonly AnswerTime[] };
/** How a data set that its address names by content is kept: by the browser that asked only. */
export const privateImmutable = 'private, max-age=31536000, immutable';

type Store = Pick<App, 'db' | 'reference' | 'clock'>;

/**
 * What a person may have of rounds, through the gate: an adviser the whole region, a county governor's adviser the own
 * counties. It is read as that person, under the store's own rules, and the audit tells of it.
 */
export async function readWorkbench(app: Store, user: PersonUser, rounds: readonly Round[]): Promise<WorkbenchDataset> {
  const parts: RoundPart[] = [];
  for (const round of rounds) {
    const isOwn = audienceOf(user, round.korusRegion) === 'region';
    parts.push(await (isOwn ? readRegion(app, user, round) : readCounties(app, user, round)));
  }
  return workbenchDataset(parts, app.reference.geography);
}

/** The data set of some figures; the oldest round is the first. */
function workbenchDataset(parts: readonly RoundPart[], geography: Geography): WorkbenchDataset {
  const inOrder = parts.toSorted(
    (one, other) =>
      one.round.periodEnd.localeCompare(other.round.periodEnd) || one.round.id.localeCompare(other.round.id)
  );
  const newestDay = inOrder.at(-1)?.round.periodEnd ?? '';
  const rows: WorkbenchRows = {
    figure: inOrder.flatMap(({ round, figures }) => figures.map((figure) => ({ ...figure, roundId: round.id }))),
    place: inOrder.flatMap(({ round, figures }) => placesIn(round, figures, newestDay, geography)),
    round: inOrder.map(({ round: { id: roundId, name, periodStart, periodEnd, dataKind } }, index) => ({
      ...{ roundId, name, periodStart, periodEnd, dataKind },
      position: index + 1
    })),
    answer_time: inOrder.flatMap(({ round, times }) => times.map((time) => ({ ...time, roundId: round.id })))
  };
  return { hash: createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16), rows };
}

async function readRegion({ db, reference, clock }: Store, user: PersonUser, round: Round): Promise<RoundPart> {
  const now = clock();
  const places = placesAt(reference.geography, round.periodEnd);
  const { entries, times } = await db.transaction(actorOf(user), async (tx) => {
    await recordGridRead(tx, round, await latestSaid(tx, round.id), now);
    const entries = await readEntries(tx, round.id, places);
    return { entries, times: await readAnswerTimes(tx, round, entries) };
  });
  return { round, times, figures: figuresFor('region', figuresOf(entries), termsOf(round, now)) };
}

async function readCounties({ db, reference, clock }: Store, user: PersonUser, round: Round): Promise<RoundPart> {
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
  return { round, times: [], figures: figuresFor({ counties: own }, figuresOf(entries), termsOf(round, now)) };
}
