import type { Grant } from '#lib/domain/access.ts';
import { chainOf } from '#lib/domain/unit.ts';
import type { Tx } from './db.ts';
import { giveGrant, listGrants, withdrawGrant, type StoredGrant } from './grant.ts';
import { hasAccount } from './identity.ts';
import { makeInvitation } from './invitation.ts';
import { queueMessage } from './message.ts';
import { admitPerson, findPerson } from './person.ts';

export type Newcomer = { name: string; email: string };
/** A letter about what was given; the token is that of an invitation, null for who has an account already. */
export type Letter = (about: { token: string | null; grants: readonly GivenGrant[] }) => {
  subject: string;
  body: string;
};
export type GivenGrant = Grant & { until: Date | null };
/** Who has been given something; why not, as a word. */
export type Admitted = { personId: string; name: string } | 'self' | 'same';

type Giver = { by: string | null; letter: Letter };

/** Gives a role to someone, known or not, and sends them an invitation; `self` when it is the giver's own address. */
export async function admit(
  tx: Tx,
  newcomer: Newcomer,
  grant: GivenGrant,
  giver: Giver & { now: Date }
): Promise<Admitted> {
  const { by, now } = giver;
  const personId = await admitPerson(tx, newcomer, now);
  if (personId === by) return 'self';
  await giveGrant(tx, { ...grant, personId, by }, now);
  return tellAdmitted(tx, personId, [grant], giver);
}

/**
 * Gives someone else what a person holds and the actor may give, ends it for the person, and invites the other: all or
 * nothing. What came by representation is not passed on. `same` when it is the person's own address.
 */
export async function replace(
  tx: Tx,
  replacedId: string,
  newcomer: Newcomer,
  giver: Giver & { now: Date }
): Promise<Admitted> {
  const { by, now } = giver;
  const personId = await admitPerson(tx, newcomer, now);
  if (personId === by) return 'self';
  if (personId === replacedId) return 'same';
  const held = (await listGrants(tx, replacedId)).filter((grant) => holds(grant, now));
  await passOn(tx, held, { to: personId, by }, now);
  return tellAdmitted(tx, personId, held.filter(isGiven), giver);
}

/** Gives grants to another and ends them for who held them. */
export async function passOn(
  tx: Tx,
  held: readonly StoredGrant[],
  { to, by }: { to: string; by: string | null },
  now: Date
): Promise<void> {
  const known = (await listGrants(tx, to)).filter((grant) => holds(grant, now));
  for (const grant of held) {
    const { personId, role, unitType, unitId, until } = grant;
    const own = known.find((one) => isSame(one, grant));
    const lastsAsLong = own !== undefined && (own.until === null || (until !== null && own.until >= until));
    if (isGiven(grant) && !lastsAsLong) {
      await giveGrant(tx, { role, unitType, unitId, until, personId: to, by }, now);
    }
    await withdrawGrant(tx, personId, grant, now);
  }
}

/** Writes to someone about what they were given, with a new invitation unless they have an account. */
export async function tellAdmitted(
  tx: Tx,
  personId: string,
  grants: readonly GivenGrant[],
  { by, letter, now }: Giver & { now: Date }
): Promise<{ personId: string; name: string }> {
  const person = await findPerson(tx, personId);
  if (!person) throw new Error('nobody was admitted: ' + personId);
  const [first] = grants;
  if (!first || person.email === null) return { personId, name: person.name };
  const invited = { personId, by, chain: chainOf(first) };
  const token = (await hasAccount(tx, personId)) ? null : await makeInvitation(tx, invited, now);
  await queueMessage(tx, { recipient: person.email, ...letter({ token, grants }) }, now);
  return { personId, name: person.name };
}

/** Whether a grant holds at a moment. */
export function holds({ until }: Pick<StoredGrant, 'until'>, now: Date): boolean {
  return until === null || until > now;
}

function isGiven({ source }: StoredGrant): boolean {
  return source === 'given';
}

function isSame(one: Grant, other: Grant): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ role, unitType, unitId }: Grant): string {
  return `${role} ${unitType} ${unitId}`;
}
