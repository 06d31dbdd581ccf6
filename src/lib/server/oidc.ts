import * as client from 'openid-client';
import type { IdentityProvider } from './identity-provider.ts';
import { readIdentity, type Identity } from './oidc-claims.ts';
import { refusalOf, unavailabilityOf } from './oidc-refusal.ts';
import { Problem } from './problem.ts';

/** What is kept while someone is away at the provider; each is used for one sign-in. */
export type Attempt = { state: string; nonce: string; codeVerifier: string };

type Discovered = { configuration: Promise<client.Configuration>; until: number };

const hoursKept = 24;
const timeoutSeconds = 10;

/** Sign-in with OpenID Connect: the code flow with PKCE, state and nonce. All calls to providers go through one `fetch`. */
export class Oidc {
  readonly #fetch: typeof fetch;
  readonly #clock: () => Date;
  readonly #discovered = new Map<string, Discovered>();

  constructor(fetch: typeof globalThis.fetch, clock: () => Date) {
    this.#fetch = fetch;
    this.#clock = clock;
  }

  /** The address to send the browser to, and what must be kept until it comes back. */
  async beginSignIn(provider: IdentityProvider, redirectUri: string): Promise<{ url: URL; attempt: Attempt }> {
    const configuration = await this.#discover(provider);
    const attempt = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier: client.randomPKCECodeVerifier()
    };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: provider.scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(attempt.codeVerifier),
      code_challenge_method: 'S256',
      ...(provider.acrValues.length > 0 && { acr_values: provider.acrValues.join(' ') }),
      ...authorizationDetails(provider)
    });
    return { url, attempt };
  }

  /** Who came back, or a Problem. `redirectUri` is the one that was sent, whatever address a proxy makes of it. */
  async finishSignIn(
    provider: IdentityProvider,
    callbackUrl: URL,
    redirectUri: string,
    attempt: Attempt
  ): Promise<Identity> {
    const configuration = await this.#discover(provider);
    const returned = new URL(redirectUri);
    returned.search = callbackUrl.search;
    const tokens = await client
      .authorizationCodeGrant(configuration, returned, {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.codeVerifier,
        idTokenExpected: true
      })
      .catch((error: unknown) => {
        throw refusalOf(error);
      });
    return readIdentity(provider, tokens.claims() ?? {}, tokens.id_token ?? '');
  }

  /** Where the browser is sent to end the session at the provider too; null for a provider without such a place. */
  async signOutUrl(provider: IdentityProvider, idToken: string, postLogoutRedirectUri: string): Promise<URL | null> {
    const configuration = await this.#discover(provider);
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return client.buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: postLogoutRedirectUri
    });
  }

  /** The origin of the place where sessions end at the provider; null while it is not known. */
  async signOutOrigin(provider: IdentityProvider): Promise<string | null> {
    const configuration = await this.#discover(provider).catch(() => null);
    const endpoint = configuration?.serverMetadata().end_session_endpoint;
    return endpoint ? new URL(endpoint).origin : null;
  }

  /** Asked for once a day; a failure is not kept. */
  #discover(provider: IdentityProvider): Promise<client.Configuration> {
    const now = this.#clock().getTime();
    const known = this.#discovered.get(provider.id);
    if (known && known.until > now) return known.configuration;
    const configuration = this.#askForConfiguration(provider);
    this.#discovered.set(provider.id, { configuration, until: now + hoursKept * 3_600_000 });
    return configuration;
  }

  async #askForConfiguration({ id, issuer, clientId, clientSecret }: IdentityProvider): Promise<client.Configuration> {
    // Without the first the library trusts the connection and leaves the signature of the token unread.
    const execute = [client.enableNonRepudiationChecks];
    if (issuer.startsWith('http:')) execute.push(client.allowInsecureRequests);
    try {
      return await client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
        [client.customFetch]: (url, options) => this.#call(id, url, options),
        timeout: timeoutSeconds,
        execute
      });
    } catch (error) {
      this.#discovered.delete(id);
      throw unavailabilityOf(error, id);
    }
  }

  async #call(providerId: string, url: string, options: client.CustomFetchOptions): Promise<Response> {
    const response = await this.#fetch(url, options as RequestInit).catch((error: unknown) => {
      throw Problem.providerUnavailable(providerId, reasonOf(error));
    });
    if (response.status < 500) return response;
    await response.body?.cancel();
    throw Problem.providerUnavailable(providerId, Object.assign(new Error('server error'), { code: response.status }));
  }
}

/** `fetch` says only that it failed; why stands in its cause. */
function reasonOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

function authorizationDetails({ representation }: IdentityProvider): Record<string, string> {
  if (!representation) return {};
  const { type, resource, organizationForm } = representation;
  const detail = { type, resource, representation_is_required: true, organizationform: organizationForm };
  return { authorization_details: JSON.stringify([detail]) };
}
