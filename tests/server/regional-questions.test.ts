import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '#lib/domain/questionnaire.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { coreOf, loadQuestionnaires, questionnaireOf } from '#lib/server/questionnaires.ts';
import { changeAddon } from '#lib/server/regional-questions.ts';
import { addRound, findRound, findRoundBefore } from '#lib/server/round.ts';
import { addAdviser, day, earlierRound, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const text = { nb: 'Møter', nn: 'Møte', en: 'Meetings' };
const meetings: Question = {
  ...{ key: 'sor_meetings', type: 'count', group: 'regional', required: false },
  ...{ text, definition: text }
};
const next = { ...round, id: 'sor-2026', slug: '2026', periodEnd: '2026-03-31', openedAt: null };
const at = day('2025-06-01');
let db: Store;
let adviser: Actor;
let stranger: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [earlierRound, round]);
  await db.transaction(system, (tx) => addRound(tx, next, at));
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
  stranger = await addAdviser(db, 'Mina', 'midt');
});
afterAll(() => db.close());
const add = (actor: Actor, one: { id: string; korusRegion: string }, question = meetings) =>
  db.transaction(actor, (tx) => changeAddon(tx, one, (addon) => [...addon, question], at));
const kept = (id: string) => db.transaction(adviser, async (tx) => (await findRound(tx, id))?.addon);

describe("a region's own questions", () => {
  it('are added while the round is prepared, and asked after the core', async () => {
    await add(adviser, next);
    const found = await db.transaction(adviser, (tx) => findRound(tx, next.id));
    const known = loadQuestionnaires('data/questionnaires');
    const asked = questionnaireOf(known, { ...next, addon: found?.addon ?? [] });
    expect(asked.questions).toEqual([...coreOf(known, next).questions, meetings]);
  });

  it('are both kept when two advisers add one each', async () => {
    await Promise.all([
      add(adviser, next, { ...meetings, key: 'sor_one' }),
      add(adviser, next, { ...meetings, key: 'sor_two' })
    ]);
    expect((await kept(next.id))?.map(({ key }) => key).sort()).toEqual(['sor_meetings', 'sor_one', 'sor_two']);
  });

  it('stand still when the round has been opened, for the store too', async () => {
    await expect(add(adviser, round)).rejects.toMatchObject({ code: 'questions-frozen' });
    const change = `update round set addon = '[{}]' where id = $1`;
    await expect(db.transaction(adviser, (tx) => tx.query(change, [round.id]))).rejects.toMatchObject({
      detail: { constraint: 'round_addon_frozen' }
    });
    expect(await kept(round.id)).toEqual([]);
  });

  it('are nobody’s to change but the advisers of the region', async () => {
    for (const actor of [stranger, respondentOf('4204'), { kind: 'public' } as const]) {
      await expect(add(actor, next)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('leave a row in the audit of the region', async () => {
    const { rows } = await db.owner.query<{ chain: string; detail: { after: string[] } }>(
      `select chain, detail from audit where action = 'questions_changed' order by sequence`
    );
    expect(rows[0]).toEqual({ chain: 'sor', detail: { before: [], after: ['sor_meetings'] } });
    expect(rows).toHaveLength(3);
  });
});

it('the round before is the latest of the region that was opened', async () => {
  const before = (one: typeof round) => db.transaction(adviser, (tx) => findRoundBefore(tx, one));
  expect((await before(next as typeof round))?.id).toBe(round.id);
  expect((await before(round))?.id).toBe(earlierRound.id);
  expect(await before(earlierRound)).toBeNull();
});
