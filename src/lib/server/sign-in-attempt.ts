import type { Tx } from './db.ts';
import { seal, unseal } from './sealing.ts';
import { newToken, tokenHash } from './token.ts';

type Keeping = { secret: string; now: Date };

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
 * Keeps an attempt for 10 minutes, an invitation sealed; its token goes in the browser's cookie. Those that have run out
 * are removed. There is no audit row: anyone can begin, and nobody is known yet.
 */
export async function keepAttempt(tx: Tx, attempt: SignInAttempt, { secret, now }: Keeping): Promise<string> {
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
      attempt.invitation && seal(secret, 'invitation', attempt.invitation).toString('base64url'),
      now,
      new Date(now.getTime() + minutesValid * 60_000)
    ]
  );
  return token;
}

/** Removes an attempt and returns it, once; null when it is unknown, taken, has run out or is of another secret. */
export async function takeAttempt(tx: Tx, token: string, { secret, now }: Keeping): Promise<SignInAttempt | null> {
  const [taken] = await tx.query<SignInAttempt & { holds: boolean }>(
    `delete from sign_in_attempt
    where token_hash = $1
    returning provider, state, nonce, code_verifier as "codeVerifier", return_path as "returnPath", invitation,
      expires_at > $2 as holds`,
    [tokenHash(token), now]
  );
  if (!taken) return null;
  const { holds, invitation: sealed, ...attempt } = taken;
  const invitation = sealed && unseal(secret, 'invitation', Buffer.from(sealed, 'base64url'));
  return holds && (sealed === null || invitation !== null) ? { ...attempt, invitation } : null;
}
