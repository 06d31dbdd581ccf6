import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { identityProvidersSchema, type IdentityProvider } from '#lib/server/identity-provider.ts';
import type { Identity } from '#lib/server/oidc-claims.ts';
import { Oidc, type Attempt } from '#lib/server/oidc.ts';
import type { Problem } from '#lib/server/problem.ts';
import { kristiansand, pid } from '../support/identity-accounts.ts';
import type { Mischief } from '../support/identity-mischief.ts';
import { resource, startIdentityProvider, type TestIdentityProvider } from '../support/identity-provider.ts';
import { Visitor } from '../support/visitor.ts';

const redirectUri = 'http://localhost:3000/logg-inn/retur';
const kari = { username: 'kari', organisation: kristiansand.number };
const at = new Date('2024-03-01T09:00:00Z');

let ansattporten: TestIdentityProvider;
let municipality: TestIdentityProvider;
let forMunicipalities: IdentityProvider;
let forStaff: IdentityProvider;

beforeAll(async () => {
  [ansattporten, municipality] = await Promise.all([startIdentityProvider(), startIdentityProvider()]);
  const plain = { kind: 'standard', representation: undefined };
  forMunicipalities = read(ansattporten.settings());
  forStaff = read(municipality.settings({ ...plain, id: 'kommunen', name: 'Kommunen' }));
});
afterEach(() => {
  ansattporten.mischief = null;
});
afterAll(() => Promise.all([ansattporten.close(), municipality.close()]));

function read(settings: Record<string, unknown>): IdentityProvider {
  const [provider] = identityProvidersSchema.parse(JSON.stringify([settings]));
  if (!provider) throw new Error('no provider');
  return provider;
}

/** A fetch that counts, and that can be made to fail. */
function watchedFetch() {
  const asked: string[] = [];
  const watched = { asked, isDown: false };
  const fetchWatched: typeof fetch = (input, init) => {
    const { pathname } = new URL(String(input));
    asked.push(pathname);
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    return watched.isDown ? Promise.reject(new TypeError('fetch failed', { cause })) : fetch(input, init);
  };
  return Object.assign(watched, { fetch: fetchWatched });
}

const newOidc = (given: typeof fetch = fetch) => new Oidc(given, () => at);

type Way = { oidc: Oidc; back: URL; attempt: Attempt };

/** Someone at the point of coming back. */
async function comeBack(provider = forMunicipalities, choice: Parameters<Visitor['signIn']>[1] = kari): Promise<Way> {
  const oidc = newOidc();
  const { url, attempt } = await oidc.beginSignIn(provider, redirectUri);
  return { oidc, attempt, back: await new Visitor().signIn(url, choice) };
}

const finish = ({ oidc, back, attempt }: Way, provider = forMunicipalities): Promise<Identity> =>
  oidc.finishSignIn(provider, back, redirectUri, attempt);

async function refusalOf(way: Way, provider = forMunicipalities): Promise<Problem> {
  const refusal = await finish(way, provider).then(
    () => new Error('let in'),
    (error: Problem) => error
  );
  expect(refusal.name).toBe('Problem');
  return refusal as Problem;
}

describe('beginning to sign in', () => {
  it('asks for a code with PKCE, state and nonce, and for the organisation', async () => {
    const { url, attempt } = await newOidc().beginSignIn(forMunicipalities, redirectUri);
    const { authorization_details, ...asked } = Object.fromEntries(url.searchParams);
    expect(url.origin).toBe(ansattporten.issuer);
    expect(asked).toEqual({
      client_id: 'regionspeil',
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: 'openid profile',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: createHash('sha256').update(attempt.codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
      acr_values: 'substantial'
    });
    expect(JSON.parse(authorization_details ?? '')).toEqual([
      {
        type: 'ansattporten:altinn:resource',
        resource,
        representation_is_required: true,
        organizationform: 'enterprise'
      }
    ]);
  });

  it('asks for no level and no organisation where none is needed', async () => {
    const { url } = await newOidc().beginSignIn(forStaff, redirectUri);
    expect([...url.searchParams.keys()]).not.toContain('acr_values');
    expect([...url.searchParams.keys()]).not.toContain('authorization_details');
  });

  it('is another attempt each time', async () => {
    const oidc = newOidc();
    const attempts = [await oidc.beginSignIn(forStaff, redirectUri), await oidc.beginSignIn(forStaff, redirectUri)];
    const values = attempts.flatMap(({ attempt }) => Object.values(attempt));
    expect(new Set(values).size).toBe(6);
  });
});

describe('coming back', () => {
  it('tells who it is, at which level and for which organisation', async () => {
    const { idToken, sid, ...identity } = await finish(await comeBack());
    expect(identity).toEqual({
      issuer: ansattporten.issuer,
      subject: 'kari',
      name: 'Kari Kommune',
      acr: 'substantial',
      organisation: kristiansand
    });
    expect(sid).toMatch(/.{20,}/);
    expect(idToken.split('.')).toHaveLength(3);
  });

  it('leaves the national identity number where it was', async () => {
    const { idToken, ...identity } = await finish(await comeBack());
    expect(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()).toContain(pid);
    expect(JSON.stringify(identity)).not.toContain(pid);
  });

  it('without an organisation is enough where none was asked for', async () => {
    const way = await comeBack(forStaff, { username: 'ragnhild' });
    expect(await finish(way, forStaff)).toMatchObject({ subject: 'ragnhild', organisation: null });
  });

  it.each(['ansattporten:altinn:service', 'ansattporten:orgno'])('tells the organisation of %s too', async (type) => {
    const asked = type === 'ansattporten:orgno' ? {} : { resource };
    const provider = read(ansattporten.settings({ representation: { type, ...asked, role: 'respondent' } }));
    expect(await finish(await comeBack(provider), provider)).toMatchObject({ organisation: kristiansand });
  });

  it('works behind a proxy that changes the address', async () => {
    const way = await comeBack();
    way.back = new URL('http://10.0.0.7:8080/elsewhere' + way.back.search);
    expect(await finish(way)).toMatchObject({ subject: 'kari' });
  });

  it('is refused without a representation', async () => {
    const refusal = await refusalOf(await comeBack(forMunicipalities, { username: 'nora' }));
    expect([refusal.status, refusal.code]).toEqual([403, 'no-representation']);
  });

  it('is refused with an organisation that the person does not act for', async () => {
    const choice = { username: 'nora', organisation: kristiansand.number };
    expect(await refusalOf(await comeBack(forMunicipalities, choice))).toMatchObject({ code: 'no-representation' });
  });

  it('after cancelling is told apart from being refused', async () => {
    const refusal = await refusalOf(await comeBack(forMunicipalities, { action: 'cancel' }));
    expect([refusal.status, refusal.code]).toEqual([403, 'sign-in-cancelled']);
  });
});

describe('a provider that misbehaves', () => {
  it.each<[Mischief, string, RegExp | null]>([
    ['wrong-nonce', 'sign-in-refused', /nonce/],
    ['no-nonce', 'sign-in-refused', /nonce/],
    ['wrong-audience', 'sign-in-refused', /audience/],
    ['wrong-issuer', 'sign-in-refused', /issuer/],
    ['expired', 'sign-in-refused', /expiration/],
    ['bad-signature', 'sign-in-refused', /signature/],
    ['low-acr', 'acr-too-low', null],
    ['no-acr', 'acr-too-low', null],
    ['no-representation', 'no-representation', null],
    ['foreign-resource', 'no-representation', null],
    ['wrong-check-digit', 'no-representation', null]
  ])('with %s is refused with %s', async (mischief, code, reason) => {
    ansattporten.mischief = mischief;
    const way = await comeBack();
    const refusal = await refusalOf(way);
    expect(refusal).toMatchObject({ status: 403, code });
    if (reason) expect((refusal.cause as Error).message).toMatch(reason);
    const told = inspect(refusal, { depth: null, showHidden: true });
    for (const secret of [
      /eyJ/,
      way.attempt.nonce,
      way.attempt.state,
      way.back.searchParams.get('code') ?? '',
      'Kari'
    ]) {
      expect(told).not.toMatch(secret);
    }
  });

  it('by failing is unavailable, and can be tried again', async () => {
    const way = await comeBack();
    ansattporten.mischief = 'token-error';
    const refusal = await refusalOf(way);
    expect(refusal).toMatchObject({ status: 503, code: 'provider-unavailable', detail: { provider: 'ansattporten' } });
    expect(refusal.cause).toMatchObject({ code: 500 });
    ansattporten.mischief = null;
    expect(await finish(way)).toMatchObject({ subject: 'kari' });
  });
});

describe('an address that is tampered with', () => {
  it.each([
    ['another state', { state: 'another' }],
    ['no state', { state: null }],
    ['another issuer', { iss: 'https://another.example.no' }],
    ['no issuer', { iss: null }],
    ['another code', { code: 'another' }],
    ['no code', { code: null }],
    ['an error', { code: null, error: 'server_error' }],
    ['a made-up cancelling', { code: null, error: 'access_denied', state: 'another' }]
  ])('with %s is refused', async (_, change) => {
    const way = await comeBack();
    for (const [name, value] of Object.entries(change)) {
      if (value === null) way.back.searchParams.delete(name);
      else way.back.searchParams.set(name, value);
    }
    expect(await refusalOf(way)).toMatchObject({ status: 403, code: 'sign-in-refused' });
  });

  it('with a code that was used is refused', async () => {
    const way = await comeBack();
    await finish(way);
    expect(await refusalOf(way)).toMatchObject({ code: 'sign-in-refused' });
  });

  it.each(['state', 'nonce', 'codeVerifier'] as const)('with the %s of another attempt is refused', async (part) => {
    const [way, other] = [await comeBack(), await comeBack()];
    way.attempt = { ...way.attempt, [part]: other.attempt[part] };
    expect(await refusalOf(way)).toMatchObject({ code: 'sign-in-refused' });
  });
});

describe('two providers', () => {
  it('at once do not disturb each other', async () => {
    const oidc = newOidc();
    const visitor = new Visitor();
    const first = await oidc.beginSignIn(forMunicipalities, redirectUri);
    const second = await oidc.beginSignIn(forStaff, redirectUri);
    const firstBack = await visitor.signIn(first.url, kari);
    const secondBack = await visitor.signIn(second.url, { username: 'ragnhild' });
    expect(await finish({ oidc, back: secondBack, attempt: second.attempt }, forStaff)).toMatchObject({
      issuer: municipality.issuer,
      subject: 'ragnhild'
    });
    expect(await finish({ oidc, back: firstBack, attempt: first.attempt })).toMatchObject({
      issuer: ansattporten.issuer,
      subject: 'kari'
    });
  });

  it('that are mixed up are refused, and the code of one never reaches the other', async () => {
    const { back } = await comeBack(forMunicipalities);
    const watched = watchedFetch();
    const oidc = newOidc(watched.fetch);
    const { attempt } = await oidc.beginSignIn(forStaff, redirectUri);
    back.searchParams.set('state', attempt.state);
    expect(await refusalOf({ oidc, back, attempt }, forStaff)).toMatchObject({ code: 'sign-in-refused' });
    expect(watched.asked).not.toContain('/token');
  });
});

describe('what is known about a provider', () => {
  const discovery = '/.well-known/openid-configuration';

  it('is asked for once in 24 hours, also by several at once', async () => {
    const watched = watchedFetch();
    let now = at;
    const oidc = new Oidc(watched.fetch, () => now);
    const begin = () => oidc.beginSignIn(forMunicipalities, redirectUri);
    await Promise.all([begin(), begin()]);
    now = new Date(at.getTime() + 24 * 3_600_000 - 1);
    await begin();
    expect(watched.asked).toEqual([discovery]);
    now = new Date(at.getTime() + 24 * 3_600_000);
    await begin();
    expect(watched.asked).toEqual([discovery, discovery]);
  });

  it('comes through the fetch that was given, as do keys and tokens', async () => {
    const watched = watchedFetch();
    const oidc = newOidc(watched.fetch);
    const { url, attempt } = await oidc.beginSignIn(forMunicipalities, redirectUri);
    await finish({ oidc, attempt, back: await new Visitor().signIn(url, kari) });
    expect(watched.asked).toEqual([discovery, '/token', '/jwks']);
  });

  it('is asked for again after the provider was out of reach', async () => {
    const watched = watchedFetch();
    const oidc = newOidc(watched.fetch);
    watched.isDown = true;
    const refused = oidc.beginSignIn(forMunicipalities, redirectUri);
    await expect(refused).rejects.toMatchObject({ status: 503, code: 'provider-unavailable' });
    await expect(refused).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    watched.isDown = false;
    expect((await oidc.beginSignIn(forMunicipalities, redirectUri)).url.origin).toBe(ansattporten.issuer);
  });

  it('must be about the issuer that is set up', async () => {
    const oidc = newOidc((_, init) => fetch(municipality.issuer + discovery, init));
    await expect(oidc.beginSignIn(forMunicipalities, redirectUri)).rejects.toMatchObject({
      code: 'provider-unavailable'
    });
  });
});

describe('signing out', () => {
  it('leads to the provider and back, and the next one there has to sign in', async () => {
    const oidc = newOidc();
    const visitor = new Visitor();
    const signIn = async (username: string) => {
      const { url, attempt } = await oidc.beginSignIn(forStaff, redirectUri);
      return finish({ oidc, attempt, back: await visitor.signIn(url, { username }) }, forStaff);
    };
    const { idToken } = await signIn('ragnhild');
    expect(await signIn('kari')).toMatchObject({ subject: 'ragnhild' });
    const out = await oidc.signOutUrl(forStaff, idToken, 'http://localhost:3000/');
    expect(out && (await visitor.signOut(out)).href).toBe('http://localhost:3000/');
    expect(await signIn('kari')).toMatchObject({ subject: 'kari' });
  });

  it('leads nowhere for a provider without such a place', async () => {
    const oidc = newOidc(async (input, init) => {
      const metadata = (await (await fetch(input, init)).json()) as Record<string, unknown>;
      return Response.json({ ...metadata, end_session_endpoint: undefined });
    });
    expect(await oidc.signOutUrl(forMunicipalities, 'a token', 'http://localhost:3000/')).toBeNull();
  });
});
