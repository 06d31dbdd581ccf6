import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from '#lib/domain/answer.ts';
import { dutyOf } from '#lib/domain/duty.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { importReport } from '#lib/server/opening.ts';
import { settlePromises } from '#lib/server/promise-answer.ts';
import { addPromise, changePromise, listPromises, listPromiseSteps } from '#lib/server/promise.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { someAnswers } from '../support/answers.ts';
import { addWith, audited, system } from '../support/people.ts';
import { addAdviser, day, earlierRound, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const questionnaires = loadQuestionnaires('data/questionnaires');
const town = '4204';
const [between, after] = [day('2024-08-01'), day('2025-06-01')];
const planned = (month: string): Answers => ({
  ...someAnswers,
  web_info: { status: 'reported', value: 'planned' },
  web_month: { status: 'reported', value: month }
});
const said = (value: string): Answers => ({ ...someAnswers, web_info: { status: 'reported', value } });

let db: Store;
let grete: Actor;
let gunnar: Actor;

const answer = (roundId: string, answers: Answers, on: string) =>
  db.transaction(system, (tx) => importReport(tx, { roundId, municipalityNo: town, answers, source: 'test' }, day(on)));
const settle = (at: Date) => db.transaction(system, (tx) => settlePromises(tx, questionnaires, at));
const promises = (actor: Actor = system) => db.transaction(actor, (tx) => listPromises(tx, town));
const steps = async () =>
  (await db.transaction(system, (tx) => listPromiseSteps(tx, town))).map(({ event, roundId, by }) => [
    event,
    roundId ?? by
  ]);
const teller = { byName: 'Grete' };
const change = (event: 'keep' | 'break' | 'withdraw' | 'reopen', actor = grete, at = after) =>
  db.transaction(actor, async (tx) => {
    const [promise] = await listPromises(tx, town);
    return changePromise(tx, promise!, { event, newDay: null, today: at.toISOString().slice(0, 10), teller }, at);
  });

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [earlierRound, round]);
  const governor = { role: 'governor', unitType: 'county' } as const;
  grete = (await addWith(db, 'Grete', [{ ...governor, unitId: '42' }], after)).actor;
  gunnar = (await addWith(db, 'Gunnar', [{ ...governor, unitId: '50' }], after)).actor;
});
beforeEach(() => db.owner.query('truncate promise, promise_event, report cascade'));
afterAll(() => db.close());

describe('what was planned in an answer', () => {
  it('becomes a promise with a day when the round settles, and not before', async () => {
    await answer(earlierRound.id, planned('2025-03'), '2024-02-01');
    await settle(day('2024-06-30'));
    expect(await promises()).toEqual([]);
    await settle(between);
    await settle(between);
    expect(await promises()).toMatchObject([
      { duty: 'web_info', state: 'open', dueOn: '2025-03-31', roundId: earlierRound.id, answerVersion: 1 }
    ]);
    expect(await steps()).toEqual([['make', earlierRound.id]]);
    expect(await audited(db, town)).toContain('promise_made');
  });

  it.each([
    ['kept when the next answer is yes', said('yes'), 'kept', '2025-03-31', 'keep'],
    ['broken when the next answer is no and its day has passed', said('no'), 'broken', '2025-03-31', 'break'],
    ['renewed when it is planned for later', planned('2025-12'), 'renewed', '2025-12-31', 'renew'],
    ['broken when it is planned for the same month again', planned('2025-03'), 'broken', '2025-03-31', 'break']
  ])('is %s', async (_, answers, state, dueOn, event) => {
    await answer(earlierRound.id, planned('2025-03'), '2024-02-01');
    await settle(between);
    await answer(round.id, answers, '2025-01-15');
    await settle(after);
    await settle(after);
    expect(await promises()).toMatchObject([{ state, dueOn }]);
    expect(await steps()).toEqual([
      [event, round.id],
      ['make', earlierRound.id]
    ]);
  });

  it('is read in order when all rounds are found at once, and what a person has decided since stands', async () => {
    await answer(earlierRound.id, planned('2024-03'), '2024-02-01');
    await answer(round.id, planned('2025-12'), '2025-01-15');
    await settle(after);
    expect(await promises()).toMatchObject([{ state: 'renewed', dueOn: '2025-12-31' }]);
    await change('withdraw');
    await settle(after);
    expect(await promises()).toMatchObject([{ state: 'withdrawn' }]);
    await change('reopen');
    expect(await promises()).toMatchObject([{ state: 'open' }]);
  });

  it('is due a year after the round when no month was told', async () => {
    await answer(round.id, said('planned'), '2025-01-15');
    await settle(after);
    expect(await promises()).toMatchObject([{ dueOn: '2026-03-01' }]);
  });

  it('says nothing of what was promised in a talk after the answer', async () => {
    await answer(round.id, said('no'), '2025-01-15');
    await db.transaction(grete, (tx) => addByHand(tx));
    await settle(day('2027-01-01'));
    expect(await promises()).toMatchObject([{ state: 'open', roundId: null, owner: 'leder for helse' }]);
  });
});

const addByHand = (tx: Parameters<typeof addPromise>[0]) =>
  addPromise(
    tx,
    town,
    { duty: 'web_info', text: '', owner: 'leder for helse', dueOn: '2025-12-31', teller, source: null },
    after
  );

describe('a promise from a talk', () => {
  it('is for those who follow the municipality up, and the municipality sees its own', async () => {
    await db.transaction(grete, addByHand);
    const ragnhild = await addAdviser(db, 'Ragnhild', 'sor');
    for (const actor of [grete, ragnhild, respondentOf(town)]) expect((await promises(actor)).length).toBe(1);
    for (const actor of [gunnar, respondentOf('4201'), { kind: 'public' } as const])
      expect(await promises(actor)).toEqual([]);
    await expect(db.transaction(gunnar, addByHand)).rejects.toMatchObject({ status: 404 });
  });

  it('is kept, and taken back, with each step and its row in the audit', async () => {
    await db.transaction(grete, addByHand);
    await change('keep');
    await change('reopen');
    expect(await steps()).toEqual([
      ['reopen', 'Grete'],
      ['keep', 'Grete'],
      ['make', 'Grete']
    ]);
    expect((await audited(db, town)).slice(-3)).toEqual(['promise_made', 'promise_kept', 'promise_reopened']);
    await expect(change('break')).rejects.toMatchObject({ status: 409 });
  });

  it('stands once for each duty', async () => {
    await db.transaction(grete, addByHand);
    await expect(db.transaction(grete, addByHand)).rejects.toMatchObject({ status: 409 });
  });
});

it('the store finds the duty of a question as the rules do', async () => {
  const keys = [
    'web_info',
    'web_month',
    'written_routine',
    'sor_skriftlig_rutine',
    'x_samarbeidsavtale',
    'kontaktpunkt_2'
  ];
  const { rows } = await db.owner.query<{ duty: string | null }>(
    `select duty_of(key) as duty from unnest($1::text[]) with ordinality as asked (key, place) order by place`,
    [keys]
  );
  expect(rows.map(({ duty }) => duty)).toEqual(keys.map(dutyOf));
});
