import { afterAll, beforeAll, expect, it } from 'vitest';
import { addNote, changeNote, listNotes, removeNote } from '#lib/server/contact-note.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { addAdviser, day, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const at = day('2025-01-10');
const place = { roundId: round.id, municipalityNo: '4223' };
const note = {
  text: 'Kari svarer fredag',
  outcome: 'promised',
  nextDate: '2025-01-20',
  promisedFor: '2025-01-17'
} as const;

let db: Store;
let adviser: Extract<Actor, { kind: 'person' }>;
let colleague: Actor;
let stranger: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = (await addAdviser(db, 'Ragnhild', 'sor')) as typeof adviser;
  colleague = await addAdviser(db, 'Ola', 'sor');
  stranger = await addAdviser(db, 'Vidar', 'vest-bergen');
});
afterAll(() => db.close());

const writtenBy = () => adviser.personId;
const list = (actor: Actor) => db.transaction(actor, (tx) => listNotes(tx, round.id));
const add = (actor: Actor = adviser) =>
  db.transaction(actor, (tx) => addNote(tx, place, { ...note, writtenBy: writtenBy() }, at));

it('a note is read by the advisers of the region with its writer’s name, and by nobody else', async () => {
  const id = await add();
  expect(await list(colleague)).toMatchObject([{ ...note, id, municipalityNo: '4223', writer: 'Ragnhild' }]);
  for (const actor of [stranger, respondentOf('4223'), { kind: 'public' }, { kind: 'system', task: 'test' }] as const) {
    expect(await list(actor)).toEqual([]);
  }
});

it('only its writer changes or removes it, and nobody writes in another’s name', async () => {
  const id = (await list(adviser))[0]?.id ?? '';
  const changed = { ...note, text: 'Kari svarer mandag' };
  const change = (actor: Actor) => db.transaction(actor, (tx) => changeNote(tx, { ...place, id }, changed, at));
  await expect(change(colleague)).rejects.toMatchObject({ code: 'not-found' });
  await expect(db.transaction(colleague, (tx) => removeNote(tx, { ...place, id }, at))).rejects.toMatchObject({
    code: 'not-found'
  });
  await expect(add(colleague)).rejects.toMatchObject({ code: 'not-found' });
  await expect(add(stranger)).rejects.toMatchObject({ code: 'not-found' });
  await change(adviser);
  expect(await list(adviser)).toMatchObject([{ text: 'Kari svarer mandag', changedAt: at }]);
  expect(await db.transaction(adviser, (tx) => removeNote(tx, { ...place, id }, at))).toEqual(changed);
  expect(await list(adviser)).toEqual([]);
});

it('what was said stands in no audit', async () => {
  await add();
  const { rows } = await db.owner.query(`select audit::text as row from audit where action like 'note_%'`);
  expect(rows.length).toBeGreaterThan(2);
  expect(JSON.stringify(rows)).not.toMatch(/Kari|fredag|mandag/);
});
