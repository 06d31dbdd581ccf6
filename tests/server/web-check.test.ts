import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PageRead } from '#lib/domain/web-check.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { checkNextPage, listWebChecks } from '#lib/server/web-check.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { someAnswers } from '../support/answers.ts';
import { audited } from '../support/people.ts';
import { addAdviser, day, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const named: PageRead = { kind: 'page', status: 200, text: 'russaker' };
const numbers = ['4201', '4202', '4203'];
let db: Store;
let adviser: Actor;
let asked: string[];
let now: Date;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
  await answer('4201', 'https://www.risor.kommune.example/rer');
  await answer('4202', 'grimstad.kommune.example/rer');
  await answer('4203', null);
});
afterAll(() => db.close());
beforeEach(async () => {
  asked = [];
  now = day('2025-01-20');
  await db.owner.query('truncate web_check');
});

async function answer(municipalityNo: string, address: string | null, version = 1) {
  const told = address === null ? {} : { web_address: { status: 'reported' as const, value: address } };
  await db.transaction(respondentOf(municipalityNo, round.id), (tx) =>
    submitReport(tx, {
      ...{ roundId: round.id, municipalityNo, reasons: {}, submittedBy: 'Kari', channel: 'web' as const },
      ...{ answers: { ...someAnswers, ...told }, submittedAt: day(`2025-01-${String(9 + version)}`) },
      ...(version > 1 && { change: 'Ny adresse' })
    })
  );
}
const check = (read: PageRead = named) =>
  checkNextPage(
    db,
    async (address) => {
      asked.push(address);
      return read;
    },
    () => now
  );
const list = (actor: Actor) => db.transaction(actor, (tx) => listWebChecks(tx, numbers));
const later = (days: number) => (now = new Date(now.getTime() + days * 86_400_000));

it('asks once for the newest address of each municipality that has told of one, and tells when', async () => {
  while (await check());
  expect(asked).toEqual(['https://www.risor.kommune.example/rer', 'https://grimstad.kommune.example/rer']);
  const found = await list(adviser);
  expect([...found.keys()].sort()).toEqual(['4201', '4202']);
  const address = 'https://www.risor.kommune.example/rer';
  expect(found.get('4201')).toEqual({ address, checkedAt: now, outcome: 'named', detail: null });
  expect(await audited(db, '4201')).toContain('web_checked');
});

it('asks again after a month, sooner where the page does not name the unit, and at once for a new address', async () => {
  await check();
  await check({ kind: 'page', status: 200, text: 'kultur' });
  later(8);
  while (await check());
  expect(asked.slice(2)).toEqual(['https://grimstad.kommune.example/rer']);
  later(23);
  while (await check());
  expect(asked.slice(3)).toEqual(['https://www.risor.kommune.example/rer']);
  await answer('4201', 'https://www.risor.kommune.example/ny', 2);
  while (await check());
  expect(asked.slice(4)).toEqual(['https://www.risor.kommune.example/ny']);
});

it('keeps what was found until the page is asked for again, and takes up a check that was cut off', async () => {
  await check();
  later(31);
  await db.owner.query(`update web_check set claimed_at = $1`, [now]);
  expect((await list(adviser)).get('4201')?.outcome).toBe('named');
  while (await check());
  expect(asked).toHaveLength(2); // the one that was never asked for; the other is somebody's for ten minutes
  later(1);
  while (await check());
  expect(asked).toHaveLength(3);
});

it('is shown to the municipality and to whoever follows it, and to nobody else', async () => {
  while (await check());
  expect([...(await list(respondentOf('4201', round.id))).keys()]).toEqual(['4201']);
  expect((await list(await addAdviser(db, 'Olav', 'ost'))).size).toBe(0);
  expect((await list({ kind: 'public' })).size).toBe(0);
  await expect(db.transaction(adviser, (tx) => tx.query('delete from web_check'))).rejects.toThrow();
  const changed = await db.transaction(adviser, (tx) =>
    tx.query(`update web_check set outcome = 'missing' where municipality_no = '4201' returning 1`)
  );
  expect(changed).toEqual([]);
});
