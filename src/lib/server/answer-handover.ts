import type { AnswerAddress } from '#lib/domain/answer-address.ts';
import type { Contact } from '#lib/domain/contact.ts';
import { replaceContact, type Assignment } from './assignment.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { giveGrant, withdrawGrant } from './grant.ts';
import { hasAccount } from './identity.ts';
import { makeInvitation } from './invitation.ts';
import { queueMessage } from './message.ts';
import { admitPerson } from './person.ts';

type Letter = { subject: string; body: string };

/** A municipality's answer that someone gets or shares. */
export type Handover = AnswerAddress & {
  contact: Contact;
  /** Who does it by having signed in, null for the holder of a link. */
  by: string | null;
  /** The letter to the new contact, with the tokens of the link and of the invitation it brings; null for none. */
  letter: (tokens: { link: string; invitation: string | null }) => Letter;
  at: Date;
};

/**
 * Makes someone else the contact of a municipality in a round: the new one is written to, the one before is told, and the
 * link of the one before stops. `leaving` is the person whose grant to answer ends with it. Null when the round does not
 * expect the municipality, `self` when the new contact is the one who hands over.
 */
export async function handOver(
  tx: Tx,
  handover: Handover & { farewell: Letter; secret: string },
  leaving: string | null
): Promise<Assignment | 'self' | null> {
  const { contact, roundId, municipalityNo, at } = handover;
  const about = { roundId, municipalityNo, kind: 'handover' } as const;
  const given = await giveAnswering(tx, handover);
  if (given === 'self') return 'self';
  const replaced = await replaceContact(tx, handover, contact, handover);
  if (!replaced) return null;
  const { token, before } = replaced;
  await queueMessage(tx, { ...handover.letter({ link: token, ...given }), recipient: contact.email, about }, at);
  if (before.contactEmail !== null && before.contactEmail.toLowerCase() !== contact.email.toLowerCase()) {
    await queueMessage(tx, { ...handover.farewell, recipient: before.contactEmail, about }, at);
  }
  if (leaving !== null) await withdrawGrant(tx, leaving, grantOf(municipalityNo), at);
  return before;
}

/**
 * Lets a colleague answer too: by the link there is, and with a grant when the one who shares has signed in. False when
 * it is oneself.
 */
export async function shareAnswer(tx: Tx, handover: Handover, token: string): Promise<boolean> {
  const { roundId, municipalityNo, contact, at } = handover;
  const given = await giveAnswering(tx, handover);
  if (given === 'self') return false;
  await recordAudit(tx, {
    at,
    chain: municipalityNo,
    action: 'answer_shared',
    subject: `${roundId}/${municipalityNo}`,
    detail: {},
    change: { contact: [null, contact.email] }
  });
  const about = { roundId, municipalityNo, kind: 'handover' } as const;
  await queueMessage(tx, { ...handover.letter({ link: token, ...given }), recipient: contact.email, about }, at);
  return true;
}

async function giveAnswering(
  tx: Tx,
  { contact, municipalityNo, by, at }: Handover
): Promise<{ invitation: string | null } | 'self'> {
  if (by === null) return { invitation: null };
  const personId = await admitPerson(tx, contact, at);
  if (personId === by) return 'self';
  await giveGrant(tx, { ...grantOf(municipalityNo), personId, by }, at);
  const isKnown = await hasAccount(tx, personId);
  return { invitation: isKnown ? null : await makeInvitation(tx, { personId, by, chain: municipalityNo }, at) };
}

function grantOf(municipalityNo: string) {
  return { role: 'respondent', unitType: 'municipality', unitId: municipalityNo } as const;
}
