import { generateKeyPairSync } from 'node:crypto';
import { importJWK, jwtVerify, type JWK } from 'jose';
import { serveLocally, type LocalServer } from './local-http.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = { ...keys.publicKey.export({ format: 'jwk' }), alg: 'RS256' } as JWK;

/** The settings of a client whose key the local Maskinporten knows. */
export const clientSettings = {
  clientId: 'regionspeil',
  keyId: 'key-1',
  privateKey: keys.privateKey.export({ format: 'jwk' }) as JWK & { kty: 'RSA'; n: string; e: string; d: string }
};

export type LocalMaskinporten = LocalServer & {
  /** The claims of every grant that was accepted. */
  grants: Record<string, unknown>[];
  answer: { status: number; json: unknown };
};

/** The token endpoint: checks signature, audience, life and `jti` of a grant as RFC 7523 and Maskinporten ask. */
export async function startMaskinporten(clock: () => Date): Promise<LocalMaskinporten> {
  const grants: Record<string, unknown>[] = [];
  const server = await serveLocally(async ({ method, path, body }) => {
    const form = new URLSearchParams(body.toString());
    if (method !== 'POST' || path !== '/token') return { status: 404, json: {} };
    if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') return { status: 400, json: {} };
    try {
      const expected = { audience: `${server.url}/`, issuer: clientSettings.clientId, currentDate: clock() };
      const checks = { ...expected, maxTokenAge: '120s', algorithms: ['RS256'] };
      const { payload, protectedHeader } = await jwtVerify(
        form.get('assertion') ?? '',
        await importJWK(publicKey, 'RS256'),
        checks
      );
      const isNew = payload.jti !== undefined && !grants.some(({ jti }) => jti === payload.jti);
      if (protectedHeader.kid !== clientSettings.keyId || !isNew) throw new Error('invalid');
      grants.push(payload);
      return local.answer;
    } catch {
      return { status: 400, json: { error: 'invalid_grant' } };
    }
  });
  const granted = { access_token: 'maskinporten-token', token_type: 'Bearer', expires_in: 119 };
  const local: LocalMaskinporten = { ...server, grants, answer: { status: 200, json: granted } };
  return local;
}
