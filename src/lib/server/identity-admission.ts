import type { SignInRefusal } from '#lib/domain/sign-in-refusal.ts';
import type { Tx } from './db.ts';
import { representOnly } from './grant.ts';
import { bindIdentity, useIdentity } from './identity.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { acceptInvitation, findInvitation } from './invitation.ts';
import type { Identity } from './oidc-claims.ts';
import { addRepresentative } from './person.ts';
import { sessionEnd } from './session.ts';

/** Someone a provider vouches for, and what they came with. */
export type Arrival = {
  provider: IdentityProvider;
  identity: Identity;
  invitation: string | null;
  /** Municipality number by organisation number. */
  organisations: ReadonlyMap<string, string>;
};

export type Admission = { personId: string } | { refused: SignInRefusal };

/**
 * Finds the person an identity is, or makes the connection that an invitation or a representation gives right to, and lets
 * them represent the organisation chosen now and no other. What is refused has changed nothing.
 */
export async function admitIdentity(tx: Tx, arrival: Arrival, now: Date): Promise<Admission> {
  const municipalityNo = municipalityOf(arrival);
  if (municipalityNo === undefined) return { refused: 'unknown-organisation' };
  const { issuer, subject } = arrival.identity;
  const known = await useIdentity(tx, issuer, subject, now);
  const admission = known === null ? await admitNew(tx, arrival, now) : await admitKnown(tx, known, arrival, now);
  if ('personId' in admission) await represent(tx, admission.personId, { ...arrival, municipalityNo }, now);
  return admission;
}

/** The municipality someone acts for; null when that was not asked, undefined when we do not know the organisation. */
function municipalityOf({ identity, organisations }: Arrival): string | null | undefined {
  return identity.organisation && organisations.get(identity.organisation.number);
}

async function admitNew(tx: Tx, { identity, invitation }: Arrival, now: Date): Promise<Admission> {
  const { issuer, subject, organisation } = identity;
  if (invitation === null && organisation === null) return { refused: 'no-access' };
  const personId =
    invitation === null
      ? await addRepresentative(tx, identity.name ?? organisation?.name ?? issuer, now)
      : await acceptInvitation(tx, invitation, now);
  if (personId === null) return { refused: 'invitation-unusable' };
  await bindIdentity(tx, { issuer, subject, personId }, now);
  return { personId };
}

/** Whoever is known already uses an invitation of their own up, and leaves one that has been used. */
async function admitKnown(tx: Tx, personId: string, { invitation }: Arrival, now: Date): Promise<Admission> {
  const found = invitation === null ? null : await findInvitation(tx, invitation, now);
  if (invitation === null || !found?.isUsable) return { personId };
  if (found.personId !== personId) return { refused: 'identity-taken' };
  await acceptInvitation(tx, invitation, now);
  return { personId };
}

async function represent(
  tx: Tx,
  personId: string,
  { provider, municipalityNo }: Arrival & { municipalityNo: string | null },
  now: Date
): Promise<void> {
  if (!provider.representation || municipalityNo === null) return representOnly(tx, personId, null, now);
  const { role } = provider.representation;
  const unitType = role === 'case_officer' ? 'advisory_unit' : 'municipality';
  await representOnly(tx, personId, { role, unitType, unitId: municipalityNo, until: sessionEnd(now) }, now);
}
