import { createHash } from 'node:crypto';
import { audienceOf, countiesOf } from '#lib/domain/access.ts';
import { figuresFor, termsOf } from '#lib/domain/disclosure.ts';
import { figuresOf, type Figure } from '#lib/domain/figure.ts';
import type { Geography } from '#lib/domain/geography.ts';
import type { AnswerTime } from '#lib/domain/punctuality.ts';
import type { Round } from '#lib/domain/round.ts';
import type { WorkbenchRows } from '#lib/stats/place-table.ts';
import { readAnswerTimes } from './answer-time.ts';
import type { App } from './app.ts';
import { placesAt, readEntries } from './dataset.ts';
import { actorOf, type PersonUser } from './person.ts';
import { recordGridRead } from './report-reading.ts';
import { latestSaid } from './report.ts';
import { placesIn } from './round-place.ts';

/** The workbench's tables for one person and some rounds, named by the hash of their content. */
export type WorkbenchDataset = { hash: string; rows: WorkbenchRows };
/** What one may have of a round; no times where they are not told. */
type RoundPart = { round: Round; figures: readonly Figure[]; times: readonly AnswerTime[] };
/** How a data set that its address names by content is kept: by the browser that asked only. */
export const privateImmutable = 'private, max-age=31536000, immutable';

type Store = Pick<App, 'db' | 'statistics' | 'reference' | 'clock'>;

/**
 * What a person may have of rounds, through the gate. An adviser's are read as that person, under row-level security, and
 * the audit tells of it; a county governor's adviser gets what the public has, of the own counties.
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

/** Gathered figures belong to the whole region, so they are left out with the other counties. */
async function readCounties({ statistics }: Store, user: PersonUser, round: Round): Promise<RoundPart> {
  const own = countiesOf(user);
  const { figures } = await statistics.dataset(round, 'public');
  return { round, times: [], figures: figures.filter(({ countyNo }) => countyNo !== null && own.includes(countyNo)) };
}
