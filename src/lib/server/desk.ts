import { may, type User } from '#lib/domain/access.ts';
import { byAttention, reasonsOf, type Followed, type Reason } from '#lib/domain/attention.ts';
import { boundariesBetween, type Boundaries } from '#lib/domain/boundary-change.ts';
import { dayOf } from '#lib/domain/day.ts';
import { deskKeys, historiesOf, type DeskRound } from '#lib/domain/desk.ts';
import { municipalitiesAt, type Geography, type Municipality } from '#lib/domain/geography.ts';
import type { Round } from '#lib/domain/round.ts';
import { unitsAround } from '#lib/domain/unit.ts';
import type { App } from './app.ts';
import type { Tx } from './db.ts';
import { findDeskAddress } from './desk-address.ts';
import { recordVisitsOf } from './desk-reading.ts';
import { listContactLog, listLatestContacts, type LatestContact } from './follow-contact.ts';
import { actorOf, type PersonUser } from './person.ts';
import { Problem } from './problem.ts';
import { listPromises, listPromiseSteps, type KnownPromise } from './promise.ts';
import { questionnaireOf } from './questionnaires.ts';
import { listRoundsOf } from './round.ts';
import { listWebChecks } from './web-check.ts';

/** A municipality that is followed up, with why it needs attention, the gravest reason first. */
export type DeskTown = Omit<Followed, 'promises'> & {
  municipalityNo: string;
  countyNumber: string;
  reasons: Reason[];
  promises: KnownPromise[];
  contact: LatestContact | null;
};
/** All municipalities or one, over how many rounds of each region, the newest first. */
type DeskScope = { municipalityNo: string | null; rounds: number };
/** A list that is looked at every day looks back over eight rounds; the page of one municipality over all. */
const everyTown: DeskScope = { municipalityNo: null, rounds: 8 };
const mostRounds = 1000;
/** All municipalities over all their rounds. */
export const everyRound: DeskScope = { municipalityNo: null, rounds: mostRounds };

type Row = DeskRound['expected'][number] & {
  roundId: string;
  isFollowed: boolean;
  version: number | null;
  answers: DeskRound['said'][number]['answers'] | null;
  coverage: DeskRound['said'][number]['coverage'];
};
type Store = Pick<App, 'db' | 'questionnaires' | 'clock'> & { reference: Pick<App['reference'], 'geography'> };

/** The municipalities of today that a user follows up, by number. */
function followedTowns(user: User, geography: Geography, today: string): Municipality[] {
  return municipalitiesAt(geography, today).filter(({ number }) => {
    const around = unitsAround(geography, { unitType: 'municipality', unitId: number });
    return may(user, { action: 'follow_municipality', around });
  });
}

/**
 * The municipalities that a person follows up over all settled rounds, those who need attention first. Read as that person,
 * under the store's own rules; the audit of each municipality tells of it once a day.
 */
export async function readDesk(store: Store, user: PersonUser, scope = everyTown): Promise<DeskTown[]> {
  const { db, reference, clock } = store;
  const today = dayOf(clock());
  const towns = followedTowns(user, reference.geography, today).filter(
    ({ number }) => scope.municipalityNo === null || number === scope.municipalityNo
  );
  const read = await db.transaction(actorOf(user), async (tx) => {
    await recordVisitsOf(
      tx,
      towns.map(({ number }) => number),
      clock()
    );
    return {
      rounds: await readDeskRounds(tx, store, scope),
      promises: groupedBy(await listPromises(tx), ({ municipalityNo }) => municipalityNo),
      contacts: new Map((await listLatestContacts(tx)).map((one) => [one.municipalityNo, one]))
    };
  });
  const histories = historiesOf(read.rounds, numbersToday(reference.geography, today));
  return towns
    .map(({ number, name, countyNumber }) => {
      const contact = read.contacts.get(number) ?? null;
      const followed: Followed = {
        name,
        rounds: histories.get(number) ?? [],
        promises: read.promises.get(number) ?? [],
        contactOn: contact?.lastOn ?? null,
        nextOn: contact?.nextOn ?? null
      };
      const promises = read.promises.get(number) ?? [];
      return {
        ...followed,
        promises,
        contact,
        municipalityNo: number,
        countyNumber,
        reasons: reasonsOf(followed, today)
      };
    })
    .toSorted(byAttention);
}

/** One of them, with what became of its promises, the log, and whether there is an address to write to. */
export async function readDeskTown(store: Store, user: PersonUser, { number }: Municipality) {
  const [town] = await readDesk(store, user, { municipalityNo: number, rounds: mostRounds });
  if (!town) throw Problem.notFound();
  return store.db.transaction(actorOf(user), async (tx) => ({
    ...town,
    steps: await listPromiseSteps(tx, number),
    log: await listContactLog(tx, number),
    webCheck: (await listWebChecks(tx, [number])).get(number) ?? null,
    hasAddress: (await findDeskAddress(tx, number)) !== null,
    roundNames: Object.fromEntries(town.rounds.map(({ roundId, name }) => [roundId, name]))
  }));
}

/** What was said in every settled round of the municipalities that the actor follows up, in one statement. */
export async function readDeskRounds(
  tx: Tx,
  { questionnaires }: Pick<App, 'questionnaires'>,
  scope: DeskScope = everyTown
): Promise<DeskRound[]> {
  const rounds = new Map(
    (await listDeskRounds(tx, scope)).map((round) => [
      round.id,
      { round, asked: questionnaireOf(questionnaires, round).questions }
    ])
  );
  const keys = [...new Set([...rounds.values()].flatMap(({ asked }) => deskKeys(asked)))];
  const rows = await tx.query<Row>(
    `select
      round_id as "roundId",
      municipality_no as "municipalityNo",
      status,
      covered_by as "coveredBy",
      cover_ruling as "coverRuling",
      cover_ruling_host as "coverRulingHost",
      version,
      answers,
      coverage,
      is_followed as "isFollowed"
    from app_desk_answers($1, $2, $3)`,
    [keys, scope.municipalityNo, [...rounds.keys()]]
  );
  return [...groupedBy(rows, ({ roundId }) => roundId)].map(([roundId, expected]) => {
    const one = rounds.get(roundId);
    if (!one) throw new Error('unknown round: ' + roundId);
    return {
      ...one,
      expected,
      said: expected.flatMap(({ municipalityNo, version, answers, coverage }) =>
        version === null ? [] : [{ municipalityNo, answers: answers ?? {}, coverage }]
      ),
      followed: new Set(expected.filter(({ isFollowed }) => isFollowed).map(({ municipalityNo }) => municipalityNo))
    };
  });
}

/** The newest settled rounds of each region in which the actor follows somebody up. */
async function listDeskRounds(tx: Tx, { municipalityNo, rounds }: DeskScope): Promise<Round[]> {
  const found = await tx.query<{ id: string }>(`select id from app_desk_rounds($1, $2) as id`, [
    municipalityNo,
    rounds
  ]);
  return listRoundsOf(
    tx,
    found.map(({ id }) => id)
  );
}

function groupedBy<One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** The number today of a municipality of a day (both ISO); the boundaries of each day are found once. */
function numbersToday({ changes }: Geography, today: string) {
  const found = new Map<string, Boundaries>();
  return (municipalityNo: string, day: string): string | null => {
    const boundaries = found.get(day) ?? boundariesBetween(changes, { from: day, to: today });
    found.set(day, boundaries);
    return boundaries.numberOf(municipalityNo);
  };
}
