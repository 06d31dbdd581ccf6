import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fields } from '#lib/domain/answer.ts';
import { readLastChange } from '#lib/server/answer-change.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { listDraftsBegun, readDraft, saveDraft } from '#lib/server/draft.ts';
import { listOverwritten } from '#lib/server/draft-edit.ts';
import { submitReport } from '#lib/server/report-submission.ts';
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

const nothing = { base: {}, typed: {}, basedOn: null, editor: { name: null, window: 'a' } };
const window = (key: string, name: string | null = null) => ({ name, window: key });
const save = (typed: Fields, basedOn: Date | null, at = monday, base: Fields = {}, editor = window('a')) =>
  db.transaction(vennesla, (tx) => saveDraft(tx, vennesla, { base, typed, basedOn, editor }, { at }));
const read = (actor: Actor) => db.transaction(actor, (tx) => readDraft(tx, round.id, '4223'));

describe('two windows on one draft', () => {
  const other = window('b', 'Ola');
  const overwritten = () => db.transaction(vennesla, (tx) => listOverwritten(tx, vennesla));

  it('that change different fields both win, without a question', async () => {
    await save({ cases_received: '3' }, null);
    expect(await save({ cases_handled: '9' }, null, day('2025-01-07'), {}, other)).toMatchObject({ isUnseen: false });
    expect((await read(vennesla))?.fields).toEqual({ cases_received: '3', cases_handled: '9' });
    expect(await overwritten()).toEqual([]);
  });

  it('that change the same field: the later value stands, and the other is told of with who wrote it', async () => {
    await save({ cases_received: '3' }, null, monday, {}, window('a', 'Kari'));
    expect(await save({ cases_received: '9' }, null, day('2025-01-07'), {}, other)).toMatchObject({ isUnseen: true });
    expect((await read(vennesla))?.fields).toEqual({ cases_received: '9' });
    expect(await overwritten()).toMatchObject([{ field: 'cases_received', value: '3', by: 'Kari', window: 'a' }]);
  });

  it('the value that was overwritten is told of until it is chosen, or the one that stands is', async () => {
    for (const chosen of [1, 2]) {
      await db.owner.query('delete from draft');
      await save({ cases_received: '3' }, null);
      await save({ cases_received: '9' }, null, day('2025-01-07'), {}, other);
      const shown = { cases_received: '9' };
      const form = { base: shown, typed: shown, basedOn: day('2025-01-07'), editor: other, chosen };
      await db.transaction(vennesla, (tx) => saveDraft(tx, vennesla, form, { at: day('2025-01-08') }));
      expect((await read(vennesla))?.fields).toEqual({ cases_received: chosen === 1 ? '3' : '9' });
      expect(await overwritten()).toEqual([]);
    }
  });

  it('what its own writer has changed since is not told of', async () => {
    await save({ cases_received: '1' }, null);
    await save({ cases_received: '9' }, null, monday, {}, other);
    await save({ cases_received: '12' }, null, monday, { cases_received: '1' });
    expect((await overwritten()).map(({ value }) => value)).toEqual(['9']);
  });

  it('go on saving, also within the same millisecond', async () => {
    const times: number[] = [];
    let shown: Fields = {};
    for (const typed of ['1', '12', '123']) {
      const saved = await save({ cases_received: typed }, null, monday, shown);
      if (!('savedAt' in saved)) throw new Error('refused');
      shown = saved.fields;
      times.push(Number(saved.savedAt));
    }
    expect(new Set(times).size).toBe(3);
    expect((await read(vennesla))?.fields).toEqual({ cases_received: '123' });
  });

  it('that only look begin no draft and change none', async () => {
    const form = { base: { web_info: 'no' }, typed: { web_info: 'no' }, basedOn: null, editor: other };
    const look = () => db.transaction(vennesla, (tx) => saveDraft(tx, vennesla, form, { at: monday, isLooking: true }));
    expect(await look()).toEqual({ savedAt: null, fields: { web_info: 'no' }, isUnseen: false });
    expect(await read(vennesla)).toBeNull();
    await save({ cases_received: '3' }, null);
    expect(await look()).toMatchObject({ savedAt: monday, fields: { cases_received: '3' } });
  });

  it('of two first saves at once, both stand', async () => {
    await Promise.all([save({ cases_received: '3' }, null), save({ cases_handled: '2' }, null, monday, {}, other)]);
    expect((await read(vennesla))?.fields).toEqual({ cases_received: '3', cases_handled: '2' });
  });

  it('one that was opened before the answer was sent is not saved', async () => {
    await save({ cases_received: '3' }, null);
    await db.transaction(vennesla, (tx) =>
      submitReport(tx, {
        ...{ roundId: round.id, municipalityNo: '4223', answers: {}, reasons: {}, submittedBy: 'Kari' },
        ...{ submittedAt: day('2025-01-07'), channel: 'web' }
      })
    );
    const newer = { newer: { at: day('2025-01-07'), isSent: true } };
    expect(await save({ cases_received: '4' }, monday, day('2025-01-08'))).toEqual(newer);
    await save({ cases_received: '5' }, day('2025-01-07'), day('2025-01-09'), {}, other);
    expect(await save({ cases_received: '4' }, monday, day('2025-01-10'))).toEqual(newer);
    expect((await db.owner.query('select value from draft_edit')).rows).toEqual([{ value: '5' }]);
    await db.owner.query(`delete from report`);
  });
});

describe('what is saved by several with forms of any age', () => {
  const fields = ['cases_received', 'cases_handled'] as const;
  const step = fc.record({
    who: fc.constantFrom('a', 'b', 'c'),
    does: fc.constantFrom('reads', 'saves', 'saves'),
    field: fc.constantFrom(...fields),
    value: fc.constantFrom('', '1', '2', '3')
  });

  it('stands in its field or among its edits, and is told of when it was overwritten unseen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
        await db.owner.query('delete from draft');
        const bases = new Map<string, Fields>();
        const saved: { who: string; field: string; value: string; hadSeen: string }[] = [];
        for (const { who, does, field, value } of steps) {
          const base = bases.get(who) ?? {};
          if (does === 'reads') {
            bases.set(who, (await read(vennesla))?.fields ?? {});
          } else {
            await save({ ...base, [field]: value }, null, monday, base, window(who));
            if (value !== (base[field] ?? '')) saved.push({ who, field, value, hadSeen: base[field] ?? '' });
          }
        }
        await expectNothingLost(saved);
      }),
      { seed: 20_250_115, numRuns: 60 }
    );
  });

  async function expectNothingLost(saved: { who: string; field: string; value: string; hadSeen: string }[]) {
    const current = (await read(vennesla))?.fields ?? {};
    const edits = (await db.owner.query('select field, value from draft_edit')).rows as {
      field: string;
      value: string;
    }[];
    const told = await db.transaction(vennesla, (tx) => listOverwritten(tx, vennesla));
    const standing: Record<string, string> = {};
    for (const [index, { who, field, value }] of saved.entries()) {
      standing[field] = value;
      const [next, ...rest] = saved.slice(index + 1).filter((later) => later.field === field);
      const isIn = edits.some((edit) => edit.field === field && edit.value === value);
      expect(isIn || (current[field] ?? '') === value).toBe(true);
      const isUnseen = next && next.hadSeen !== value && next.value !== value;
      const hasChangedAgain = [next, ...rest].some((later) => later?.who === who);
      const mustBeTold = isUnseen && !hasChangedAgain && (current[field] ?? '') !== value;
      if (mustBeTold) expect(told.map((edit) => edit.value)).toContain(value);
    }
    for (const field of fields) expect(current[field] ?? '').toBe(standing[field] ?? '');
  }
});

describe('a draft', () => {
  it('is seen by its own municipality only', async () => {
    await save({ cases_received: '3' }, null);
    for (const actor of [risor, adviser, stranger, { kind: 'public' } as const]) expect(await read(actor)).toBeNull();
  });

  it('of one municipality cannot be written by another', async () => {
    const work = db.transaction(risor, (tx) => saveDraft(tx, vennesla, nothing, { at: monday }));
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
    expect(await save({ name: 'Ka' }, round.opensAt, last)).toMatchObject({ savedAt: last });
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
    const saveAt = (at: Date) => db.transaction(actor, (tx) => saveDraft(tx, actor, nothing, { at }));
    await expect(saveAt(day('2050-01-01'))).rejects.toMatchObject({ status: 404 });
    expect(await saveAt(monday)).toMatchObject({ savedAt: monday });
  });
});

describe('that a draft was begun', () => {
  const begun = (actor: Actor) => db.transaction(actor, (tx) => listDraftsBegun(tx, round.id));

  it('is told to the adviser of the region, with when it was saved and nothing of what it says', async () => {
    await save({ cases_received: '3' }, null);
    expect([...(await begun(adviser))]).toEqual([['4223', monday]]);
    const progress = await db.transaction(adviser, (tx) => listProgress(tx, round.id));
    const told = progress.find(({ municipalityNo }) => municipalityNo === '4223');
    expect(told).toMatchObject({ standing: { status: 'missing' }, said: null, answered: null, draftSavedAt: monday });
    expect(JSON.stringify(told)).not.toContain('cases_received');
  });

  it('is told to nobody else', async () => {
    await save({ cases_received: '3' }, null);
    for (const actor of [stranger, risor, vennesla, { kind: 'public' } as const])
      expect((await begun(actor)).size).toBe(0);
  });
});
