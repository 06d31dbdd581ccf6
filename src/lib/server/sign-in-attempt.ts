import type { Tx } from './db.ts';
import { newToken, tokenHash } from './token.ts';

const minutesValid = 10;

/** A sign-in that has begun: at which provider, what must come back, and where to go afterwards. */
export type SignInAttempt = {
  provider: string;
  state: string;
  nonce: string;
  codeVerifier: string;
  returnPath: string | null;
  /** The token of an invitation that the person will have used when signed in. */
  invitation: string | null;
};

/**
 * Keeps an attempt for 10 minutes; its token goes in the browser's cookie. Those that have run out are removed. There is
 * no audit row: anyone can begin, and nobody is known yet.
 */
export async function keepAttempt(tx: Tx, attempt: SignInAttempt, now: Date): Promise<string> {
  const token = newToken();
  await tx.query(`delete from sign_in_attempt where expires_at <= $1`, [now]);
  await tx.query(
    `insert into sign_in_attempt
      (token_hash, provider, state, nonce, code_verifier, return_path, invitation, created_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tokenHash(token),
      attempt.provider,
      attempt.state,
      attempt.nonce,
      attempt.codeVerifier,
      attempt.returnPath,
      attempt.invitation,
      now,
      new Date(now.getTime() + minutesValid * 60_000)
    ]
  );
  return token;
}

/** Removes an attempt and returns it, once; null when it is unknown, taken or has run out. */
export async function takeAttempt(tx: Tx, token: string, now: Date): Promise<SignInAttempt | null> {
  const [taken] = await tx.query<SignInAttempt & { holds: boolean }>(
    `delete from sign_in_attempt
    where token_hash = $1
    returning provider, state, nonce, code_verifier as "codeVerifier", return_path as "returnPath", invitation,
      expires_at > $2 as holds`,
    [tokenHash(token), now]
  );
  if (!taken) return null;
  const { holds, ...attempt } = taken;
  return holds ? attempt : null;
}
