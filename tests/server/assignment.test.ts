import { afterAll, beforeAll, expect, it } from 'vitest';
import { findAssignment, findByLink, listAssignments } from '#lib/server/assignment.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { answerToken, tokenHash } from '#lib/server/token.ts';
import { addAdviser, openRounds, respondentOf, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };

let db: Store;
let adviser: Actor;
let stranger: Actor;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
  stranger = await addAdviser(db, 'Vidar', 'vest');
});

afterAll(() => db.close());

const list = (actor: Actor) => db.transaction(actor, (tx) => listAssignments(tx, round.id));
const count = async (actor: Actor) => (await list(actor)).length;

it('a round expects the 25 municipalities of Agder, each once', async () => {
  const numbers = (await list(system)).map(({ municipalityNo }) => municipalityNo);
  expect(numbers).toHaveLength(25);
  expect(new Set(numbers).size).toBe(25);
});

it('the adviser of the region sees all of them, another region’s adviser and the public none', async () => {
  expect(await count(adviser)).toBe(25);
  expect(await count(stranger)).toBe(0);
  expect(await count({ kind: 'public' })).toBe(0);
});

it('a municipality sees itself only', async () => {
  const vennesla = respondentOf('4223');
  expect((await list(vennesla)).map(({ municipalityNo }) => municipalityNo)).toEqual(['4223']);
  expect(await db.transaction(vennesla, (tx) => findAssignment(tx, round.id, '4201'))).toBeNull();
});

it('a link opens its municipality and round, and a changed link nothing', async () => {
  const token = 'the link of Vennesla';
  await db.owner.query(`update assignment set link_hash = $1 where municipality_no = '4223'`, [tokenHash(token)]);
  const find = (text: string) => db.transaction(system, (tx) => findByLink(tx, text));
  expect(await find(token)).toMatchObject({ municipalityNo: '4223', roundId: round.id });
  expect(await find(token + 'x')).toBeNull();
  expect(await find('')).toBeNull();
});

it('a link is the same in every reminder, and another for each municipality, round and secret', () => {
  const secret = 'a secret';
  expect(answerToken(secret, 'a', '4223')).toBe(answerToken(secret, 'a', '4223'));
  const others = [answerToken(secret, 'a', '4201'), answerToken(secret, 'b', '4223'), answerToken('x', 'a', '4223')];
  expect(new Set([answerToken(secret, 'a', '4223'), ...others]).size).toBe(4);
});
