import type { Scope } from '#lib/domain/access.ts';
import type { Tx } from './db.ts';
import { addLoginLink } from './login-link.ts';
import { queueMessage } from './message.ts';
import { findPersonByEmail, hasGrants } from './person.ts';
import { takeFromLimits } from './rate-limit.ts';

type Asking = {
  email: string;
  /** Who asks, as `clientOf` gives it. */
  client: string;
  secret: string;
  now: Date;
  /** What a session by mail opens. */
  scope: Scope;
  /** The mail, with a link, or without one to whom a link would open nothing. */
  write: (token: string | null) => { subject: string; body: string };
};

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Queues a mail to whoever has the address: with a sign-in link if that opens something, else with what to do instead. An
 * address that nobody has costs the same statements as the latter, which are then undone, so that neither the answer nor
 * its time tells who has access.
 */
export async function queueSignInMail(tx: Tx, asking: Asking): Promise<void> {
  const { email, client, secret, now, scope, write } = asking;
  const takings = [
    { limit: 'signInMailPerClient', subject: client },
    { limit: 'signInMailPerAddress', subject: email.toLowerCase() }
  ] as const;
  await takeFromLimits(tx, takings, { secret, now });
  const person = await findPersonByEmail(tx, email);
  const personId = person?.id ?? nobody;
  const isOpening = (await hasGrants(tx, personId, scope, now)) && person !== null;
  await tx.query('savepoint sign_in_mail');
  const token = await addLoginLink(tx, personId, now);
  await tx.query(isOpening ? 'release savepoint sign_in_mail' : 'rollback to savepoint sign_in_mail');
  await tx.query('savepoint sign_in_mail');
  await queueMessage(tx, { recipient: person?.email ?? email, ...write(isOpening ? token : null) }, now);
  await tx.query(person ? 'release savepoint sign_in_mail' : 'rollback to savepoint sign_in_mail');
}
