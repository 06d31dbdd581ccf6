import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countIndicators } from '#lib/domain/indicator.ts';
import type { Round } from '#lib/domain/round.ts';
import { readCountyAnswers } from '#lib/server/county-answers.ts';
import { verifyAuditChain } from '#lib/server/audit.ts';
import type { Store } from '#lib/server/db.ts';
import { actorOf, readUser, type PersonUser } from '#lib/server/person.ts';
import { loadReference } from '#lib/server/reference.ts';
import { findRound } from '#lib/server/round.ts';
import { Statistics } from '#lib/server/statistics.ts';
import { Workbench } from '#lib/server/workbench.ts';
import { readWorkbench } from '#lib/server/workbench-dataset.ts';
import { someAnswers } from '../support/answers.ts';
import { openDemonstrationStore, seededAt } from '../support/demonstration-store.ts';
import { addWith, audited, system } from '../support/people.ts';

const reference = loadReference('data');
const [opening, longAgo, later, farAhead] = ['2001-01-01', '2002-01-01', '2003-01-01', '2199-01-01'];
/** What the clock of the application says decides nothing here: the store goes by its own. */
const clock = () => new Date('2200-01-01T00:00:00Z');
const roundId = 'sor-2024';

let db: Store;
let sor: Round;
let grete: PersonUser;

async function governorOf(name: string, ...counties: string[]): Promise<PersonUser> {
  const grants = counties.map((unitId) => ({ role: 'governor' as const, unitType: 'county' as const, unitId }));
  const { personId } = await addWith(db, name, grants, seededAt);
  return (await db.transaction(system, (tx) => readUser(tx, personId, 'everything', seededAt)))!;
}
const moveTo = (closesAt: string, freezesAt: string, id = roundId) =>
  db.owner.query(`update round set opens_at = $2, deadline_at = $3, closes_at = $3, freezes_at = $4 where id = $1`, [
    id,
    opening,
    closesAt,
    freezesAt
  ]);
const answersOf = (user: PersonUser, id = roundId) => db.transaction(actorOf(user), (tx) => readCountyAnswers(tx, id));
const workbenchOf = async (user: PersonUser, round = sor) =>
  (await readWorkbench({ db, reference, clock, workbench: new Workbench() }, user, [round])).rows;

beforeAll(async () => {
  db = await openDemonstrationStore();
  sor = (await db.transaction(system, (tx) => findRound(tx, roundId)))!;
  grete = await governorOf('Grete', '42');
});
beforeEach(() => moveTo(longAgo, farAhead));
afterAll(() => db.close());

describe('what a county governor’s adviser may have', () => {
  it('is the municipalities of the own county as the advisers have them, and no other row', async () => {
    const { figure, place, answer_time: times } = await workbenchOf(grete);
    expect(times).toEqual([]);
    const { figures } = await new Statistics(db, reference.geography, clock).dataset(sor, 'region');
    const own = figures.filter(({ countyNo }) => countyNo === '42');
    expect(figure).toEqual(own.map((one) => ({ ...one, roundId })));
    expect(figure.some(({ indicator, value }) => indicator === 'cases_received' && value !== null)).toBe(true);
    expect(new Set(place.map(({ countyNo }) => countyNo))).toEqual(new Set(['42']));
  });

  it('is told of in the audit of the county and of each municipality, and not in that of another', async () => {
    const chain = async (name: string, action: string) =>
      (await audited(db, name)).filter((one) => one === action).length;
    const gunnar = await governorOf('Gunnar', '42');
    const past = { county: await chain('42', 'answers_seen'), own: await chain('4204', 'report_read') };
    for (let visit = 0; visit < 2; visit += 1) await workbenchOf(gunnar);
    expect(await chain('42', 'answers_seen')).toBe(past.county + 1);
    expect(await chain('4204', 'report_read')).toBe(past.own + 1);
    expect(await chain('sor', 'answers_seen')).toBe(0);
    expect(await chain('3301', 'report_read')).toBe(0);
    expect(await db.transaction(system, verifyAuditChain)).toBeNull();
  });

  it('is nothing while the round takes first answers, whatever the application says the time is', async () => {
    await moveTo(farAhead, farAhead);
    expect(await answersOf(grete)).toEqual({ expected: [], said: [] });
    expect((await workbenchOf(grete)).figure).toEqual([]);
  });

  it('is still there when the round has frozen, and from the start when it was published before', async () => {
    await moveTo(longAgo, later);
    expect((await answersOf(grete)).said.length).toBeGreaterThan(0);
    await moveTo(farAhead, farAhead, 'trondelag-2023');
    expect((await answersOf(await governorOf('Gro', '50'), 'trondelag-2023')).said.length).toBeGreaterThan(0);
  });

  it('is nothing of a round without municipalities of the own county, nor with another role', async () => {
    expect((await answersOf(grete, 'trondelag-2023')).expected).toEqual([]);
    const { personId, actor } = await addWith(db, 'Ola', [], seededAt);
    const posing: PersonUser = { ...grete, personId };
    expect((await workbenchOf(posing)).figure).toEqual([]);
    expect((await db.transaction(actor, (tx) => readCountyAnswers(tx, roundId))).expected).toEqual([]);
  });

  it('is no table: reports, lists, drafts and questions stay closed', async () => {
    await db.transaction(actorOf(grete), async (tx) => {
      for (const table of [
        'report',
        'assignment',
        'draft',
        'contact',
        'query_thread',
        'report_review',
        'contact_note'
      ]) {
        expect(await tx.query(`select from ${table}`), table).toEqual([]);
      }
      const open = await tx.query<{ number: string }>(
        `select municipality_no as number from app_county_answers($1) where answers <> '{}'`,
        [roundId]
      );
      expect(open.length).toBeGreaterThan(0);
      expect(open.filter(({ number }) => !number.startsWith('42'))).toEqual([]);
    });
  });

  it('has a host’s figures for the own municipalities, and none that it gives for others', async () => {
    const [host, mine, others] = ['4001', '4204', '4003'];
    const figures = { [mine!]: someAnswers, [others!]: someAnswers };
    await db.owner.query(`update report set coverage = $2 where round_id = $1 and municipality_no = $3`, [
      ...[roundId, JSON.stringify({ kind: 'each', figures }), host]
    ]);
    const { said } = await answersOf(grete);
    expect(said.find(({ municipalityNo }) => municipalityNo === host)).toMatchObject({
      answers: {},
      coverage: { kind: 'each', figures: { [mine!]: someAnswers, [others!]: {} } }
    });
    const { figure } = await workbenchOf(grete);
    const counts = figure.filter(
      ({ municipalityNo, indicator }) => municipalityNo === mine && countIndicators.some(({ id }) => id === indicator)
    );
    expect(counts.map(({ indicator, value }) => [indicator, value])).toEqual(
      countIndicators.map(({ id }) => [id, someAnswers[id]?.value ?? null])
    );
    await db.owner.query(`update report set coverage = null where round_id = $1 and municipality_no = $2`, [
      roundId,
      host
    ]);
  });

  it('is of every county they follow', async () => {
    const both = await workbenchOf(await governorOf('Gerd', '39', '42'));
    expect(new Set(both.figure.map(({ countyNo }) => countyNo))).toEqual(new Set(['39', '42']));
  });
});
