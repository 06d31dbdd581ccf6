import type { AnswerAddress } from '#lib/domain/answer-address.ts';
import type { Contact } from '#lib/domain/contact.ts';
import { replaceContact, type Assignment } from './assignment.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { giveGrant, withdrawGrant } from './grant.ts';
import { queueMessage } from './message.ts';
import { admitPerson } from './person.ts';

type Letter = { subject: string; body: string };

/** A municipality's answer that someone gets or shares; the letters are in the language of whoever does it. */
export type Handover = AnswerAddress & {
  contact: Contact;
  /** Who does it by having signed in, null for the holder of a link. */
  by: string | null;
  /** The letter to the new contact, with the token of the link it brings. */
  letter: (token: string) => Letter;
  at: Date;
};

/**
 * Makes someone else the contact of a municipality in a round: the new one is written to, the one before is told, and the
 * link of the one before stops. `leaving` is the person whose grant to answer ends with it. Null when the round does not
 * expect the municipality.
 */
export async function handOver(
  tx: Tx,
  handover: Handover & { farewell: Letter; secret: string },
  leaving: string | null
): Promise<Assignment | null> {
  const { contact, municipalityNo, by, at } = handover;
  const replaced = await replaceContact(tx, handover, contact, handover);
  if (!replaced) return null;
  const { token, before } = replaced;
  await queueMessage(tx, { ...handover.letter(token), recipient: contact.email }, at);
  if (before.contactEmail !== null && before.contactEmail.toLowerCase() !== contact.email.toLowerCase()) {
    await queueMessage(tx, { ...handover.farewell, recipient: before.contactEmail }, at);
  }
  if (by !== null) await giveAnswering(tx, handover, by);
  if (leaving !== null) await withdrawGrant(tx, leaving, grantOf(municipalityNo), at);
  return before;
}

/** Lets a colleague answer too: by the link there is, and with a grant when the one who shares has signed in. */
export async function shareAnswer(tx: Tx, handover: Handover, token: string): Promise<void> {
  const { roundId, municipalityNo, contact, at, by } = handover;
  await recordAudit(tx, {
    at,
    chain: municipalityNo,
    action: 'answer_shared',
    subject: `${roundId}/${municipalityNo}`,
    detail: {},
    change: { contact: [null, contact.email] }
  });
  if (by !== null) await giveAnswering(tx, handover, by);
  await queueMessage(tx, { ...handover.letter(token), recipient: contact.email }, at);
}

async function giveAnswering(tx: Tx, { contact, municipalityNo, at }: Handover, by: string): Promise<void> {
  const personId = await admitPerson(tx, contact, at);
  if (personId !== by) await giveGrant(tx, { ...grantOf(municipalityNo), personId, by }, at);
}

function grantOf(municipalityNo: string) {
  return { role: 'respondent', unitType: 'municipality', unitId: municipalityNo } as const;
}
