import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '#lib/domain/round.ts';
import { findAssignment, listAssignments } from '#lib/server/assignment.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { addExpected, prepareRound, removeExpected, setExpectation } from '#lib/server/expectation.ts';
import { giveExtension, withdrawExtension } from '#lib/server/extension.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { compareWithLast, proposeRound } from '#lib/server/round-proposal.ts';
import { changeRound, discardRound, findRound, openPrepared } from '#lib/server/round.ts';
import { addAdviser, day, openRounds, round, secret } from '../support/rounds.ts';
import { audited } from '../support/people.ts';
import { openTestDb } from '../support/test-db.ts';

const { geography } = loadReference('data');
const known = { geography, questionnaires: loadQuestionnaires('data/questionnaires'), now: day('2025-06-01') };
const how = { secret, at: known.now };

let db: Store;
let adviser: Actor;
let stranger: Actor;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
  stranger = await addAdviser(db, 'Nils', 'nord');
});
afterAll(() => db.close());

const find = async (id: string) => (await db.transaction(adviser, (tx) => findRound(tx, id))) as Round;
const propose = () => db.transaction(adviser, (tx) => proposeRound(tx, 'sor', known));

describe('the next round of a region', () => {
  it('is made from the last one with its county, contacts and hosts, and is not opened', async () => {
    await db.owner.query(
      `update assignment set contact_name = 'Kari', contact_email = 'kari@vennesla.example' where municipality_no = '4223'`
    );
    await db.owner.query(
      `update assignment set status = 'covered_by_host', covered_by = '4204' where municipality_no = '4201'`
    );
    const { round: next, list, last } = await propose();
    expect(last?.id).toBe(round.id);
    await db.transaction(adviser, (tx) => prepareRound(tx, next, list, how));
    const made = await db.transaction(adviser, (tx) => listAssignments(tx, next.id));
    expect(made).toHaveLength(25);
    expect(made.find(({ municipalityNo }) => municipalityNo === '4223')?.contactEmail).toBe('kari@vennesla.example');
    expect(made.find(({ municipalityNo }) => municipalityNo === '4201')?.coveredBy).toBe('4204');
    expect(await find('sor-2025')).toMatchObject({ openedAt: null, copiedFrom: 'sor-2024', name: 'Region Sør 2025' });
    expect((await propose()).waiting.map(({ id }) => id)).toEqual(['sor-2025']);
  });

  it('of a region without one has every municipality of the region', async () => {
    const { round: first, list, last } = await db.transaction(stranger, (tx) => proposeRound(tx, 'nord', known));
    expect(last).toBeNull();
    await db.transaction(stranger, (tx) => prepareRound(tx, first, list, how));
    expect(list.length).toBeGreaterThan(70);
    expect(await db.transaction(adviser, (tx) => findRound(tx, first.id))).toBeNull();
    await db.transaction(stranger, (tx) => discardRound(tx, first, how.at));
    expect(await db.transaction(stranger, (tx) => findRound(tx, first.id))).toBeNull();
  });

  it('is of no region but one’s own', async () => {
    const { round: next, list } = await propose();
    await expect(db.transaction(stranger, (tx) => prepareRound(tx, next, list, how))).rejects.toMatchObject({
      status: 404
    });
  });
});

describe('the list of a round in preparation', () => {
  it('loses and gets municipalities, and tells how it differs from the last', async () => {
    const next = await find('sor-2025');
    const removed = await db.transaction(adviser, (tx) => removeExpected(tx, next, '4204', how.at));
    const compare = () => db.transaction(adviser, (tx) => compareWithLast(tx, geography, next, round));
    expect((await compare())?.gone).toEqual(['4204']);
    // Whom it hosted is to answer again.
    expect(await db.transaction(adviser, (tx) => findAssignment(tx, next.id, '4201'))).toMatchObject({
      status: 'expected'
    });
    expect((await audited(db, '4201')).at(-1)).toBe('expectation_changed');
    await db.transaction(adviser, (tx) => addExpected(tx, next, removed, how));
    expect((await compare())?.gone).toEqual([]);
    expect((await audited(db, '4204')).slice(-2)).toEqual(['expected_removed', 'expected_added']);
    await expect(db.transaction(adviser, (tx) => addExpected(tx, next, removed, how))).rejects.toMatchObject({
      status: 409
    });
  });

  it('says who is answered for by whom, and who will not answer, with the reason', async () => {
    const next = await find('sor-2025');
    const before = (await db.transaction(adviser, (tx) => findAssignment(tx, next.id, '4201')))!;
    const wanted = { status: 'declined', coveredBy: null, declinedReason: 'Har ikke kapasitet' } as const;
    await db.transaction(adviser, (tx) => setExpectation(tx, next, before, { wanted, at: how.at }));
    expect(await db.transaction(adviser, (tx) => findAssignment(tx, next.id, '4201'))).toMatchObject(wanted);
    const rows = (await audited(db, '4201')).length;
    await db.transaction(adviser, (tx) => setExpectation(tx, next, before, { wanted, at: how.at }));
    expect(await audited(db, '4201')).toHaveLength(rows);
  });
});

describe('opening', () => {
  it('freezes the list once, with an audit row of how many are expected', async () => {
    const next = await find('sor-2025');
    const open = (count: number, at = how.at) => db.transaction(adviser, (tx) => openPrepared(tx, next, count, at));
    await expect(open(0)).rejects.toMatchObject({ code: 'not-ready' });
    await expect(open(25, next.closesAt)).rejects.toMatchObject({ code: 'not-ready' });
    await open(25);
    await expect(open(25)).rejects.toMatchObject({ code: 'try-again' });
    expect((await audited(db, 'sor')).slice(-2)).toEqual(['expected_frozen', 'round_opened']);
    const opened = await find('sor-2025');
    const remove = db.transaction(adviser, (tx) => removeExpected(tx, opened, '4201', how.at));
    await expect(remove).rejects.toMatchObject({ code: 'round-closed' });
    expect(await db.transaction({ kind: 'public' }, (tx) => findRound(tx, next.id))).not.toBeNull();
  });

  it('leaves the moments to be moved, each with before and after in the audit, until the round freezes', async () => {
    const opened = await find('sor-2025');
    const later = { ...opened, deadlineAt: day('2026-02-10') };
    await db.transaction(adviser, (tx) => changeRound(tx, opened, later, how.at));
    const { rows } = await db.owner.query<{ detail: object }>(
      `select detail from audit where action = 'round_changed' order by sequence desc limit 1`
    );
    expect(rows[0]?.detail).toEqual({
      changes: { deadlineAt: [opened.deadlineAt.toISOString(), later.deadlineAt.toISOString()] }
    });
    const frozen = db.transaction(adviser, (tx) => changeRound(tx, later, opened, later.freezesAt));
    await expect(frozen).rejects.toMatchObject({ code: 'round-closed' });
  });
});

describe('more time for one municipality', () => {
  it('is given with a reason and taken back, by advisers of the region only', async () => {
    const opened = await find('sor-2025');
    const given = { until: day('2026-02-20'), reason: 'Ny medarbeider', at: how.at };
    await db.transaction(adviser, (tx) => giveExtension(tx, opened, '4223', given));
    const read = () => db.transaction(adviser, (tx) => findAssignment(tx, opened.id, '4223'));
    expect(await read()).toMatchObject({ extendedUntil: given.until, extensionReason: 'Ny medarbeider' });
    await expect(db.transaction(stranger, (tx) => giveExtension(tx, opened, '4223', given))).rejects.toMatchObject({
      status: 404
    });
    await db.transaction(adviser, (tx) => withdrawExtension(tx, opened, '4223', how.at));
    expect(await read()).toMatchObject({ extendedUntil: null, extensionReason: null });
    expect((await audited(db, '4223')).slice(-2)).toEqual(['extension_given', 'extension_withdrawn']);
  });
});
