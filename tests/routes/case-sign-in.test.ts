import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { User } from '#lib/domain/access.ts';
import { caseVault } from '#lib/server/dispatch/vault.ts';
import { identify } from '#lib/server/identification.ts';
import { addLoginLink } from '#lib/server/login-link.ts';
import { loadReference } from '#lib/server/reference.ts';
import { startSession } from '#lib/server/session.ts';
import type { Store } from '#lib/server/db.ts';
import { actions as signInActions } from '../../src/routes/logg-inn/[token]/+page.server.ts';
import { at, caseRoles, masters, openCaseUnits, type CaseRole, type CaseScene } from '../support/case-units.ts';
import { system } from '../support/people.ts';
import { openTestDb } from '../support/test-db.ts';

type Handler = (event: never) => Promise<unknown>;
type Page = { load?: Handler; actions?: Record<string, Handler>; GET?: Handler; POST?: Handler };
type Asked = { name: string; route: string; ask: Handler };

const folder = 'src/routes/saker';
const reference = loadReference('data');
let db: Store;
let scene: CaseScene;
let asked: Asked[];

beforeAll(async () => {
  db = await openTestDb();
  scene = await openCaseUnits(db);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\+(page\.server|server)\.ts$/.test(file)
  );
  const pages = files.map(async (file) => {
    const { load, actions, GET, POST } = (await import(path.resolve(folder, file))) as Page;
    const route = `/${path.join('saker', path.dirname(file))}`;
    return Object.entries({ load, GET, POST, ...actions }).flatMap(([name, ask]) =>
      ask ? [{ name, route, ask }] : []
    );
  });
  asked = (await Promise.all(pages)).flat();
});
afterAll(() => db.close());

const appOf = (isDemonstration: boolean) => ({
  ...{ db, reference, clock: () => at, caseKeys: masters, env: { isDemonstration } },
  posting: { vault: caseVault(masters, () => at), sends: () => false, localOutbox: null, svarinn: null }
});

/** Signs in by pressing the button of a link that came by mail, or was printed by the demonstration. */
async function signInByLink(role: CaseRole, isDemonstration: boolean): Promise<User> {
  const { personId } = scene.people.get(`${role} 4204`)!;
  const token = await db.transaction(system, (tx) => addLoginLink(tx, personId, at));
  let session = '';
  const event = {
    locals: { app: appOf(isDemonstration) },
    params: { token },
    cookies: { get: () => undefined, set: (_: string, value: string) => (session = value) },
    url: new URL('http://localhost/logg-inn/token'),
    request: new Request('http://localhost/logg-inn/token', { method: 'POST' }),
    getClientAddress: () => '127.0.0.1'
  };
  await expect((signInActions.default as Handler)(event as never)).rejects.toMatchObject({ status: 303 });
  return (await db.transaction(system, (tx) => identify(tx, session, at))).user;
}

async function signInByProvider(role: CaseRole): Promise<User> {
  const { personId } = scene.people.get(`${role} 4204`)!;
  const token = await db.transaction(system, (tx) => startSession(tx, personId, { method: 'oidc' }, at));
  return (await db.transaction(system, (tx) => identify(tx, token, at))).user;
}

function eventOf(user: User, { route }: Asked, isDemonstration: boolean) {
  const { municipalityNo, id } = scene.cases['4204'].tested;
  const url = new URL(`http://localhost${route}`);
  const form = new URLSearchParams({ event: 'no_show', unit: '4204', number: '1' });
  return {
    ...{ url, params: { municipality: municipalityNo, case: id, unit: '4204' } },
    locals: { app: appOf(isDemonstration), user, language: 'nb' },
    request: new Request(url, { method: 'POST', body: form }),
    setHeaders: () => undefined
  } as never;
}

const opened = [
  'load /saker',
  'load /saker/[municipality]/[case]',
  'load /saker/enhet/[unit]',
  'steg /saker/[municipality]/[case]'
];
const openedTo = (user: User, isDemonstration: boolean) =>
  Promise.all(
    asked.map(async (one) => {
      const ask = async () => one.ask(eventOf(user, one, isDemonstration));
      const answer = await ask().then(
        () => 'open',
        (error: { status?: number }) => (error.status === 404 ? 'not found' : error)
      );
      return { name: `${one.name} ${one.route}`, answer };
    })
  );

describe('the cases of a unit', () => {
  it('are all that is asked for here', () => {
    const names = asked.map(({ name, route }) => `${name} ${route}`);
    expect(names).toEqual(
      expect.arrayContaining([...opened, 'load /saker/ny', 'melding /saker/[municipality]/[case]'])
    );
  });

  it.each(caseRoles)('are never opened by a link that came by mail, to the %s', async (role) => {
    const answers = await openedTo(await signInByLink(role, false), false);
    expect(answers.filter(({ answer }) => answer !== 'not found')).toEqual([]);
  });

  it.each(caseRoles)('are opened by the printed link of the demonstration, to the %s', async (role) => {
    const answers = await openedTo(await signInByLink(role, true), true);
    expect(answers.filter(({ answer }) => answer === 'open').map(({ name }) => name)).toEqual(
      expect.arrayContaining(opened)
    );
  });

  it.each(caseRoles)('are opened by a provider, to the %s', async (role) => {
    const answers = await openedTo(await signInByProvider(role), false);
    expect(answers.filter(({ answer }) => answer === 'open').map(({ name }) => name)).toEqual(
      expect.arrayContaining(opened)
    );
  });
});
