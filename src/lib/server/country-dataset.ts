import { audienceOf } from '#lib/domain/access.ts';
import { figuresBeside } from '#lib/domain/country-figure.ts';
import { termsOf } from '#lib/domain/disclosure.ts';
import type { Round } from '#lib/domain/round.ts';
import { mayAnalyse } from './analysable-round.ts';
import type { App } from './app.ts';
import { datasetFor, placesAt, readEntries } from './dataset.ts';
import type { Actor } from './db.ts';
import type { PersonUser } from './person.ts';
import { readRoundPart } from './round-part.ts';
import { audienceIn, periodOf, readKept, type DatasetPart, type WorkbenchDataset } from './workbench-dataset.ts';

/** A round that may be analysed, with those of the other regions that make the country with it. */
export type RoundOfCountry = { round: Round; beside: readonly Round[] };
type Store = Pick<App, 'db' | 'reference' | 'clock' | 'workbench' | 'statistics'>;

/** Whoever asks for what is public. */
const publicReader: Actor = { kind: 'system', task: 'statistics' };

/**
 * What a person may have of the country: their own rows of every round that they may analyse, and of all others no more than
 * the public has. Every round stands in the one that it makes the country with.
 */
export async function readCountry(
  store: Store,
  user: PersonUser,
  countries: readonly RoundOfCountry[]
): Promise<WorkbenchDataset> {
  const now = store.clock();
  const wanted: { round: Round; within: Round; isOwn: boolean }[] = [];
  for (const { round, beside } of countries) {
    for (const one of [round, ...beside]) {
      wanted.push({ round: one, within: round, isOwn: await mayAnalyse(store, user, one) });
    }
  }
  const whose = wanted.map(({ round, within, isOwn }) => [
    ...[periodOf(round), within.id, termsOf(round, now)],
    isOwn ? audienceIn(user, round) : 'public'
  ]);
  return readKept(store, user, ['country', whose], async () => {
    const parts: DatasetPart[] = [];
    for (const { round, within, isOwn } of wanted) {
      const own = isOwn ? await readRoundPart(store, user, round) : null;
      if (own) parts.push({ ...own, within });
      if (own && audienceOf(user, round.korusRegion) === 'region') continue;
      parts.push(await readPublic(store, { round, within, own: own?.figures ?? [] }));
    }
    return parts;
  });
}

/** What the public has of a round beside somebody's own figures of it; who answers for whom is not public. */
async function readPublic(
  { db, reference, clock }: Store,
  { round, within, own }: Pick<DatasetPart, 'round' | 'within'> & { own: Parameters<typeof figuresBeside>[1] }
): Promise<DatasetPart> {
  const places = placesAt(reference.geography, round.periodEnd);
  const entries = await db.transaction(publicReader, (tx) => readEntries(tx, round.id, places));
  const { figures: open } = datasetFor('public', termsOf(round, clock()), entries);
  const figures = figuresBeside(open, own, round.korusRegion);
  return { round, within, figures, entries: [], times: [], seen: null };
}
