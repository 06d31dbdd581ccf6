import { audienceOf, countiesOf } from '#lib/domain/access.ts';
import { resolveCoverage } from '#lib/domain/coverage-standing.ts';
import { figuresFor, termsOf } from '#lib/domain/disclosure.ts';
import { figuresOf, type Entry, type Figure } from '#lib/domain/figure.ts';
import type { AnswerTime } from '#lib/domain/punctuality.ts';
import type { Round } from '#lib/domain/round.ts';
import { readAnswerTimes } from './answer-time.ts';
import type { App } from './app.ts';
import { readCountyAnswers } from './county-answers.ts';
import { entriesOf, placesAt, readEntries } from './dataset.ts';
import type { Tx } from './db.ts';
import { actorOf, type PersonUser } from './person.ts';
import { recordCountyRead, recordGridRead } from './report-reading.ts';
import { latestSaid } from './report.ts';

/** Whose answers one sees in a round: of the whole region (`counties` null) or of counties that are one's own. */
export type Seen = {
  round: Round;
  counties: readonly string[] | null;
  answers: readonly { municipalityNo: string; version: number }[];
};
/** What one may have of a round; no times where they are not told. `entries` stay on the server: they tell who answers for whom. */
export type RoundPart = {
  round: Round;
  entries: readonly Entry[];
  figures: readonly Figure[];
  times: readonly AnswerTime[];
  seen: Seen;
};

type Store = Pick<App, 'db' | 'reference' | 'clock'>;

/**
 * What a person may have of a round, through the gate: an adviser the whole region, a county governor's adviser the own
 * counties. It is read as that person, under the store's own rules, and the audit tells of it.
 */
export function readRoundPart(store: Store, user: PersonUser, round: Round): Promise<RoundPart> {
  return audienceOf(user, round.korusRegion) === 'region'
    ? readRegion(store, user, round)
    : readCounties(store, user, round);
}

/** Tells the audit that the person sees these answers. */
export function recordSeen(tx: Tx, { round, counties, answers }: Seen, at: Date): Promise<void> {
  return counties === null
    ? recordGridRead(tx, round, answers, at)
    : recordCountyRead(tx, { roundId: round.id, counties }, answers, at);
}

async function readRegion({ db, reference, clock }: Store, user: PersonUser, round: Round): Promise<RoundPart> {
  const places = placesAt(reference.geography, round.periodEnd);
  const { entries, times, seen } = await db.transaction(actorOf(user), async (tx) => {
    const seen: Seen = { round, counties: null, answers: await latestSaid(tx, round.id) };
    await recordSeen(tx, seen, clock());
    const entries = await readEntries(tx, round.id, places);
    return { entries, seen, times: await readAnswerTimes(tx, round, entries) };
  });
  return { round, seen, times, entries, figures: figuresFor('region', figuresOf(entries), termsOf(round)) };
}

async function readCounties({ db, reference, clock }: Store, user: PersonUser, round: Round): Promise<RoundPart> {
  const places = placesAt(reference.geography, round.periodEnd);
  const countyOf = (municipalityNo: string) => places.get(municipalityNo)?.countyNumber ?? '';
  const own = countiesOf(user);
  const { entries, seen } = await db.transaction(actorOf(user), async (tx) => {
    const { expected, said } = await readCountyAnswers(tx, round.id);
    const counties = own.filter((county) => expected.some(({ municipalityNo }) => countyOf(municipalityNo) === county));
    const answers = said.filter(({ municipalityNo }) => own.includes(countyOf(municipalityNo)));
    await recordSeen(tx, { round, counties, answers }, clock());
    return { entries: entriesOf(resolveCoverage(expected, said), places), seen: { round, counties, answers } };
  });
  const figures = figuresFor({ counties: own }, figuresOf(entries), termsOf(round));
  return { round, seen, times: [], entries, figures };
}
