import type { App } from './app.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { Problem } from './problem.ts';
import { unseal } from './sealing.ts';
import { endSession, endSessionsOfProvider, readProviderSession } from './session.ts';

/** Where a session may go on after it has ended here; `url` is null while the provider cannot be reached. */
export type Elsewhere = { provider: IdentityProvider; url: string | null };

const system = { kind: 'system', task: 'session' } as const;

/** Ends the session of a token, and tells where it should be ended too; null when that is nowhere. */
export async function signOut(app: App, token: string): Promise<Elsewhere | null> {
  const kept = await app.db.transaction(system, async (tx) => {
    const session = await readProviderSession(tx, token);
    await endSession(tx, token, app.clock());
    return session;
  });
  const provider = app.providers.find(({ id }) => id === kept?.provider);
  const idToken = kept && unseal(app.secret, 'id-token', kept.sealedIdToken);
  if (!provider || idToken === null) return null;
  try {
    const url = await app.oidc.signOutUrl(provider, idToken, `${app.origin}/`);
    return url && { provider, url: url.href };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    app.log.error({ provider: provider.id, code: error.code }, 'sign-out at the provider failed');
    return { provider, url: null };
  }
}

/** Ends the sessions that a provider says are over. One provider ends none of another's. */
export async function endAtProvider(app: App, { issuer }: IdentityProvider, told: URLSearchParams): Promise<void> {
  const [iss, sid] = [told.get('iss'), told.get('sid')];
  if (!iss || !sid || withoutSlash(iss) !== withoutSlash(issuer)) return;
  await app.db.transaction(system, (tx) => endSessionsOfProvider(tx, iss, sid, app.clock()));
}

/** The origins that may show our sign-out in a frame: those the provider is known by. */
export async function framingOrigins({ oidc }: Pick<App, 'oidc'>, provider: IdentityProvider): Promise<string[]> {
  const endpoint = await oidc.signOutOrigin(provider);
  const named = provider.hosts.map((host) => `https://${host}`);
  return [...new Set([new URL(provider.issuer).origin, ...named, ...(endpoint === null ? [] : [endpoint])])];
}

function withoutSlash(issuer: string): string {
  return issuer.replace(/\/$/, '');
}
