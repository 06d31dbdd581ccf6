import { randomUUID } from 'node:crypto';
import type { Scope } from '#lib/domain/access.ts';
import type { SessionTimes } from '#lib/domain/session-notice.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { newToken, tokenHash } from './token.ts';

/** A session ends after 30 minutes without use and after two hours at the latest (Ansattporten's limits). */
export const idleMinutes = 30;
export const longestMinutes = 120;

/** How someone signed in, and from where; the sign-in of an OpenID provider brings what its sign-out needs. */
export type SignIn = {
  method: 'email' | 'oidc' | 'demonstration';
  address?: string | null;
  device?: string | null;
  provider?: string | null;
  issuer?: string | null;
  sid?: string | null;
  acr?: string | null;
  organisation?: string | null;
  sealedIdToken?: Buffer | null;
};

/** A session that holds. `endsAt` is the latest end, `idlesOutAt` the end if it is not used again. */
export type Session = {
  id: string;
  personId: string;
  method: SignIn['method'];
  provider: string | null;
  createdAt: Date;
  seenAt: Date;
  endsAt: Date;
  idlesOutAt: Date;
  address: string | null;
  device: string | null;
};

type StoredSession = Omit<Session, 'idlesOutAt'>;

const unknown = {
  ...{ address: null, device: null, provider: null, issuer: null },
  ...{ sid: null, acr: null, organisation: null, sealedIdToken: null }
};
const longestDevice = 200;
const columns = `
  id,
  person_id as "personId",
  method,
  provider,
  created_at as "createdAt",
  seen_at as "seenAt",
  expires_at as "endsAt",
  address,
  device`;

/** When a session ends, as the screens take it, and the time now. */
export function readingOf({ endsAt, idlesOutAt }: Session, now: Date): SessionTimes & { readAt: number } {
  return { readAt: now.getTime(), endsAt: endsAt.getTime(), idlesOutAt: idlesOutAt.getTime() };
}

/** What a session opens: whoever signed in by e-mail only answers. */
export function scopeOf({ method }: Pick<Session, 'method'>): Scope {
  return method === 'email' ? 'answers' : 'everything';
}

/** What signing in with a link by mail is: in the demonstration the outbox is open to all, and links open everything. */
export function mailMethod({ isDemonstration }: { isDemonstration: boolean }): 'email' | 'demonstration' {
  return isDemonstration ? 'demonstration' : 'email';
}

/** When a session that starts now ends at the latest. */
export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + longestMinutes * 60_000);
}

/** Starts a session; the token goes in the cookie, its hash in the store. Those that have run out are removed. */
export async function startSession(tx: Tx, personId: string, signIn: SignIn, now: Date): Promise<string> {
  const token = newToken();
  const { method, provider, issuer, sid, acr, organisation, sealedIdToken, address, device } = {
    ...unknown,
    ...signIn
  };
  await tx.query(`delete from session where expires_at <= $1`, [now]);
  await tx.query(
    `insert into session (token_hash, id, person_id, method, provider, issuer, sid, acr, organisation, sealed_id_token,
      address, device, created_at, seen_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14)`,
    [
      tokenHash(token),
      randomUUID(),
      personId,
      method,
      provider,
      issuer,
      sid,
      acr,
      organisation,
      sealedIdToken,
      address,
      device?.slice(0, longestDevice) ?? null,
      now,
      sessionEnd(now)
    ]
  );
  await tx.query(`update person set signed_in_at = $2 where id = $1`, [personId, now]);
  const detail = { method, provider, acr, organisation, sid };
  await recordAudit(tx, { at: now, chain: 'system', action: 'session_started', subject: personId, detail });
  return token;
}

/** The session of a token that still holds, or null; being seen keeps it from idling out. */
export async function readSession(tx: Tx, token: string, now: Date): Promise<Session | null> {
  const [session] = await tx.query<StoredSession>(
    `select ${columns} from session where token_hash = $1 and seen_at > $2 and expires_at > $3`,
    [tokenHash(token), idleSince(now), now]
  );
  if (!session) return null;
  if (now.getTime() - session.seenAt.getTime() > 60_000) {
    await tx.query(`update session set seen_at = $2 where token_hash = $1`, [tokenHash(token), now]);
    return withIdleEnd({ ...session, seenAt: now });
  }
  return withIdleEnd(session);
}

/** Whether a session still holds, without using it. */
export async function isHeld(tx: Tx, id: string, now: Date): Promise<boolean> {
  const held = await tx.query(`select id from session where id = $1 and seen_at > $2 and expires_at > $3`, [
    id,
    idleSince(now),
    now
  ]);
  return held.length === 1;
}

/** The sessions of a person that still hold, the last used first. */
export async function listSessions(tx: Tx, personId: string, now: Date): Promise<Session[]> {
  const sessions = await tx.query<StoredSession>(
    `select ${columns}
    from session
    where person_id = $1 and seen_at > $2 and expires_at > $3
    order by seen_at desc, id`,
    [personId, idleSince(now), now]
  );
  return sessions.map(withIdleEnd);
}

/** What signing out at the provider needs of the session of a token: its sealed id token; null when there is none. */
export async function readProviderSession(
  tx: Tx,
  token: string
): Promise<{ provider: string; sealedIdToken: Buffer } | null> {
  const [session] = await tx.query<{ provider: string; sealedIdToken: Buffer }>(
    `select provider, sealed_id_token as "sealedIdToken"
    from session
    where token_hash = $1 and provider is not null and sealed_id_token is not null`,
    [tokenHash(token)]
  );
  return session ?? null;
}

/** Ends the session of a token; ending one that is gone does nothing. */
export async function endSession(tx: Tx, token: string, now: Date): Promise<void> {
  await recordEnded(tx, await deleteSessions(tx, `token_hash = $1`, [tokenHash(token)]), now);
}

/** Ends one session of a person by its id; false when they have none such. */
export async function endSessionById(tx: Tx, personId: string, id: string, now: Date): Promise<boolean> {
  const ended = await deleteSessions(tx, `person_id = $1 and id::text = $2`, [personId, id]);
  await recordEnded(tx, ended, now);
  return ended.length > 0;
}

/** Ends all sessions of a person, but for one that may be kept. Returns how many. */
export async function endSessionsOf(tx: Tx, personId: string, kept: string | null, now: Date): Promise<number> {
  const ended = await deleteSessions(tx, `person_id = $1 and id is distinct from $2`, [personId, kept]);
  await recordEnded(tx, ended, now);
  return ended.length;
}

/** Ends everybody's sessions, after a breach. Returns how many; for system actors, who see all. */
export async function endEverySession(tx: Tx, now: Date): Promise<number> {
  const ended = await deleteSessions(tx, `true`, []);
  await recordEnded(tx, ended, now);
  return ended.length;
}

/** Ends what a provider's front-channel sign-out names: the sessions of its `sid`. Returns how many. */
export async function endSessionsOfProvider(tx: Tx, issuer: string, sid: string, now: Date): Promise<number> {
  const ended = await deleteSessions(tx, `issuer = $1 and sid = $2`, [issuer, sid]);
  await recordEnded(tx, ended, now);
  return ended.length;
}

function deleteSessions(tx: Tx, condition: string, params: readonly unknown[]): Promise<{ personId: string }[]> {
  return tx.query(`delete from session where ${condition} returning person_id as "personId"`, params);
}

async function recordEnded(tx: Tx, ended: readonly { personId: string }[], at: Date): Promise<void> {
  for (const { personId } of ended) {
    await recordAudit(tx, { at, chain: 'system', action: 'session_ended', subject: personId, detail: {} });
  }
}

function idleSince(now: Date): Date {
  return new Date(now.getTime() - idleMinutes * 60_000);
}

function withIdleEnd(session: StoredSession): Session {
  const idlesOutAt = Math.min(session.seenAt.getTime() + idleMinutes * 60_000, session.endsAt.getTime());
  return { ...session, idlesOutAt: new Date(idlesOutAt) };
}
