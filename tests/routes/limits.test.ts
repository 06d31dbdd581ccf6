import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#lib/server/app.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { identify } from '#lib/server/identification.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { limits, takeFromLimit } from '#lib/server/rate-limit.ts';
import { loadReference } from '#lib/server/reference.ts';
import { startSession } from '#lib/server/session.ts';
import { answerToken } from '#lib/server/token.ts';
import { actions as newPerson } from '../../src/routes/admin/ny/+page.server.ts';
import { actions as ofPerson } from '../../src/routes/admin/personer/[person]/+page.server.ts';
import { actions as ofMunicipality } from '../../src/routes/kartlegging/[round]/[municipality]/+page.server.ts';
import { actions as ofProvider } from '../../src/routes/logg-inn/leverandor/[provider]/+page.server.ts';
import { actions as notMe } from '../../src/routes/svar/[token]/ikke-meg/+page.server.ts';
import { addWith, administratorOf, respondentOf } from '../support/people.ts';
import { addAdviser, day, openRounds, round, secret } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

type Limit = keyof typeof limits;
type Action = (event: never) => unknown;
type Sending = { fields?: Record<string, string>; params?: Record<string, string>; by?: string };

const system: Actor = { kind: 'system', task: 'test' };
const at = day('2025-01-15');
const client = '192.0.2.7';
const kari = { name: 'Kari', email: 'kari@kommune.example' };

let db: Store;
let app: App;
let adviser: string;
let giver: string;
let managed: string;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  app = {
    ...{ db, secret, clock: () => at, origin: 'https://regionspeil.example.no' },
    reference: loadReference('data'),
    questionnaires: loadQuestionnaires('data/questionnaires'),
    providers: [{ id: 'kommunen', name: { nb: 'Kommunen', nn: 'Kommunen' } }],
    oidc: {
      beginSignIn: async () => ({
        url: new URL('https://id.example.no/'),
        attempt: { state: 'state', nonce: 'nonce', codeVerifier: 'verifier' }
      })
    }
  } as unknown as App; // the rest of it plays no part in what is limited
  const advising = await addAdviser(db, 'Ragnhild', 'sor');
  adviser = advising.kind === 'person' ? advising.personId : '';
  giver = (await addWith(db, 'Astrid', [administratorOf('sor')], at)).personId;
});
beforeEach(async () => {
  for (const table of ['rate_limit', 'message']) await db.owner.query(`delete from ${table}`);
  managed = (await addWith(db, 'Ola', [respondentOf('4204')], at)).personId;
});
afterAll(() => db.close());

async function send(action: Action | undefined, { fields = {}, params = {}, by }: Sending): Promise<unknown> {
  const user = by ? (await userOf(by)).user : { kind: 'public' };
  const url = new URL('https://regionspeil.example.no/side');
  const event = {
    ...{ locals: { app, user, language: 'nb', session: null }, params, url },
    request: new Request(url, { method: 'POST', body: new URLSearchParams(fields) }),
    cookies: { set: () => undefined },
    getClientAddress: () => client
  };
  return Promise.resolve(action?.(event as never)).catch((thrown: unknown) => thrown);
}

function userOf(personId: string) {
  return db.transaction(system, async (tx) =>
    identify(tx, await startSession(tx, personId, { method: 'demonstration' }, at), at)
  );
}

async function takeAllBut(left: number, limit: Limit, subject: string): Promise<void> {
  for (let taken = 0; taken < limits[limit].most - left; taken += 1) await takeFromLimit(app, { limit, subject });
}

const letters = async () => (await db.owner.query('select id from message')).rows.length;
const tooMany = { status: 429, code: 'too-many' };

describe('the contact of an answer', () => {
  const params = { round: round.id, municipality: '4223' };
  const replace = () => send(ofMunicipality.kontakt, { fields: kari, params, by: adviser });

  it('is replaced by an adviser as often as its limit says, and then no letter is sent', async () => {
    await takeAllBut(1, 'contactPerAssignment', `${round.id}/4223`);
    expect(await replace()).toMatchObject({ isReplaced: true });
    const sent = await letters();
    expect(await replace()).toMatchObject(tooMany);
    expect(await letters()).toBe(sent);
  });

  it.each([
    ['overfor', notMe.overfor],
    ['del', notMe.del]
  ])('has the same limit for who answers: %s', async (_, action) => {
    await takeAllBut(0, 'contactPerAssignment', `${round.id}/4204`);
    const token = answerToken(secret, round.id, '4204');
    expect(await send(action, { fields: kari, params: { token } })).toMatchObject(tooMany);
    expect(await letters()).toBe(0);
  });

  it('that is wrongly typed takes nothing', async () => {
    await send(ofMunicipality.kontakt, { fields: { name: 'Kari', email: 'kari' }, params, by: adviser });
    expect((await db.owner.query('select key from rate_limit')).rows).toEqual([]);
  });
});

describe('giving access', () => {
  const grant = { role: 'respondent', unit: '4204' };
  const ways: [string, () => Promise<unknown>][] = [
    ['ny', () => send(newPerson.default, { fields: { ...kari, ...grant }, by: giver })],
    ['gi', () => send(ofPerson.gi, { fields: grant, params: { person: managed }, by: giver })],
    ['inviter', () => send(ofPerson.inviter, { params: { person: managed }, by: giver })],
    ['erstatt', () => send(ofPerson.erstatt, { fields: kari, params: { person: managed }, by: giver })]
  ];

  it.each(ways)('by %s sends a letter, and nothing once the limit of the giver is reached', async (_, give) => {
    await takeAllBut(0, 'letterPerGiver', giver);
    expect(await give()).toMatchObject(tooMany);
    expect(await letters()).toBe(0);
    await db.owner.query('delete from rate_limit');
    await takeAllBut(1, 'letterPerGiver', giver);
    expect(await give()).not.toHaveProperty('status');
    expect(await letters()).toBe(1);
  });

  it('back again, right after it was withdrawn, sends and takes nothing', async () => {
    await takeAllBut(0, 'letterPerGiver', giver);
    const fields = { ...grant, angre: 'ja' };
    expect(await send(ofPerson.gi, { fields, params: { person: managed }, by: giver })).not.toHaveProperty('status');
    expect(await letters()).toBe(0);
  });
});

it('a sign-in at a provider is begun as often as the limit of the client says', async () => {
  const begin = () => send(ofProvider.default, { params: { provider: 'kommunen' } });
  await takeAllBut(1, 'providerSignInPerClient', client);
  expect(await begin()).toEqual({ onward: 'https://id.example.no/' });
  expect(await begin()).toMatchObject(tooMany);
  expect((await db.owner.query('select state from sign_in_attempt')).rows).toHaveLength(1);
});
