import type { Tx } from './db.ts';
import { addLoginLink } from './login-link.ts';
import { queueMessage } from './message.ts';
import { findPersonByEmail } from './person.ts';
import { takeFromLimits } from './rate-limit.ts';

type Asking = {
  email: string;
  /** Who asks, as `clientOf` gives it. */
  client: string;
  secret: string;
  now: Date;
  write: (token: string) => { subject: string; body: string };
};

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Queues a mail with a sign-in link to whoever has the address. An address that nobody has costs the same statements,
 * which are then undone, so that neither the answer nor its time tells who has access.
 */
export async function queueSignInMail(tx: Tx, { email, client, secret, now, write }: Asking): Promise<void> {
  const takings = [
    { limit: 'signInMailPerClient', subject: client },
    { limit: 'signInMailPerAddress', subject: email.toLowerCase() }
  ] as const;
  await takeFromLimits(tx, takings, { secret, now });
  const person = await findPersonByEmail(tx, email);
  await tx.query('savepoint sign_in_mail');
  const token = await addLoginLink(tx, person?.id ?? nobody, now);
  await queueMessage(tx, { recipient: person?.email ?? email, ...write(token) }, now);
  await tx.query(person ? 'release savepoint sign_in_mail' : 'rollback to savepoint sign_in_mail');
}
