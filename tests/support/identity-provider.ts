import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { decodeJwt, exportJWK, generateKeyPair } from 'jose';
import type Provider from 'oidc-provider';
import type { Account as FoundAccount, Configuration } from 'oidc-provider';
import { accounts, pid, type Account, type Organisation } from './identity-accounts.ts';
import { tamperWith, type Mischief } from './identity-mischief.ts';
import { messagePage, signInPage, signOutPage } from './identity-pages.ts';

const clientId = 'regionspeil';
const clientSecret = 'a secret between the two of them';
export const resource = 'urn:altinn:resource:rer-sor';
const detailTypes = ['ansattporten:altinn:resource', 'ansattporten:altinn:service', 'ansattporten:orgno'];

/** A provider that listens on this machine and behaves as Ansattporten does, until it is told not to. */
export type TestIdentityProvider = {
  issuer: string;
  /** How it misbehaves in the sign-ins that follow; null is not at all. */
  mischief: Mischief | null;
  /** What it calls the sessions it has told of, the newest last. */
  sids: string[];
  /** One provider as it stands in OIDC_PROVIDERS. */
  settings: (overrides?: Record<string, unknown>) => Record<string, unknown>;
  /** Tells an address that a session is over, as a browser does when someone signs out elsewhere. */
  signOutFrontChannel: (address: string, sid: string) => Promise<Response>;
  close: () => Promise<void>;
};

type Context = Parameters<Parameters<Provider['use']>[0]>[0];
type Keys = Record<'own' | 'foreign', Awaited<ReturnType<typeof generateKeyPair>>>;

/** Starts a provider on a free port. Any address on localhost may be come back to, so that any test server can use it. */
export async function startIdentityProvider(): Promise<TestIdentityProvider> {
  let listener: RequestListener = (_, response) => response.end();
  const server = createServer((request, response) => listener(request, response));
  const port = await listen(server);
  const issuer = `http://127.0.0.1:${port}`;

  const keys = { own: await newKeyPair(), foreign: await newKeyPair() };
  const provider = await openProvider(issuer, await configure(keys.own, port));
  const started: TestIdentityProvider = {
    issuer,
    mischief: null,
    sids: [],
    settings: (overrides = {}) => ({
      ...{ id: 'ansattporten', kind: 'ansattporten', name: 'Ansattporten', issuer, clientId, clientSecret },
      representation: { resource, role: 'respondent', organizationForm: 'enterprise' },
      ...overrides
    }),
    signOutFrontChannel: (address, sid) => fetch(`${address}?${new URLSearchParams({ iss: issuer, sid })}`),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  };
  provider.use((ctx, next) => noteSession(started, ctx, next));
  provider.use((ctx, next) => interact(provider, ctx, next));
  provider.use((ctx, next) => misbehave(started, keys, ctx, next));
  const answer = provider.callback();
  listener = (request, response) => void answer(request, response);
  return started;
}

async function listen(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port: ' + address);
  return address.port;
}

const newKeyPair = () => generateKeyPair('RS256', { extractable: true });

let library: Promise<typeof import('oidc-provider')> | undefined;

async function loadLibrary() {
  const unmute = muteWarnings();
  return import('oidc-provider').finally(unmute);
}

/** The library warns on the console of Node 20 and of its store in memory: both are meant here. */
function muteWarnings(): () => void {
  const { warn } = console;
  console.warn = () => undefined;
  return () => {
    console.warn = warn;
  };
}

async function openProvider(issuer: string, configuration: Configuration): Promise<Provider> {
  const { Provider } = await (library ??= loadLibrary());
  const unmute = muteWarnings();
  const provider = new Provider(issuer, configuration);
  unmute();
  const isLocal = (uri: string) => ['localhost', '127.0.0.1'].includes(new URL(uri).hostname);
  Object.assign(provider.Client.prototype, {
    redirectUriAllowed: isLocal,
    postLogoutRedirectUriAllowed: isLocal,
    includeSid: () => true
  });
  return provider;
}

async function configure({ privateKey }: Keys['own'], port: number): Promise<Configuration> {
  const cookieNames = { interaction: 'interaction', resume: 'resume', session: 'provider_session' };
  return {
    acrValues: ['substantial', 'high'],
    claims: {
      openid: ['sub', 'sid', 'acr', 'pid', 'authorization_details'],
      profile: ['name', 'given_name', 'family_name']
    },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: ['http://localhost/'],
        post_logout_redirect_uris: ['http://localhost/'],
        authorization_details_types: detailTypes
      }
    ],
    conformIdTokenClaims: false,
    cookies: {
      keys: [randomUUID()],
      names: Object.fromEntries(Object.entries(cookieNames).map(([name, value]) => [name, `${value}_${port}`]))
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:representation',
        getResourceServerInfo: () => ({ scope: '' })
      },
      richAuthorizationRequests: {
        enabled: true,
        types: Object.fromEntries(detailTypes.map((type) => [type, { validate: () => undefined }])),
        authorizationDetailsForGrantSource: (ctx) => ctx.oidc.entities.Grant?.rar,
        authorizationDetailsForAccessToken: (_ctx, _token, source) => source?.rar
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => void (ctx.body = signOutPage(form)),
        postLogoutSuccessSource: (ctx) => void (ctx.body = messagePage('Du er logget ut'))
      }
    },
    findAccount: (_ctx, username, token) => describe(username, token && 'rar' in token ? token.rar : undefined),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'own', alg: 'RS256', use: 'sig' }] },
    pkce: { required: () => true },
    renderError: (ctx, { error }) => void (ctx.body = messagePage(error)),
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 120, Interaction: 600, Session: 600 }
  };
}

function describe(username: string, details: unknown): FoundAccount | undefined {
  const account = accounts.find((known) => known.username === username);
  if (!account) return undefined;
  const { givenName, familyName } = account;
  return {
    accountId: username,
    claims: () => ({
      sub: username,
      pid,
      name: `${givenName} ${familyName}`,
      given_name: givenName,
      family_name: familyName,
      authorization_details: details
    })
  };
}

async function interact(provider: Provider, ctx: Context, next: () => Promise<void>): Promise<void> {
  if (!ctx.path.startsWith('/interaction/')) return next();
  ctx.type = 'html';
  if (ctx.method !== 'POST') return void (ctx.body = signInPage());
  const form = new URLSearchParams(await text(ctx.req));
  const account = accounts.find(({ username }) => username === form.get('username'));
  const isCancelled = form.get('action') === 'cancel';
  if (!account && !isCancelled) return void (ctx.body = signInPage('Ukjent bruker'));
  const result = account && !isCancelled ? await signIn(provider, ctx, account, form.get('organisation')) : denied;
  ctx.status = 303;
  ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false }));
}

const denied = { error: 'access_denied', error_description: 'the person did not want to' };

async function signIn(provider: Provider, ctx: Context, account: Account, number: string | null) {
  const { params } = await provider.interactionDetails(ctx.req, ctx.res);
  const grant = new provider.Grant({ accountId: account.username, clientId: String(params.client_id) });
  grant.addOIDCScope(String(params.scope));
  const organisation = account.represents.find((represented) => represented.number === number);
  if (organisation && params.authorization_details) {
    const asked = JSON.parse(String(params.authorization_details)) as { type: string; resource?: string }[];
    grant.rar = asked.map((detail) => represent(detail, organisation));
  }
  return {
    login: { accountId: account.username, acr: 'substantial', amr: ['BankID'] },
    consent: { grantId: await grant.save() }
  };
}

function represent({ type, resource }: { type: string; resource?: string }, { number, name }: Organisation) {
  const [authority, ID] = ['iso6523-actorid-upis', `0192:${number}`];
  if (type === 'ansattporten:altinn:service') {
    return { type, resource, reportees: [{ Rights: ['Read'], Authority: authority, ID, Name: name }] };
  }
  return {
    ...{ type, ...(resource && { resource, resource_name: 'Rådgivende enhet for russaker' }) },
    authorized_parties: [{ orgno: { authority, ID }, resource: resource?.split(':').at(-1), name, unit_type: 'KOMM' }]
  };
}

async function misbehave(
  { mischief }: TestIdentityProvider,
  keys: Keys,
  ctx: Context,
  next: () => Promise<void>
): Promise<void> {
  if (ctx.path !== '/token' || mischief === null) return next();
  if (mischief === 'token-error') return void (ctx.status = 500);
  await next();
  const body = ctx.body as { id_token?: string };
  if (!body.id_token) return;
  const { privateKey } = mischief === 'bad-signature' ? keys.foreign : keys.own;
  ctx.body = { ...body, id_token: await tamperWith(body.id_token, mischief, privateKey) };
}

async function noteSession({ sids }: TestIdentityProvider, ctx: Context, next: () => Promise<void>): Promise<void> {
  await next();
  const body = ctx.body as { id_token?: string } | undefined;
  if (ctx.path === '/token' && body?.id_token) sids.push(String(decodeJwt(body.id_token).sid));
}
