import { createHash } from 'node:crypto';
import { audienceOf, countiesOf } from '#lib/domain/access.ts';
import type { Geography } from '#lib/domain/geography.ts';
import type { Round } from '#lib/domain/round.ts';
import type { RoundFigure, WorkbenchRows } from '#lib/stats/place-table.ts';
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
/** What a data set is made of: what one may have of a round, and the round that it stands in there. */
export type DatasetPart = Omit<RoundPart, 'figures' | 'seen'> & {
  figures: readonly Omit<RoundFigure, 'roundId'>[];
  seen: Seen | null;
  within: Round;
};
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
  return readKept(app, user, [rounds.map((round) => audienceIn(user, round)), rounds.map(periodOf)], async () => {
    const parts: DatasetPart[] = [];
    for (const round of rounds) parts.push({ ...(await readRoundPart(app, user, round)), within: round });
    return parts;
  });
}

/**
 * The data set of a key that tells who may have it and of which rounds, from what is kept or what `read` finds. The audit
 * tells of it as read by the person.
 */
export async function readKept(
  app: Pick<App, 'db' | 'reference' | 'clock' | 'workbench'>,
  user: PersonUser,
  whose: readonly unknown[],
  read: () => Promise<DatasetPart[]>
): Promise<WorkbenchDataset> {
  const state = await app.db.transaction(stateReader, (tx) => storeState(tx, app.clock()));
  let isToldOf = false;
  const dataset = await app.workbench.dataset(JSON.stringify([state, ...whose]), async () => {
    const parts = await read();
    isToldOf = true;
    return { ...workbenchDataset(parts, app.reference.geography), seen: parts.flatMap(({ seen }) => seen ?? []) };
  });
  if (!isToldOf) {
    await app.db.transaction(actorOf(user), async (tx) => {
      for (const seen of dataset.seen) await recordSeen(tx, seen, app.clock());
    });
  }
  return dataset;
}

/** What decides which rows of a round a user may have. */
export function audienceIn(user: PersonUser, { korusRegion }: Round): string | string[] {
  return audienceOf(user, korusRegion) === 'region' ? korusRegion : countiesOf(user).toSorted();
}

/** What decides how the rows of a round are told. */
export function periodOf({ id, periodStart, periodEnd }: Round): string[] {
  return [id, periodStart, periodEnd];
}

/** The data set of some figures; the oldest round is the first. */
function workbenchDataset(parts: readonly DatasetPart[], geography: Geography): WorkbenchDataset {
  const inOrder = parts.toSorted(
    (one, other) =>
      one.round.periodEnd.localeCompare(other.round.periodEnd) || one.round.id.localeCompare(other.round.id)
  );
  const newestDay = inOrder.at(-1)?.round.periodEnd ?? '';
  const rounds = inOrder.flatMap(({ round, within }) => (round.id === within.id ? round : []));
  const rows: WorkbenchRows = {
    figure: inOrder.flatMap(({ within, figures }) => figures.map((figure) => ({ ...figure, roundId: within.id }))),
    place: inOrder.flatMap((part) =>
      placesIn(part, newestDay, geography).map((place) => ({ ...place, roundId: part.within.id }))
    ),
    round: [...new Set(rounds)].map(({ id: roundId, name, periodStart, periodEnd, dataKind }, index) => ({
      ...{ roundId, name, periodStart, periodEnd, dataKind },
      position: index + 1
    })),
    answer_time: inOrder.flatMap(({ within, times }) => times.map((time) => ({ ...time, roundId: within.id })))
  };
  return { hash: createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16), rows };
}
