import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '#lib/domain/round.ts';
import { findAssignment, findByLink, listAssignments } from '#lib/server/assignment.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { saveDraft } from '#lib/server/draft.ts';
import { openRound } from '#lib/server/opening.ts';
import { listOwnRounds } from '#lib/server/own-rounds.ts';
import { submitReport } from '#lib/server/report-submission.ts';
import { addRound, findRound, listRounds } from '#lib/server/round.ts';
import { loadReference } from '#lib/server/reference.ts';
import { answerToken } from '#lib/server/token.ts';
import { addWith, respondentOf as answers, system } from '../support/people.ts';
import { actAt, addAdviser, day, respondentOf, round, secret } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const prepared: Round = { ...round, id: 'sor-2025', slug: '2025', name: 'Region Sør 2025', openedAt: null };
const closing: Round = { ...round, closesAt: day('2025-02-10') };
const { geography } = loadReference('data');

let db: Store;
let adviser: Actor;
let stranger: Actor;
let kari: Actor;

beforeAll(async () => {
  db = await openTestDb();
  for (const one of [prepared, closing]) {
    await db.transaction(system, (tx) =>
      openRound(tx, one, { geography, secret, at: one.opensAt }, { korusRegion: 'sor', countyNumber: '42' })
    );
  }
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
  stranger = await addAdviser(db, 'Vidar', 'vest');
  kari = (await addWith(db, 'Kari', [answers('4223')], round.opensAt)).actor;
});
afterAll(() => db.close());

const sees = async (actor: Actor) => (await db.transaction(actor, listRounds)).map(({ id }) => id);
const refused = { status: 404 };

describe('a round in preparation', () => {
  it('is known to the advisers of its region and the system, and to nobody else', async () => {
    for (const actor of [adviser, system]) expect(await sees(actor)).toContain(prepared.id);
    for (const actor of [stranger, kari, respondentOf('4223', prepared.id), { kind: 'public' } as const]) {
      expect(await sees(actor)).toEqual([closing.id]);
    }
  });

  it('opens for no respondent, by link or signed in', async () => {
    const link = answerToken(secret, prepared.id, '4223');
    expect(await db.transaction(system, (tx) => findByLink(tx, link))).toBeNull();
    const holder = respondentOf('4223', prepared.id);
    expect(await db.transaction(holder, (tx) => findAssignment(tx, prepared.id, '4223'))).toBeNull();
    const own = await db.transaction(kari, (tx) => listOwnRounds(tx, ['4223']));
    expect(own.map(({ roundId }) => roundId)).toEqual([closing.id]);
    const editor = { name: null, window: 'a' };
    const save = db.transaction(holder, (tx) =>
      saveDraft(tx, holder, { base: {}, typed: {}, basedOn: null, editor }, { at: day('2025-01-06') })
    );
    await expect(save).rejects.toMatchObject(refused);
  });

  it('is made and changed by advisers of its region only, and never as published', async () => {
    const insert = (actor: Actor, values: Partial<Round>) =>
      db.transaction(actor, async (tx) => {
        const { id, korusRegion, slug, dataKind, openedAt } = { ...prepared, ...values };
        await tx.query(
          `insert into round (id, korus_region, slug, name, questionnaire_id, questionnaire_version, period_start,
            period_end, opens_at, deadline_at, closes_at, freezes_at, data_kind, opened_at)
          select $1, $2, $3, name, questionnaire_id, questionnaire_version, period_start, period_end, opens_at, deadline_at,
            closes_at, freezes_at, $4, $5
          from round
          where id = $6`,
          [id, korusRegion, slug, dataKind, openedAt, closing.id]
        );
      });
    await insert(adviser, { id: 'sor-2026', slug: '2026' });
    await expect(insert(adviser, { id: 'vest-2026', korusRegion: 'vest' })).rejects.toMatchObject(refused);
    await expect(insert(adviser, { id: 'a', slug: 'a', openedAt: day('2025-01-01') })).rejects.toMatchObject(refused);
    await expect(insert(adviser, { id: 'a', slug: 'a', dataKind: 'published' })).rejects.toMatchObject(refused);
    await expect(insert(kari, { id: 'a', slug: 'a' })).rejects.toMatchObject(refused);
    const remove = (actor: Actor, id: string) =>
      db.transaction(actor, (tx) => tx.query(`delete from round where id = $1 returning id`, [id]));
    expect(await remove(stranger, 'sor-2026')).toEqual([]);
    expect(await remove(adviser, closing.id)).toEqual([]);
    expect(await remove(adviser, 'sor-2026')).toHaveLength(1);
  });

  it('gets and loses municipalities from its advisers until it is opened', async () => {
    const remove = (actor: Actor, roundId: string) =>
      db.transaction(actor, (tx) =>
        tx.query(`delete from assignment where round_id = $1 and municipality_no = '4201' returning 1`, [roundId])
      );
    expect(await remove(stranger, prepared.id)).toEqual([]);
    expect(await remove(kari, prepared.id)).toEqual([]);
    expect(await remove(adviser, closing.id)).toEqual([]);
    expect(await remove(adviser, prepared.id)).toHaveLength(1);
    const add = (actor: Actor, roundId: string) =>
      db.transaction(actor, (tx) =>
        tx.query(
          `insert into assignment (municipality_no, round_id, korus_region, link_hash) values ('4201', $1, 'sor', $2)`,
          [roundId, Buffer.from(roundId)]
        )
      );
    for (const actor of [stranger, kari]) await expect(add(actor, prepared.id)).rejects.toMatchObject(refused);
    await expect(add(adviser, closing.id)).rejects.toMatchObject({ status: 404 });
    await add(adviser, prepared.id);
    expect(await db.transaction(adviser, (tx) => listAssignments(tx, prepared.id))).toHaveLength(25);
  });

  it('is opened once, and its period stands still from then on', async () => {
    const fresh = { ...prepared, id: 'sor-2027', slug: '2027' };
    await db.transaction(system, (tx) => addRound(tx, fresh, fresh.opensAt));
    await db.owner.query(
      `insert into assignment (municipality_no, round_id, korus_region, link_hash) values ('4201', $1, 'sor', '2027')`,
      [fresh.id]
    );
    const set = (sql: string, actor = adviser) =>
      db.transaction(actor, async (tx) => {
        await actAt(tx, fresh.opensAt);
        return tx.query(`update round set ${sql} where id = 'sor-2027' returning id`);
      });
    expect(await set(`period_end = '2025-12-31'`)).toHaveLength(1);
    expect(await set(`opened_at = opens_at`, stranger)).toEqual([]);
    expect(await set(`opened_at = opens_at`)).toHaveLength(1);
    for (const sql of [`opened_at = null`, `period_end = '2026-12-31'`, `slug = 'x'`]) {
      await expect(set(sql)).rejects.toMatchObject({ status: 422, detail: { constraint: 'round_is_opened_once' } });
    }
    expect(await set(`name = 'Sør'`)).toHaveLength(1);
    expect(await sees({ kind: 'public' })).toContain('sor-2027');
  });
});

describe('what is expected of a municipality', () => {
  const holder = respondentOf('4223', closing.id);
  const set = (actor: Actor, sql: string) =>
    db.transaction(actor, async (tx) => {
      await actAt(tx, closing.opensAt);
      return tx.query(`update assignment set ${sql} where round_id = $1 and municipality_no = '4223' returning 1`, [
        closing.id
      ]);
    });

  it('is changed by advisers of the region, never by who answers', async () => {
    for (const sql of [`status = 'declined'`, `extended_until = now(), extension_reason = 'ferie'`]) {
      for (const actor of [holder, kari]) await expect(set(actor, sql)).rejects.toMatchObject(refused);
      expect(await set(stranger, sql)).toEqual([]);
      expect(await set(adviser, sql)).toHaveLength(1);
    }
    await set(adviser, `status = 'expected', extended_until = null, extension_reason = null`);
    expect(await set(holder, `contact_name = 'Kari'`)).toHaveLength(1);
  });
});

describe('a closed round', () => {
  const late = day('2025-02-15');
  const send = (municipalityNo: string, submittedAt: Date) => {
    const actor = respondentOf(municipalityNo, closing.id);
    return db.transaction(actor, (tx) =>
      submitReport(tx, { ...actor, answers: {}, reasons: {}, submittedAt, submittedBy: 'Kari', channel: 'web' })
    );
  };

  it('takes corrections until it freezes, and no first answers', async () => {
    await expect(send('4223', late)).rejects.toMatchObject(refused);
    await send('4223', day('2025-02-09'));
    expect((await send('4223', late)).version).toBe(2);
    await expect(send('4223', closing.freezesAt)).rejects.toMatchObject(refused);
  });

  it('takes a first answer from who has more time, until the round freezes', async () => {
    const extend = (until: Date) =>
      db.transaction(adviser, async (tx) => {
        await actAt(tx, late);
        await tx.query(
          `update assignment
          set extended_until = $2, extension_reason = 'ferie'
          where round_id = $1 and municipality_no = '4201'`,
          [closing.id, until]
        );
      });
    await extend(late);
    await expect(send('4201', late)).rejects.toMatchObject(refused);
    await extend(day('2025-12-31'));
    await expect(send('4201', closing.freezesAt)).rejects.toMatchObject(refused);
    await send('4201', late);
    expect(await db.transaction(system, (tx) => findRound(tx, closing.id))).toMatchObject({
      closesAt: closing.closesAt
    });
  });
});
