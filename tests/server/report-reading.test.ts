import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { listReportReaders } from '#lib/server/audit-log.ts';
import { verifyAuditChain } from '#lib/server/audit.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { recordCellRead, recordGridRead } from '#lib/server/report-reading.ts';
import { audited, system } from '../support/people.ts';
import { addAdviser, earlierRound, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const start = new Date('2025-01-10T09:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const seen = ['4205', '4204'].map((municipalityNo) => ({ municipalityNo, version: 1 }));

let db: Store;
let ragnhild: Actor;
let rolf: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round, earlierRound]);
  ragnhild = await addAdviser(db, 'Ragnhild', 'sor');
  rolf = await addAdviser(db, 'Rolf', 'sor');
});
beforeEach(async () => {
  await db.owner.query('alter table audit disable trigger user; truncate audit, audit_head');
  await db.owner.query('alter table audit enable trigger user');
});
afterAll(() => db.close());

const look = (minutes: number, { actor = ragnhild, of = round } = {}) =>
  db.transaction(actor, (tx) => recordGridRead(tx, of, seen, later(minutes)));
const open = (minutes: number, actor = ragnhild) =>
  db.transaction(actor, (tx) =>
    recordCellRead(tx, { roundId: round.id, municipalityNo: '4204', version: 1 }, later(minutes))
  );

it('a look at the figures of all is a visit of the region, and one read of each answer a day', async () => {
  for (const minutes of [0, 4, 60, 23 * 60]) await look(minutes);
  expect(await audited(db, 'sor')).toEqual(['answers_seen', 'answers_seen', 'answers_seen']);
  expect(await audited(db, '4204')).toEqual(['report_read']);
  await look(25 * 60);
  expect(await audited(db, '4204')).toEqual(['report_read', 'report_read']);
  expect(await audited(db, '4205')).toEqual(['report_read', 'report_read']);
  expect(await db.transaction(system, verifyAuditChain)).toBeNull();
});

it('is told of for each person and each round', async () => {
  await look(0);
  await look(1, { actor: rolf });
  await look(2, { of: earlierRound });
  expect(await audited(db, '4204')).toEqual(['report_read', 'report_read', 'report_read']);
});

it('one answer that is opened is told of once a visit, and the municipality learns of it', async () => {
  for (const minutes of [0, 3, 20]) await open(minutes);
  expect(await audited(db, '4204')).toEqual(['report_read', 'report_read']);
  const readers = await db.transaction(respondentOf('4204'), listReportReaders);
  expect(readers).toEqual([{ name: 'Ragnhild', lastAt: later(20) }]);
});
