import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#lib/server/app.ts';
import type { Store } from '#lib/server/db.ts';
import { readEnvironment } from '#lib/server/env.ts';
import { giveGrant } from '#lib/server/grant.ts';
import { bindIdentity } from '#lib/server/identity.ts';
import type { IdentityProvider } from '#lib/server/identity-provider.ts';
import { Oidc } from '#lib/server/oidc.ts';
import { addPerson } from '#lib/server/person.ts';
import { beginAtProvider, finishAtProvider, providerNamed, type Outcome } from '#lib/server/provider-sign-in.ts';
import { endAtProvider, framingOrigins, signOut } from '#lib/server/provider-sign-out.ts';
import { loadReference } from '#lib/server/reference.ts';
import { readSession, sessionEnd, startSession } from '#lib/server/session.ts';
import { tokenHash } from '#lib/server/token.ts';
import { arendal, kristiansand, pid } from '../support/identity-accounts.ts';
import { startIdentityProvider, type TestIdentityProvider } from '../support/identity-provider.ts';
import { openTestDb } from '../support/test-db.ts';
import { Visitor } from '../support/visitor.ts';

const system = { kind: 'system', task: 'test' } as const;
const secret = 'a secret of at least 32 characters';
const at = new Date();
const logged: string[] = [];

let test: TestIdentityProvider;
let db: Store;
let app: App;
let forMunicipalities: IdentityProvider;
let forUnits: IdentityProvider;
let forStaff: IdentityProvider;
let adviser: string;

beforeAll(async () => {
  [test, db] = await Promise.all([startIdentityProvider(), openTestDb()]);
  const { resource } = test.settings().representation as { resource: string };
  const settings = [
    test.settings(),
    test.settings({ id: 'enheter', representation: { resource, role: 'case_officer' } }),
    test.settings({ id: 'kommunen', kind: 'standard', name: 'Kommunen', representation: undefined })
  ];
  const env = readEnvironment({ OIDC_PROVIDERS: JSON.stringify(settings) });
  const providers = env.OIDC_PROVIDERS ?? [];
  const clock = () => at;
  app = {
    ...{ env, db: db.from('192.0.2.7'), clock, secret, providers, origin: 'http://localhost:3000' },
    oidc: new Oidc(fetch, clock),
    reference: loadReference('data'),
    log: pino({ level: 'info' }, { write: (line: string) => logged.push(line) })
  } as unknown as App; // the rest of it plays no part in signing in
  [forMunicipalities, forUnits, forStaff] = ['ansattporten', 'enheter', 'kommunen'].map((id) =>
    providerNamed(app, id)
  ) as [IdentityProvider, IdentityProvider, IdentityProvider];
  adviser = await add('Ragnhild', 'adviser');
  const subject = 'ragnhild';
  await db.transaction(system, (tx) => bindIdentity(tx, { issuer: test.issuer, subject, personId: adviser }, at));
});
afterAll(() => Promise.all([test.close(), db.close()]));
beforeEach(async () => {
  logged.length = 0;
  await db.owner.query(`delete from identity where subject <> 'ragnhild'`);
  await db.owner.query('delete from invitation');
  await db.owner.query(`delete from role_grant where source = 'representation'`);
  await db.owner.query('delete from session');
});
afterEach(() => {
  test.mischief = null;
});

async function add(name: string, role: 'adviser' | 'governor'): Promise<string> {
  return db.transaction(system, async (tx) => {
    const { id } = await addPerson(tx, { name, email: `${name.toLowerCase()}@example.no` }, at);
    const unit =
      role === 'adviser' ? { unitType: 'korus_region', unitId: 'sor' } : { unitType: 'county', unitId: '42' };
    await giveGrant(tx, { personId: id, role, ...unit } as Parameters<typeof giveGrant>[1], at);
    return id;
  });
}

async function invite(personId: string): Promise<string> {
  const token = `invitation of ${personId}`;
  await db.owner.query(
    `insert into invitation (token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4)`,
    [tokenHash(token), personId, at, sessionEnd(at)]
  );
  return token;
}

type Choice = Parameters<Visitor['signIn']>[1];
type Course = { invitation?: string; session?: string; returnTo?: IdentityProvider; attempt?: string };

/** Someone who goes to a provider and comes back. */
async function signIn(provider: IdentityProvider, choice: Choice, course: Course = {}): Promise<Outcome> {
  const begun = await beginAtProvider(app, provider, { returnPath: '/svar', invitation: course.invitation ?? null });
  if ('refused' in begun) return begun;
  const url = await new Visitor().signIn(new URL(begun.url), choice);
  const back = { url, session: course.session, address: '192.0.2.7', device: 'Firefox' };
  return finishAtProvider(app, course.returnTo ?? provider, { ...back, attempt: course.attempt ?? begun.token });
}

const refusal = (outcome: Outcome) => ('refused' in outcome ? outcome.refused.code : 'let in');
const sessions = async () =>
  (await db.owner.query('select method, provider, organisation, acr, sid from session')).rows;
const grantsHeld = async () =>
  (
    await db.owner.query<{ held: string }>(
      `select role || ' ' || unit_id as held from role_grant
      where source = 'representation' and valid_until > $1 order by held`,
      [at]
    )
  ).rows.map(({ held }) => held);
const audited = async (action: string) =>
  (
    await db.owner.query<{ chain: string; origin: string; subject: string; detail: unknown }>(
      `select chain, origin, subject, detail from audit where action = $1 order by sequence`,
      [action]
    )
  ).rows;

describe('who is let in', () => {
  it('a known identity is its person, with a session that tells how', async () => {
    const outcome = await signIn(forStaff, { username: 'ragnhild' });
    expect(outcome).toMatchObject({ user: { personId: adviser, scope: 'everything' }, returnPath: '/svar' });
    expect(await sessions()).toMatchObject([{ method: 'oidc', provider: 'kommunen', acr: 'substantial' }]);
    const [row] = (await audited('session_started')).slice(-1);
    expect(row).toMatchObject({ chain: 'system', origin: '192.0.2.7', subject: adviser });
    expect(row?.detail).toMatchObject({ provider: 'kommunen', acr: 'substantial', sid: expect.any(String) as string });
  });

  it('an unknown one that represents a municipality becomes a person, once, and answers for it', async () => {
    const kari = { username: 'kari', organisation: kristiansand.number };
    const first = await signIn(forMunicipalities, kari);
    expect(first).toMatchObject({ user: { name: 'Kari Kommune', grants: [{ role: 'respondent', unitId: '4204' }] } });
    const second = await signIn(forMunicipalities, kari);
    expect('user' in second && second.user).toEqual('user' in first && first.user);
    expect((await sessions())[0]).toMatchObject({ organisation: kristiansand.number });
  });

  it('whoever chooses another organisation answers for that one and no longer for the first', async () => {
    await signIn(forMunicipalities, { username: 'anders', organisation: kristiansand.number });
    expect(await grantsHeld()).toEqual(['respondent 4204']);
    await signIn(forMunicipalities, { username: 'anders', organisation: arendal.number });
    expect(await grantsHeld()).toEqual(['respondent 4203']);
  });

  it('a case officer by representation is one of the unit that the municipality hosts', async () => {
    const outcome = await signIn(forUnits, { username: 'anders', organisation: arendal.number });
    expect(outcome).toMatchObject({
      user: { grants: [{ role: 'case_officer', unitType: 'advisory_unit', unitId: '4203' }] }
    });
  });

  it('an unknown one with an invitation is the person who was invited, and needs it once', async () => {
    const governor = await add('Gunnar', 'governor');
    const invitation = await invite(governor);
    expect(await signIn(forStaff, { username: 'nora' }, { invitation })).toMatchObject({
      user: { personId: governor }
    });
    expect(await signIn(forStaff, { username: 'nora' })).toMatchObject({ user: { personId: governor } });
    expect(refusal(await signIn(forStaff, { username: 'kari' }, { invitation }))).toBe('invitation-unusable');
  });

  it('the session of before is ended by the new one', async () => {
    const old = await db.transaction(system, (tx) => startSession(tx, adviser, { method: 'email' }, at));
    const outcome = await signIn(forStaff, { username: 'ragnhild' }, { session: old });
    expect(await db.transaction(system, (tx) => readSession(tx, old, at))).toBeNull();
    expect('token' in outcome && outcome.token).not.toBe(old);
    expect(await sessions()).toHaveLength(1);
  });
});

describe('who is refused', () => {
  it('an unknown identity without an invitation or a representation', async () => {
    expect(refusal(await signIn(forStaff, { username: 'nora' }))).toBe('no-access');
  });

  it('an organisation that is no municipality of ours, and it is named', async () => {
    const known = app.reference;
    app.reference = { ...known, organisations: new Map() };
    const outcome = await signIn(forMunicipalities, { username: 'kari', organisation: kristiansand.number });
    app.reference = known;
    expect(outcome).toMatchObject({ refused: { code: 'unknown-organisation', organisation: kristiansand } });
  });

  it('a known identity with an invitation of somebody else, which stays usable', async () => {
    const governor = await add('Grete', 'governor');
    const invitation = await invite(governor);
    expect(refusal(await signIn(forStaff, { username: 'ragnhild' }, { invitation }))).toBe('identity-taken');
    expect(await signIn(forStaff, { username: 'nora' }, { invitation })).toMatchObject({
      user: { personId: governor }
    });
  });

  it('whoever cancels, and keeps what trying again needs', async () => {
    const outcome = await signIn(forStaff, { username: 'nora', action: 'cancel' }, { invitation: 'kept' });
    expect(outcome).toEqual({
      refused: { code: 'sign-in-cancelled', organisation: null, returnPath: '/svar', invitation: 'kept' }
    });
  });

  it.each([
    ['low-acr', 'acr-too-low'],
    ['no-representation', 'no-representation'],
    ['bad-signature', 'sign-in-refused'],
    ['wrong-nonce', 'sign-in-refused'],
    ['token-error', 'provider-unavailable']
  ] as const)('%s at the provider gives %s', async (mischief, code) => {
    test.mischief = mischief;
    expect(refusal(await signIn(forMunicipalities, { username: 'kari', organisation: kristiansand.number }))).toBe(
      code
    );
  });

  it('an answer that comes back at the address of another provider, or without an attempt', async () => {
    expect(refusal(await signIn(forStaff, { username: 'ragnhild' }, { returnTo: forMunicipalities }))).toBe(
      'no-attempt'
    );
    expect(refusal(await signIn(forStaff, { username: 'ragnhild' }, { attempt: 'unknown' }))).toBe('no-attempt');
  });

  it('has no session, and is audited without saying who it was', async () => {
    await signIn(forStaff, { username: 'nora' });
    expect(await sessions()).toEqual([]);
    expect((await audited('sign_in_refused')).at(-1)).toEqual({
      ...{ chain: 'system', origin: '192.0.2.7', subject: 'kommunen', detail: { result: 'no-access' } }
    });
  });
});

describe('afterwards', () => {
  it('the store and the log hold no national identity number and no token', async () => {
    await signIn(forMunicipalities, { username: 'kari', organisation: kristiansand.number });
    test.mischief = 'low-acr';
    await signIn(forMunicipalities, { username: 'kari', organisation: kristiansand.number });
    const { rows } = await db.owner.query<{ kept: Buffer; audit: string }>(
      `select (select sealed_id_token from session) as kept, (select string_agg(to_jsonb(audit)::text, '') from audit) as audit`
    );
    const everything = [rows[0]?.kept.toString('latin1'), rows[0]?.audit, ...logged].join('\n');
    expect(everything).not.toContain(pid);
    expect(everything).not.toMatch(/eyJ[\w-]{20,}|Kari Kommune/);
    expect(logged.join('')).toContain('acr-too-low');
  });

  it('signing out ends the session and leads to the provider with its token', async () => {
    const outcome = await signIn(forStaff, { username: 'ragnhild' });
    const token = 'token' in outcome ? outcome.token : '';
    const elsewhere = await signOut(app, token);
    expect(await db.transaction(system, (tx) => readSession(tx, token, at))).toBeNull();
    const url = new URL(elsewhere?.url ?? '');
    expect(url.origin).toBe(test.issuer);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost:3000/');
    expect(await new Visitor().signOut(url)).toEqual(new URL('http://localhost:3000/'));
    expect(await signOut(app, token)).toBeNull();
  });

  it('a session by e-mail is ended here only, and so is one that was sealed with another secret', async () => {
    const byMail = await db.transaction(system, (tx) => startSession(tx, adviser, { method: 'email' }, at));
    expect(await signOut(app, byMail)).toBeNull();
    const outcome = await signIn(forStaff, { username: 'ragnhild' });
    expect(await signOut({ ...app, secret: 'another' }, 'token' in outcome ? outcome.token : '')).toBeNull();
    expect(await sessions()).toEqual([]);
  });

  it('a provider ends its own sessions by their name, and no others', async () => {
    await signIn(forStaff, { username: 'ragnhild' });
    const [{ sid }] = (await sessions()) as [{ sid: string }];
    const tell = (given: Record<string, string>) => endAtProvider(app, forStaff, new URLSearchParams(given));
    await tell({ iss: 'https://another.example.no', sid });
    await tell({ iss: test.issuer, sid: 'another' });
    await tell({ sid });
    await tell({ iss: test.issuer });
    expect(await sessions()).toHaveLength(1);
    await tell({ iss: test.issuer, sid });
    expect(await sessions()).toEqual([]);
    expect(await framingOrigins(app, { ...forStaff, hosts: ['login.example.no'] })).toEqual([
      test.issuer,
      'https://login.example.no'
    ]);
  });
});
