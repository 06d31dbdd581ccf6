import type { JWK } from 'jose';
import { z } from 'zod';
import { askJson } from './answer.ts';
import { CarrierFailure } from './carrier.ts';

const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const grantSeconds = 60;
const timeoutMs = 15_000;
/** A token is not used in its last half minute, so that it lasts as long as the request it is for. */
const marginMs = 30_000;

export type MaskinportenSettings = { issuer: string; clientId: string; keyId: string; privateKey: JWK };
/** What a token is for. With a consumer it is on behalf of the municipality with that organisation number. */
export type Access = { scope: string; consumerOrg?: string | undefined };

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
type Token = { value: string; until: number };

/** Who gives tokens. */
export type Tokens = Pick<Maskinporten, 'token'>;

/** Tokens from Maskinporten, each kept until shortly before it ends. `jti` makes every grant another. */
export class Maskinporten {
  readonly #settings: MaskinportenSettings;
  readonly #fetch: typeof fetch;
  readonly #clock: () => Date;
  readonly #tokens = new Map<string, Promise<Token>>();

  constructor(settings: MaskinportenSettings, fetch: typeof globalThis.fetch, clock: () => Date) {
    this.#settings = settings;
    this.#fetch = fetch;
    this.#clock = clock;
  }

  /** Throws a `CarrierFailure`: without a token nothing has been sent, so it is never in doubt. */
  async token(access: Access): Promise<string> {
    const key = `${access.scope} ${access.consumerOrg ?? ''}`;
    const kept = await this.#tokens.get(key)?.catch(() => undefined);
    if (kept && kept.until > this.#clock().getTime()) return kept.value;
    const asked = this.#ask(access);
    this.#tokens.set(key, asked);
    return (await asked).value;
  }

  async #ask(access: Access): Promise<Token> {
    const body = new URLSearchParams({ grant_type: grantType, assertion: await this.#grant(access) });
    const url = new URL('token', this.#settings.issuer).href;
    try {
      const init = { method: 'POST', body };
      const token = await askJson(this.#fetch, { url, init, timeoutMs }, tokenSchema);
      return { value: token.access_token, until: this.#clock().getTime() + token.expires_in * 1000 - marginMs };
    } catch (error) {
      const code = error instanceof CarrierFailure ? error.code : 'bug';
      throw new CarrierFailure('unavailable', `token-${code}`, error);
    }
  }

  async #grant({ scope, consumerOrg }: Access): Promise<string> {
    const { issuer, clientId, keyId, privateKey } = this.#settings;
    const { importJWK, SignJWT } = await import('jose'); // a start that sends nothing loads nothing
    const now = Math.floor(this.#clock().getTime() / 1000);
    return new SignJWT({ scope, ...(consumerOrg !== undefined && { consumer_org: consumerOrg }) })
      .setProtectedHeader({ alg: 'RS256', kid: keyId })
      .setIssuer(clientId)
      .setAudience(issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + grantSeconds)
      .setJti(crypto.randomUUID())
      .sign(await importJWK(privateKey, 'RS256'));
  }
}
