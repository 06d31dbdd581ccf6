import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { changeSetting, readSetting } from '#lib/server/municipality-setting.ts';
import { addWith, administratorOf, audited, respondentOf } from '../support/people.ts';
import { openTestDb } from '../support/test-db.ts';

const at = new Date('2024-03-01T09:00:00Z');
let db: Store;
let astrid: Awaited<ReturnType<typeof addWith>>;
beforeAll(async () => {
  db = await openTestDb();
  astrid = await addWith(db, 'Astrid', [administratorOf('sor')], at);
});
afterAll(() => db.close());

const read = (actor: Actor, number: string) => db.transaction(actor, (tx) => readSetting(tx, number));
const change = (actor: Actor, number: string, takesLinks: boolean, isReadOnly: boolean) =>
  db.transaction(actor, (tx) => changeSetting(tx, number, { takesLinks, isReadOnly }, at));

it('is links and not read-only until an administrator of the place chooses', async () => {
  expect(await read({ kind: 'public' }, '4204')).toEqual({ takesLinks: true, isReadOnly: false });
  await change(astrid.actor, '4204', false, true);
  await change(astrid.actor, '4204', false, true);
  await change(astrid.actor, '4204', true, true);
  expect(await read({ kind: 'public' }, '4204')).toEqual({ takesLinks: true, isReadOnly: true });
  expect(await read({ kind: 'public' }, '4205')).toEqual({ takesLinks: true, isReadOnly: false });
  expect(await audited(db, '4204')).toEqual(['setting_changed', 'setting_changed']);
  const { rows } = await db.owner.query(`select detail, change from audit where chain = '4204' order by sequence`);
  expect(rows).toEqual([
    { detail: { takesLinks: false, isReadOnly: true, before: { takesLinks: true, isReadOnly: false } }, change: null },
    { detail: { takesLinks: true, isReadOnly: true, before: { takesLinks: false, isReadOnly: true } }, change: null }
  ]);
});

it('is changed by nobody else', async () => {
  const adviser = await addWith(db, 'Ragnhild', [{ role: 'adviser', unitType: 'korus_region', unitId: 'sor' }], at);
  const respondent = await addWith(db, 'Kari', [respondentOf('4204')], at);
  const elsewhere = await addWith(db, 'Turid', [administratorOf('midt')], at);
  for (const { actor } of [adviser, respondent, elsewhere]) {
    await expect(change(actor, '4205', false, false)).rejects.toMatchObject({ code: 'not-found' });
    await expect(change(actor, '4204', false, false)).rejects.toMatchObject({ code: 'not-found' });
  }
  expect(await read({ kind: 'public' }, '4205')).toEqual({ takesLinks: true, isReadOnly: false });
});
