import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Store } from '#lib/server/db.ts';
import { Oidc } from '#lib/server/oidc.ts';
import { addPerson } from '#lib/server/person.ts';
import { startSession } from '#lib/server/session.ts';
import { actions } from '../../src/routes/logg-ut/+page.server.ts';
import { openTestDb } from '../support/test-db.ts';

const system: Actor = { kind: 'system', task: 'test' };
const at = new Date('2025-01-15T09:00:00Z');

let db: Store;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

async function signOut(token: string | undefined) {
  const headers: Record<string, string> = {};
  const app = { db, clock: () => at, secret: 'secret', providers: [], oidc: new Oidc(fetch, () => at) };
  const cookies = { get: () => token, delete: () => undefined };
  const event = {
    ...{ locals: { app, language: 'nb' }, cookies, url: new URL('https://regionspeil.example.no/logg-ut') },
    setHeaders: (given: Record<string, string>) => Object.assign(headers, given)
  };
  const answer: unknown = await Promise.resolve(actions.default?.(event as never)).catch((thrown: unknown) => thrown);
  return { answer, headers };
}

describe('signing out', () => {
  it('tells the browser to forget the pages it has kept', async () => {
    const token = await db.transaction(system, async (tx) => {
      const { id } = await addPerson(tx, { name: 'Kari', email: 'kari@example.no' }, at);
      return startSession(tx, id, { method: 'email' }, at);
    });
    expect(await signOut(token)).toMatchObject({
      answer: { status: 303, location: '/' },
      headers: { 'clear-site-data': '"cache"' }
    });
    expect((await db.owner.query('select id from session')).rows).toEqual([]);
  });

  it('does so also when there is nothing to end', async () => {
    expect((await signOut(undefined)).headers).toEqual({ 'clear-site-data': '"cache"' });
  });
});
