import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits for a link or a session; only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The form in which a token is stored and looked up. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * The token of a municipality's link to a round: the same in every reminder, made again from the secret when needed.
 * Handing over to someone else begins a new edition, and the link of the one before stops.
 */
export function answerToken(secret: string, roundId: string, municipalityNo: string, edition = 0): string {
  const content = ['answer', roundId, municipalityNo, ...(edition > 0 ? [edition] : [])].join(':');
  return createHmac('sha256', secret).update(content).digest('base64url');
}

/** The token of a colleague's own link to an answer, by the id of the invitation. */
export function helperToken(secret: string, id: string): string {
  return createHmac('sha256', secret).update(`helper:${id}`).digest('base64url');
}
