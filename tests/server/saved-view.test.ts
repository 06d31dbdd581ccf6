import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SavedView } from '#lib/domain/saved-view.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import {
  changeView,
  findView,
  forgetViews,
  listViews,
  removeView,
  restoreView,
  saveView
} from '#lib/server/saved-view.ts';
import { addViewNote, listViewNotes, removeViewNote } from '#lib/server/view-note.ts';
import { addWith, audited, system } from '../support/people.ts';
import { addAdviser, day, earlierRound, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

type Person = Extract<Actor, { kind: 'person' }>;
const at = day('2025-01-10');
const published = earlierRound.id;
const outsiders: Record<string, Actor> = {
  'a respondent': respondentOf('4223'),
  'the public': { kind: 'public' },
  'the system': system
};

let db: Store;
let ragnhild: Person;
let ola: Person;
let grete: Person;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round, earlierRound]);
  await db.owner.query(`update round set data_kind = 'published' where id = '${published}'`);
  // Whether a round is closed is asked of the store's own clock.
  await db.owner.query(`update round set closes_at = 'infinity', freezes_at = 'infinity' where id = '${round.id}'`);
  ragnhild = (await addAdviser(db, 'Ragnhild', 'sor')) as Person;
  ola = (await addAdviser(db, 'Ola', 'sor')) as Person;
  outsiders['an adviser of another region'] = await addAdviser(db, 'Vidar', 'vest-bergen');
  const follows = (unitId: string) => [{ role: 'governor', unitType: 'county', unitId } as const];
  grete = (await addWith(db, 'Grete', follows('42'), at)).actor;
  outsiders['the governor of another county'] = (await addWith(db, 'Gunnar', follows('50'), at)).actor;
});
beforeEach(async () => {
  await db.owner.query('delete from saved_view');
});
afterAll(() => db.close());

const keyOf = (id: string, roundId = round.id, chain = 'sor') => ({ roundId, id, chain });
const list = (actor: Actor, roundId = round.id) => db.transaction(actor, (tx) => listViews(tx, roundId));
function save(actor: Person, view: Partial<SavedView> = {}, roundId = round.id, chain = 'sor'): Promise<string> {
  const typed = { name: 'Agder er høyere', address: 'mal=rate', isShared: false, ownerId: actor.personId, ...view };
  return db.transaction(actor, (tx) => saveView(tx, { roundId, chain, ...typed }, at));
}
const write = (actor: Person, id: string, text = 'Hvorfor?', writtenBy = actor.personId) =>
  db.transaction(actor, (tx) => addViewNote(tx, keyOf(id), { text, writtenBy }, at));
const notFound = { code: 'not-found' };

describe('a saved view', () => {
  it('is its owner’s only, until it is shared with all who may open the workbench', async () => {
    const id = await save(ragnhild);
    expect(await list(ragnhild)).toMatchObject([
      { id, name: 'Agder er høyere', address: 'mal=rate', owner: 'Ragnhild', isShared: false, notes: 0 }
    ]);
    expect(await list(ola)).toEqual([]);
    await db.transaction(ragnhild, (tx) => changeView(tx, keyOf(id), { name: 'Høy rate', isShared: true }, at));
    expect(await list(ola)).toMatchObject([{ id, name: 'Høy rate', owner: 'Ragnhild', isShared: true }]);
    for (const [who, actor] of Object.entries(outsiders)) expect(await list(actor), who).toEqual([]);
  });

  it('stands with one’s own before those of others', async () => {
    await save(ragnhild, { name: 'Min' });
    await save(ola, { name: 'Olas', isShared: true });
    expect((await list(ragnhild)).map(({ name }) => name)).toEqual(['Min', 'Olas']);
    expect((await list(ola)).map(({ name }) => name)).toEqual(['Olas']);
  });

  it('is changed, removed and put back by its owner only', async () => {
    const id = await save(ragnhild, { isShared: true });
    const changed = { name: 'Mitt', isShared: true };
    for (const change of [
      (actor: Actor) => db.transaction(actor, (tx) => changeView(tx, keyOf(id), changed, at)),
      (actor: Actor) => db.transaction(actor, (tx) => removeView(tx, keyOf(id), at)),
      (actor: Actor) => db.transaction(actor, (tx) => restoreView(tx, keyOf(id), at))
    ]) {
      for (const actor of [ola, grete, ...Object.values(outsiders)]) await expect(change(actor)).rejects.toThrow();
    }
    expect(await list(ragnhild)).toMatchObject([{ name: 'Agder er høyere' }]);
  });

  it('is saved in nobody else’s name, and by nobody who may not open the workbench', async () => {
    await expect(save(ola, { ownerId: ragnhild.personId })).rejects.toMatchObject(notFound);
    await expect(save(grete, {}, round.id, '42')).rejects.toMatchObject(notFound);
    await expect(save(outsiders['an adviser of another region'] as Person, {}, round.id)).rejects.toMatchObject(
      notFound
    );
  });

  it('that is removed is only its owner’s to see, and can be put back with the notes of all', async () => {
    const id = await save(ragnhild, { isShared: true });
    await write(ola, id);
    await db.transaction(ragnhild, (tx) => removeView(tx, keyOf(id), at));
    expect(await list(ragnhild)).toMatchObject([{ id, removedAt: at }]);
    expect(await list(ola)).toEqual([]);
    expect(await db.transaction(ola, (tx) => findView(tx, round.id, id))).toBeNull();
    expect(await db.transaction(ragnhild, (tx) => findView(tx, round.id, id))).toMatchObject({ removedAt: at });
    await expect(write(ragnhild, id)).rejects.toMatchObject(notFound);
    await expect(db.transaction(ragnhild, (tx) => removeView(tx, keyOf(id), at))).rejects.toMatchObject(notFound);
    await db.transaction(ragnhild, (tx) => restoreView(tx, keyOf(id), at));
    expect(await list(ola)).toMatchObject([{ id, notes: 1 }]);
  });

  it('is forgotten thirty days after it was removed, and the audit tells how many', async () => {
    const kept = await save(ragnhild);
    const removed = await save(ragnhild, { isShared: true });
    await write(ola, removed);
    await db.transaction(ragnhild, (tx) => removeView(tx, keyOf(removed), at));
    const forget = (now: Date) => db.transaction(system, (tx) => forgetViews(tx, now));
    await forget(day('2025-02-08'));
    expect(await db.transaction(ragnhild, (tx) => findView(tx, round.id, removed))).not.toBeNull();
    await forget(day('2025-02-09'));
    expect(await db.transaction(ragnhild, (tx) => findView(tx, round.id, removed))).toBeNull();
    expect((await list(ragnhild)).map(({ id }) => id)).toEqual([kept]);
    expect((await db.owner.query('select id from view_note')).rows).toEqual([]);
    const { rows } = await db.owner.query(`select chain, detail from audit where action = 'views_forgotten'`);
    expect(rows).toEqual([{ chain: 'sor', detail: { count: 1 } }]);
  });

  it('of a published round is shared with the county governor’s adviser too', async () => {
    const id = await save(ragnhild, { isShared: true }, published);
    expect(await list(grete, published)).toMatchObject([{ id, owner: 'Ragnhild' }]);
    const own = await save(grete, { name: 'Agder' }, published, '42');
    expect((await list(grete, published)).map((view) => view.id)).toEqual([own, id]);
    expect((await list(ragnhild, published)).map((view) => view.id)).toEqual([id]);
    for (const [who, actor] of Object.entries(outsiders)) expect(await list(actor, published), who).toEqual([]);
  });
});

describe('a note on a view', () => {
  it('tells who wrote it and when, to those who see the view', async () => {
    const id = await save(ragnhild, { isShared: true });
    await write(ragnhild, id);
    await write(ola, id, 'Arendal har ny praksis.');
    const read = (actor: Actor) => db.transaction(actor, (tx) => listViewNotes(tx, round.id, id));
    expect((await read(ola)).map(({ writer, text }) => [writer, text]).sort()).toEqual([
      ['Ola', 'Arendal har ny praksis.'],
      ['Ragnhild', 'Hvorfor?']
    ]);
    for (const [who, actor] of Object.entries(outsiders)) expect(await read(actor), who).toEqual([]);
    await db.transaction(ragnhild, (tx) => changeView(tx, keyOf(id), { name: 'Min', isShared: false }, at));
    expect(await read(ola)).toEqual([]);
  });

  it('is written in one’s own name on a view that one sees, and taken back by its writer only', async () => {
    const own = await save(ragnhild);
    await expect(write(ola, own)).rejects.toMatchObject(notFound);
    const shared = await save(ragnhild, { isShared: true });
    await expect(write(ola, shared, 'Hei', ragnhild.personId)).rejects.toMatchObject(notFound);
    const note = await write(ola, shared);
    const remove = (actor: Actor) => db.transaction(actor, (tx) => removeViewNote(tx, keyOf(shared), note, at));
    await expect(remove(ragnhild)).rejects.toMatchObject(notFound);
    expect(await remove(ola)).toBe('Hvorfor?');
    expect(await db.transaction(ola, (tx) => listViewNotes(tx, round.id, shared))).toEqual([]);
  });
});

it('every change stands in the audit of the unit, without what was said or named', async () => {
  const before = (await audited(db, 'sor')).length;
  const id = await save(ragnhild);
  await db.transaction(ragnhild, (tx) => changeView(tx, keyOf(id), { name: 'Hemmelig', isShared: true }, at));
  const note = await write(ola, id);
  await db.transaction(ola, (tx) => removeViewNote(tx, keyOf(id), note, at));
  await db.transaction(ragnhild, (tx) => removeView(tx, keyOf(id), at));
  await db.transaction(ragnhild, (tx) => restoreView(tx, keyOf(id), at));
  expect((await audited(db, 'sor')).slice(before)).toEqual([
    ...['view_saved', 'view_changed', 'view_note_added', 'view_note_removed', 'view_removed', 'view_restored']
  ]);
  const { rows } = await db.owner.query(`select audit::text as row from audit where action like 'view%'`);
  expect(JSON.stringify(rows)).not.toMatch(/Hemmelig|Hvorfor|høyere/);
});
