import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { keepAttempt, takeAttempt, type SignInAttempt } from '#lib/server/sign-in-attempt.ts';
import { newToken } from '#lib/server/token.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const at = new Date('2024-03-01T09:00:00Z');
const minutesLater = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const secret = 'a secret of at least 32 characters';
const attempt: SignInAttempt = {
  provider: 'ansattporten',
  state: 'a state',
  nonce: 'a nonce',
  codeVerifier: 'a verifier',
  returnPath: '/runder?side=2',
  invitation: null
};

let db: Store;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const keep = (given: Partial<SignInAttempt> = {}, now = at) =>
  db.transaction(system, (tx) => keepAttempt(tx, { ...attempt, ...given }, { secret, now }));
const take = (token: string, now: Date) => db.transaction(system, (tx) => takeAttempt(tx, token, { secret, now }));
const count = async () => (await db.owner.query(`select state from sign_in_attempt`)).rows.length;

describe('an attempt to sign in', () => {
  it('is given back as it was kept, once', async () => {
    const token = await keep({ invitation: 'an invitation' });
    expect(await take(token, minutesLater(9))).toEqual({ ...attempt, invitation: 'an invitation' });
    expect(await take(token, minutesLater(9))).toBeNull();
  });

  it('is given to one of two who take it at the same moment', async () => {
    const token = await keep();
    const taken = await Promise.all([take(token, at), take(token, at), take(token, at)]);
    expect(taken.filter((one) => one !== null)).toEqual([attempt]);
  });

  it('holds for 10 minutes, and is gone when it was taken too late', async () => {
    const token = await keep();
    expect(await take(token, minutesLater(10))).toBeNull();
    expect(await take(token, minutesLater(1))).toBeNull();
  });

  it('is removed when it has run out and another begins', async () => {
    await keep();
    await keep({}, minutesLater(60));
    expect(await count()).toBe(1);
  });

  it('is kept under a hash of its token', async () => {
    const token = await keep();
    const { rows } = await db.owner.query(`select sign_in_attempt::text as row from sign_in_attempt`);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('holds no invitation that can be read, and is nothing with another secret', async () => {
    const invitation = newToken();
    const token = await keep({ invitation });
    const { rows } = await db.owner.query(`select sign_in_attempt::text as row from sign_in_attempt`);
    expect(JSON.stringify(rows)).not.toContain(invitation);
    const another = { secret: 'another secret of 32 characters..', now: at };
    expect(await db.transaction(system, (tx) => takeAttempt(tx, token, another))).toBeNull();
  });

  it.each(['https://evil.example.no', '//evil.example.no', '/\\evil.example.no', 'runder', ''])(
    'never leads to %s afterwards',
    async (returnPath) => {
      await expect(keep({ returnPath })).rejects.toMatchObject({ code: 'rule-broken' });
    }
  );

  it('may lead to the first page', async () => {
    expect(await take(await keep({ returnPath: '/' }), at)).toMatchObject({ returnPath: '/' });
  });

  it.each<Actor>([
    { kind: 'public' },
    { kind: 'person', personId: '00000000-0000-4000-8000-000000000000' },
    { kind: 'respondent', roundId: 'sor-2024', municipalityNo: '4204' }
  ])('is neither kept nor taken by %o', async (actor) => {
    const token = await keep();
    expect(await db.transaction(actor, (tx) => takeAttempt(tx, token, { secret, now: at }))).toBeNull();
    await expect(db.transaction(actor, (tx) => keepAttempt(tx, attempt, { secret, now: at }))).rejects.toMatchObject({
      code: 'not-found'
    });
    expect(await take(token, at)).toEqual(attempt);
  });
});
