import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { seedDemonstration } from '#lib/server/demonstration.ts';
import { loadReference } from '#lib/server/reference.ts';
import { latestReports } from '#lib/server/report.ts';
import { listAssignments } from '#lib/server/assignment.ts';
import { listRounds } from '#lib/server/round.ts';
import { verifyAuditChain } from '#lib/server/audit.ts';
import { openDemonstrationStore, secret, seededAt } from '../support/demonstration-store.ts';

const system: Actor = { kind: 'system', task: 'test' };
let db: Store;
beforeAll(async () => {
  db = await openDemonstrationStore();
});
afterAll(() => db.close());

const reportsOf = (roundId: string) => db.transaction(system, (tx) => latestReports(tx, roundId));
const sum = (numbers: unknown[]) => numbers.reduce<number>((total, number) => total + Number(number), 0);

describe('the demonstration', () => {
  it('has Region Sør 2024 with the published totals: 42 of 66, 71 received, 63 handled, 23 under 18', async () => {
    const reports = await reportsOf('sor-2024');
    expect(await db.transaction(system, (tx) => listAssignments(tx, 'sor-2024'))).toHaveLength(66);
    expect(reports).toHaveLength(42);
    const total = (key: string) => sum(reports.map((report) => report.answers[key]?.value));
    expect([total('cases_received'), total('cases_handled'), total('cases_under_18')]).toEqual([71, 63, 23]);
  });

  it('has 17 with information on the web, 10 that plan it and 15 without', async () => {
    const web = (await reportsOf('sor-2024')).map((report) => report.answers.web_info?.value);
    expect(['yes', 'planned', 'no'].map((id) => web.filter((value) => value === id).length)).toEqual([17, 10, 15]);
  });

  it('has Trøndelag 2023 with only what was published: Trondheim 4, all under 18, and Stjørdal 1, of 38', async () => {
    expect(await db.transaction(system, (tx) => listAssignments(tx, 'trondelag-2023'))).toHaveLength(38);
    const answers = (await reportsOf('trondelag-2023')).map((report) => [report.municipalityNo, report.answers]);
    expect(answers).toEqual([
      ['5001', { cases_received: { status: 'reported', value: 4 }, cases_under_18: { status: 'reported', value: 4 } }],
      ['5035', { cases_received: { status: 'reported', value: 1 } }]
    ]);
  });

  it('has a made-up mailbox to write to in most municipalities, and a few without', async () => {
    const list = await db.transaction(system, (tx) => listAssignments(tx, 'sor-2024'));
    const addresses = list.map(({ contactEmail }) => contactEmail);
    expect(addresses.filter((address) => address === null)).toHaveLength(7);
    expect(addresses.every((address) => address === null || /^rer@[a-z-]+\.example$/.test(address))).toBe(true);
    expect(list.find(({ municipalityNo }) => municipalityNo === '4203')?.contactEmail).toBe('rer@arendal.example');
  });

  it('opens at a whole hour and closes at the end of a day', async () => {
    const [sor] = await db.transaction({ kind: 'public' }, listRounds);
    expect(sor?.opensAt).toEqual(new Date('2024-02-29T07:00:00Z'));
    expect(sor?.deadlineAt).toEqual(new Date('2024-04-30T21:59:00Z'));
  });

  it('says of each round what kind of figures it holds', async () => {
    const rounds = await db.transaction({ kind: 'public' }, listRounds);
    expect(rounds.map(({ name, dataKind }) => [name, dataKind])).toEqual([
      ['Region Sør 2024', 'synthetic'],
      ['Trøndelag 2023', 'published']
    ]);
  });

  it('is seeded once, and its audit is whole', async () => {
    const { geography, facts } = loadReference('data');
    const again = await seedDemonstration({ db, geography, facts, secret, at: seededAt, directory: 'data' });
    expect(again).toBe(false);
    expect(await db.transaction(system, verifyAuditChain)).toBeNull();
  });
});
