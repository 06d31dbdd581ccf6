import type { User } from '#lib/domain/access.ts';
import type { Tx } from './db.ts';
import { readUser } from './person.ts';
import { readSession, scopeOf, type Session } from './session.ts';

export type Identified = { user: User; session: Session | null };

/** Who holds a session token: the person with the grants that hold now, or the public when it has ended. */
export async function identify(tx: Tx, token: string, now: Date): Promise<Identified> {
  const session = await readSession(tx, token, now);
  const user = session && (await readUser(tx, session.personId, scopeOf(session), now));
  return user ? { user, session } : { user: { kind: 'public' }, session: null };
}
