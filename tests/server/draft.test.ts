import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readLastChange } from '#lib/server/answer-change.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { listDraftsBegun, readDraft, saveDraft } from '#lib/server/draft.ts';
import { listProgress } from '#lib/server/round-progress.ts';
import { addAdviser, day, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const vennesla = respondentOf('4223');
const risor = respondentOf('4201');
const monday = day('2025-01-06');

let db: Store;
let adviser: Actor;
let stranger: Actor;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
  stranger = await addAdviser(db, 'Vidar', 'vest');
});

beforeEach(async () => {
  await db.owner.query('delete from draft');
});

afterAll(() => db.close());

const save = (fields: Record<string, string>, basedOn: Date | null, at = monday) =>
  db.transaction(vennesla, (tx) => saveDraft(tx, vennesla, { fields, basedOn }, at));
const read = (actor: Actor) => db.transaction(actor, (tx) => readDraft(tx, round.id, '4223'));

describe('two windows on one draft', () => {
  it('the later save never erases what another window saved: it is refused with the time of the other', async () => {
    const first = await save({ cases_received: '3' }, null);
    expect(await save({ cases_handled: '9' }, null, day('2025-01-07'))).toEqual({
      newer: { at: monday, isSent: false }
    });
    expect(await read(vennesla)).toEqual({ fields: { cases_received: '3' }, savedAt: monday });
    expect(first).toEqual({ savedAt: monday });
  });

  it('a window that is built on the newest draft goes on saving, also within the same millisecond', async () => {
    const times: Date[] = [];
    let basedOn: Date | null = null;
    for (const typed of ['1', '12', '123']) {
      const saved = await save({ cases_received: typed }, basedOn);
      if (!('savedAt' in saved)) throw new Error('refused');
      basedOn = saved.savedAt;
      times.push(saved.savedAt);
    }
    expect(new Set(times.map(Number)).size).toBe(3);
    expect((await read(vennesla))?.fields).toEqual({ cases_received: '123' });
  });

  it('a window may take over the newer draft when it says which one', async () => {
    await save({ cases_received: '3' }, null);
    await save({ cases_received: '4' }, monday, day('2025-01-07'));
    expect((await read(vennesla))?.fields).toEqual({ cases_received: '4' });
  });

  it('of two first saves at once, one stands and the other is told', async () => {
    const both = await Promise.all([save({ name: 'Kari' }, null), save({ name: 'Ola' }, null)]);
    expect(both.filter((saved) => 'newer' in saved)).toHaveLength(1);
  });
});

describe('a draft', () => {
  it('is seen by its own municipality only', async () => {
    await save({ cases_received: '3' }, null);
    for (const actor of [risor, adviser, stranger, { kind: 'public' } as const]) expect(await read(actor)).toBeNull();
  });

  it('of one municipality cannot be written by another', async () => {
    const work = db.transaction(risor, (tx) => saveDraft(tx, vennesla, { fields: {}, basedOn: null }, monday));
    await expect(work).rejects.toMatchObject({ status: 404 });
  });

  it('is begun once in the audit, however often it is saved', async () => {
    await db.owner.query(
      `alter table audit disable trigger user; truncate audit; alter table audit enable trigger user`
    );
    await save({ name: 'K' }, null);
    await save({ name: 'Ka' }, monday);
    const { rows } = await db.owner.query<{ action: string }>(`select action from audit where chain = '4223'`);
    expect(rows).toEqual([{ action: 'draft_begun' }]);
  });

  it('is the last change of the answer', async () => {
    expect(await db.transaction(vennesla, (tx) => readLastChange(tx, vennesla))).toBeNull();
    await save({}, null);
    expect(await db.transaction(vennesla, (tx) => readLastChange(tx, vennesla))).toEqual({ at: monday, isSent: false });
  });
});

describe('the window of the round', () => {
  const second = (moment: Date, seconds: number) => new Date(moment.getTime() + seconds * 1000);
  const last = second(round.freezesAt, -1);
  const outside: [string, Date][] = [
    ['before the round opens', second(round.opensAt, -1)],
    ['when the round freezes', round.freezesAt]
  ];

  it.each(outside)('the database refuses a draft begun %s', async (_when, at) => {
    await expect(save({}, null, at)).rejects.toMatchObject({ status: 404 });
    expect(await read(vennesla)).toBeNull();
  });

  it.each(outside)('the database refuses a draft moved to %s', async (_when, at) => {
    await save({ name: 'Kari' }, null);
    const work = db.transaction(vennesla, (tx) => tx.query('update draft set saved_at = $1', [at]));
    await expect(work).rejects.toMatchObject({ status: 404 });
    expect(await read(vennesla)).toEqual({ fields: { name: 'Kari' }, savedAt: monday });
  });

  it('takes drafts from its first moment to its last', async () => {
    await save({ name: 'K' }, null, round.opensAt);
    expect(await save({ name: 'Ka' }, round.opensAt, last)).toEqual({ savedAt: last });
    await expect(save({ name: 'Kari' }, last, round.freezesAt)).rejects.toMatchObject({ status: 404 });
    expect((await read(vennesla))?.fields).toEqual({ name: 'Ka' });
  });

  it('does not make room for a draft of the future', async () => {
    const endless = {
      ...round,
      id: 'sor-2050',
      slug: '2050',
      deadlineAt: day('2060-01-01'),
      closesAt: day('2060-01-01'),
      freezesAt: day('2060-01-01')
    };
    await openRounds(db, [endless]);
    const actor = respondentOf('4223', endless.id);
    const saveAt = (at: Date) => db.transaction(actor, (tx) => saveDraft(tx, actor, { fields: {}, basedOn: null }, at));
    await expect(saveAt(day('2050-01-01'))).rejects.toMatchObject({ status: 404 });
    expect(await saveAt(monday)).toEqual({ savedAt: monday });
  });
});

describe('that a draft was begun', () => {
  const begun = (actor: Actor) => db.transaction(actor, (tx) => listDraftsBegun(tx, round.id));

  it('is told to the adviser of the region, with when it was saved and nothing of what it says', async () => {
    await save({ cases_received: '3' }, null);
    expect([...(await begun(adviser))]).toEqual([['4223', monday]]);
    const progress = await db.transaction(adviser, (tx) => listProgress(tx, round.id));
    expect(progress.find(({ municipalityNo }) => municipalityNo === '4223')).toEqual({
      municipalityNo: '4223',
      status: 'expected',
      contactName: null,
      contactEmail: null,
      extendedUntil: null,
      answered: null,
      draftSavedAt: monday
    });
  });

  it('is told to nobody else', async () => {
    await save({ cases_received: '3' }, null);
    for (const actor of [stranger, risor, vennesla, { kind: 'public' } as const])
      expect((await begun(actor)).size).toBe(0);
  });
});
