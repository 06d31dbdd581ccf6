import type { User } from '#lib/domain/access.ts';
import { isSignInRefusal, type SignInRefusal } from '#lib/domain/sign-in-refusal.ts';
import type { App } from './app.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { identify } from './identification.ts';
import { admitIdentity } from './identity-admission.ts';
import type { IdentityProvider } from './identity-provider.ts';
import type { Identity } from './oidc-claims.ts';
import { Problem } from './problem.ts';
import type { RefusedSignIn } from './refused-sign-in.ts';
import { seal } from './sealing.ts';
import { endSession, startSession } from './session.ts';
import { keepAttempt, takeAttempt, type SignInAttempt } from './sign-in-attempt.ts';

type Wish = Pick<SignInAttempt, 'returnPath' | 'invitation'>;

/** A browser that comes back from a provider: what is in its cookies and where it is. */
export type Return = {
  url: URL;
  attempt: string | undefined;
  /** The token of the session it has now, which a new one replaces. */
  session: string | undefined;
  address: string;
  device: string | null;
};

export type Outcome = { token: string; user: User; returnPath: string | null } | { refused: RefusedSignIn };

const system = { kind: 'system', task: 'sign_in' } as const;

/** The provider with this name in addresses; there is no page for any other. */
export function providerNamed({ providers }: Pick<App, 'providers'>, id: string): IdentityProvider {
  const provider = providers.find((one) => one.id === id);
  if (!provider) throw Problem.notFound();
  return provider;
}

/** One address to come back to for each provider, so that none can pass off its answer as another's. */
function redirectUri({ origin }: Pick<App, 'origin'>, { id }: IdentityProvider): string {
  return `${origin}/logg-inn/leverandor/${id}/retur`;
}

/** Where to send the browser, and the token for its cookie; or that the provider cannot be reached. */
export async function beginAtProvider(
  app: App,
  provider: IdentityProvider,
  wish: Wish
): Promise<{ url: string; token: string } | { refused: RefusedSignIn }> {
  try {
    const { url, attempt } = await app.oidc.beginSignIn(provider, redirectUri(app, provider));
    const kept = { ...attempt, ...wish, provider: provider.id };
    const token = await app.db.transaction(system, (tx) => keepAttempt(tx, kept, keepingOf(app)));
    return { url: url.href, token };
  } catch (error) {
    return { refused: await refuse(app, provider, { code: refusalOf(error), organisation: null, ...wish }, error) };
  }
}

/** Lets whoever came back in with a new session, or tells why not. An attempt is used once, whatever comes of it. */
export async function finishAtProvider(app: App, provider: IdentityProvider, back: Return): Promise<Outcome> {
  const attempt = await takeOwnAttempt(app, provider, back);
  const { returnPath = null, invitation = null } = attempt ?? {};
  const refused = { organisation: null, returnPath, invitation };
  if (!attempt) return { refused: await refuse(app, provider, { ...refused, code: 'no-attempt' }) };
  try {
    const identity = await app.oidc.finishSignIn(provider, back.url, redirectUri(app, provider), attempt);
    const started = await app.db.transaction(system, (tx) => start(tx, app, { provider, identity, invitation, back }));
    if ('token' in started) return { ...started, returnPath };
    const { organisation } = identity;
    return { refused: await refuse(app, provider, { ...refused, organisation, code: started.refused }) };
  } catch (error) {
    return { refused: await refuse(app, provider, { ...refused, code: refusalOf(error) }, error) };
  }
}

async function takeOwnAttempt(app: App, provider: IdentityProvider, { attempt }: Return) {
  if (!attempt) return null;
  const taken = await app.db.transaction(system, (tx) => takeAttempt(tx, attempt, keepingOf(app)));
  return taken?.provider === provider.id ? taken : null;
}

function keepingOf({ secret, clock }: App) {
  return { secret, now: clock() };
}

type Arriving = { provider: IdentityProvider; identity: Identity; invitation: string | null; back: Return };

async function start(
  tx: Tx,
  { clock, secret, reference }: App,
  { provider, identity, invitation, back }: Arriving
): Promise<{ token: string; user: User } | { refused: SignInRefusal }> {
  const now = clock();
  const { organisations } = reference;
  const admission = await admitIdentity(tx, { provider, identity, invitation, organisations }, now);
  if ('refused' in admission) return admission;
  if (back.session) await endSession(tx, back.session, now);
  const { issuer, sid, acr, organisation, idToken } = identity;
  const token = await startSession(
    tx,
    admission.personId,
    {
      ...{ method: 'oidc', provider: provider.id, issuer, sid, acr, organisation: organisation?.number ?? null },
      ...{ address: back.address, device: back.device, sealedIdToken: seal(secret, 'id-token', idToken) }
    },
    now
  );
  return { token, user: (await identify(tx, token, now)).user };
}

/** Notes a refusal without saying who it was. One that no attempt stands behind is logged only: anyone can make those. */
async function refuse(
  { db, log, clock }: App,
  { id }: IdentityProvider,
  refused: RefusedSignIn,
  error?: unknown
): Promise<RefusedSignIn> {
  const { code } = refused;
  const cause = error instanceof Problem && error.cause instanceof Error ? error.cause : undefined;
  log[code === 'provider-unavailable' ? 'error' : 'info'](
    { provider: id, code, cause: cause && 'code' in cause ? cause.code : undefined },
    'sign-in refused'
  );
  if (code === 'no-attempt') return refused;
  const [at, detail] = [clock(), { result: code }];
  await db.transaction(system, (tx) =>
    recordAudit(tx, { at, chain: 'system', action: 'sign_in_refused', subject: id, detail })
  );
  return refused;
}

function refusalOf(error: unknown): SignInRefusal {
  if (error instanceof Problem && isSignInRefusal(error.code)) return error.code;
  throw error;
}
