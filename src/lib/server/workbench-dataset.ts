import { createHash } from 'node:crypto';
import { audienceOf, countiesOf } from '#lib/domain/access.ts';
import type { Geography } from '#lib/domain/geography.ts';
import type { Round } from '#lib/domain/round.ts';
import type { WorkbenchRows } from '#lib/stats/place-table.ts';
import type { App } from './app.ts';
import { storeState } from './dataset.ts';
import type { Actor } from './db.ts';
import { actorOf, type PersonUser } from './person.ts';
import { placesIn } from './round-place.ts';
import { readRoundPart, recordSeen, type RoundPart, type Seen } from './round-part.ts';

/** The workbench's tables for all who may have the same of some rounds, named by the hash of their content. */
export type WorkbenchDataset = { hash: string; rows: WorkbenchRows };
/** A data set as it is kept, with whose answers it holds. */
export type KeptDataset = WorkbenchDataset & { seen: readonly Seen[] };
/** How a data set that its address names by content is kept: by the browser that asked only. */
export const privateImmutable = 'private, max-age=31536000, immutable';

const stateReader: Actor = { kind: 'system', task: 'statistics' };

/**
 * What a person may have of rounds, through the gate. It is read as the first who asks, under the store's own rules, and
 * kept for all who may have the same until anything is reported; the audit tells of each who sees it.
 */
export async function readWorkbench(
  app: Pick<App, 'db' | 'reference' | 'clock' | 'workbench'>,
  user: PersonUser,
  rounds: readonly Round[]
): Promise<WorkbenchDataset> {
  const state = await app.db.transaction(stateReader, (tx) => storeState(tx, app.clock()));
  const key = JSON.stringify([state, audiencesIn(user, rounds), rounds.map(periodOf)]);
  let isToldOf = false;
  const dataset = await app.workbench.dataset(key, async () => {
    const parts: RoundPart[] = [];
    for (const round of rounds) parts.push(await readRoundPart(app, user, round));
    isToldOf = true;
    return { ...workbenchDataset(parts, app.reference.geography), seen: parts.map(({ seen }) => seen) };
  });
  if (!isToldOf) {
    await app.db.transaction(actorOf(user), async (tx) => {
      for (const seen of dataset.seen) await recordSeen(tx, seen, app.clock());
    });
  }
  return dataset;
}

/** What decides which rows of rounds a user may have. */
function audiencesIn(user: PersonUser, rounds: readonly Round[]): (string | string[])[] {
  const counties = countiesOf(user).toSorted();
  return rounds.map(({ korusRegion }) => (audienceOf(user, korusRegion) === 'region' ? korusRegion : counties));
}

function periodOf({ id, periodStart, periodEnd }: Round): string[] {
  return [id, periodStart, periodEnd];
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
    place: inOrder.flatMap((part) => placesIn(part, newestDay, geography)),
    round: inOrder.map(({ round: { id: roundId, name, periodStart, periodEnd, dataKind } }, index) => ({
      ...{ roundId, name, periodStart, periodEnd, dataKind },
      position: index + 1
    })),
    answer_time: inOrder.flatMap(({ round, times }) => times.map((time) => ({ ...time, roundId: round.id })))
  };
  return { hash: createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16), rows };
}
