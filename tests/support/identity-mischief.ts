import { decodeJwt, decodeProtectedHeader, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

type Detail = { resource?: string; authorized_parties?: { orgno: { ID: string } }[] };
type Claims = JWTPayload & { authorization_details?: Detail[] };
/** Undefined leaves a claim out. */
type Change = Record<string, unknown>;

const inThePast = () => Math.floor(Date.now() / 1000) - 3600;

const changes = {
  'wrong-nonce': () => ({ nonce: 'another nonce' }),
  'no-nonce': () => ({ nonce: undefined }),
  'wrong-audience': () => ({ aud: 'another-client' }),
  'wrong-issuer': () => ({ iss: 'https://another.example.no' }),
  expired: () => ({ iat: inThePast() - 60, exp: inThePast() }),
  'low-acr': () => ({ acr: 'low' }),
  'no-acr': () => ({ acr: undefined }),
  'no-representation': () => ({ authorization_details: undefined }),
  'foreign-resource': (claims) => withDetails(claims, { resource: 'urn:altinn:resource:another' }),
  'wrong-check-digit': (claims) => withDetails(claims, { authorized_parties: [{ orgno: { ID: '0192:820852983' } }] })
} satisfies Record<string, (claims: Claims) => Change>;

/** How a provider can misbehave in what it says about someone, in the key it signs with, or by failing. */
export type Mischief = keyof typeof changes | 'bad-signature' | 'token-error';

/** The id_token of a provider that misbehaves, signed again. */
export async function tamperWith(idToken: string, mischief: Mischief, key: CryptoKey): Promise<string> {
  const claims: Claims = decodeJwt(idToken);
  const changed = mischief in changes ? changes[mischief as keyof typeof changes](claims) : {};
  const { alg = 'RS256', ...header } = decodeProtectedHeader(idToken);
  return new SignJWT({ ...claims, ...changed }).setProtectedHeader({ ...header, alg }).sign(key);
}

function withDetails({ authorization_details = [] }: Claims, change: Detail): Change {
  return { authorization_details: authorization_details.map((detail) => ({ ...detail, ...change })) };
}
