import { isToAnswer } from '#lib/domain/access.ts';
import { chainOf } from '#lib/domain/unit.ts';
import { holds, passOn, tellAdmitted, type GivenGrant, type Letter, type Newcomer } from './admission.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { listGrants, withdrawGrant, type StoredGrant } from './grant.ts';
import { findInvitation, refuseInvitation, type Invitation } from './invitation.ts';
import { queueMessage } from './message.ts';
import { admitPerson } from './person.ts';

/** What someone who is invited says instead of accepting, with the letters that tell of it. */
export type Refusal = {
  /** It is the wrong person altogether, so what was given ends at once. */
  isWrongPerson: boolean;
  successor: Newcomer | null;
  toSuccessor: Letter;
  toGiver: (about: Refused) => { subject: string; body: string };
};
/** What came of a refusal: what moved to the successor, and what was withdrawn or stays for the giver to decide. */
export type Refused = { personId: string; moved: GivenGrant[]; withdrawn: GivenGrant[]; kept: GivenGrant[] };

/**
 * Declines an invitation. What is only to answer moves to the successor; of the rest the giver is told, and it ends at
 * once for the wrong person. Nobody hands over to themselves or to the one who invited them: `same`, `giver`. Null when
 * the invitation cannot be used. For system actors.
 */
export async function declineInvitation(
  tx: Tx,
  token: string,
  refusal: Refusal,
  now: Date
): Promise<Refused | 'same' | 'giver' | null> {
  const invitation = await findInvitation(tx, token, now);
  if (!invitation?.isUsable) return null;
  const { personId, giverId } = invitation;
  const successorId = refusal.successor && (await admitPerson(tx, refusal.successor, now));
  if (successorId === personId) return 'same';
  if (successorId !== null && successorId === giverId) return 'giver';
  return refuse(tx, { token, invitation, refusal, successorId }, now);
}

type Refusing = { token: string; invitation: Invitation; refusal: Refusal; successorId: string | null };

async function refuse(tx: Tx, refusing: Refusing, now: Date): Promise<Refused> {
  const { refusal, successorId } = refusing;
  const { personId } = refusing.invitation;
  const held = (await listGrants(tx, personId)).filter((one) => holds(one, now) && one.source === 'given');
  const moved = successorId === null ? [] : held.filter(isToAnswer);
  const rest = held.filter((one) => !moved.includes(one));
  const refused = { personId, moved, ...(refusal.isWrongPerson ? ending(rest) : staying(rest)) };
  await settle(tx, refusing, refused, now);
  if (successorId !== null) await handOver(tx, moved, successorId, now);
  for (const one of refused.withdrawn) await withdrawGrant(tx, personId, one, now);
  if (successorId !== null && moved.length > 0) {
    await tellAdmitted(tx, successorId, moved, { by: personId, letter: refusal.toSuccessor, now });
  }
  return refused;
}

const ending = (rest: StoredGrant[]) => ({ withdrawn: rest, kept: [] as StoredGrant[] });
const staying = (rest: StoredGrant[]) => ({ withdrawn: [] as StoredGrant[], kept: rest });

async function handOver(tx: Tx, moved: readonly StoredGrant[], to: string, now: Date): Promise<void> {
  for (const grant of moved) {
    await passOn(tx, [grant], { to, by: grant.personId }, now);
    const detail = { from: grant.personId };
    await recordAudit(tx, { at: now, chain: chainOf(grant), action: 'handed_over', subject: to, detail });
  }
}

async function settle(tx: Tx, { token, invitation, refusal }: Refusing, refused: Refused, now: Date): Promise<void> {
  const isOpen = refused.kept.length + refused.withdrawn.length > 0;
  await refuseInvitation(tx, token, isOpen ? refusal.successor : null, now);
  const { giverEmail } = invitation;
  if (giverEmail !== null) await queueMessage(tx, { recipient: giverEmail, ...refusal.toGiver(refused) }, now);
}
