import type { User } from '#lib/domain/access.ts';
import type { Tx } from './db.ts';
import { readUser } from './person.ts';
import { isHeld, readSession, scopeOf, type Session } from './session.ts';

export type Identified = { user: User; session: Session | null };

/** Who holds a session token: the person with the grants that hold now, or the public when it has ended. */
export async function identify(tx: Tx, token: string, now: Date): Promise<Identified> {
  const session = await readSession(tx, token, now);
  const user = session && (await readUser(tx, session.personId, scopeOf(session), now));
  return user ? { user, session } : { user: { kind: 'public' }, session: null };
}

/** The same for a session that was found before: looking again does not use it, so that it may idle out. */
export async function identifyAgain(tx: Tx, session: Session, now: Date): Promise<Identified> {
  const isHolding = await isHeld(tx, session.id, now);
  const user = isHolding ? await readUser(tx, session.personId, scopeOf(session), now) : null;
  return user ? { user, session } : { user: { kind: 'public' }, session: null };
}
