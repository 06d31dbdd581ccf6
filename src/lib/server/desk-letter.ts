import type { FollowSide } from '#lib/domain/follow-contact.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { addContact } from './follow-contact.ts';
import { queueMessage } from './message.ts';

type Sent = {
  recipient: string;
  subject: string;
  body: string;
  by: { personId: string; name: string; side: FollowSide };
  today: string;
};

/** Puts a letter in the outbox and its subject in the log of the municipality; what it says stands in no audit. */
export async function recordLetter(
  tx: Tx,
  municipalityNo: string,
  { recipient, subject, body, by, today }: Sent,
  at: Date
): Promise<void> {
  await queueMessage(tx, { recipient, subject, body }, at);
  const contact = { happenedOn: today, kind: 'letter', text: subject, nextOn: null, nextSide: null } as const;
  const id = await addContact(tx, municipalityNo, { ...contact, by }, at);
  await recordAudit(tx, { at, chain: municipalityNo, action: 'desk_letter_sent', subject: id, detail: {} });
}

/** That a letter left the system as a file. */
export async function recordLetterExport(tx: Tx, municipalityNo: string, at: Date): Promise<void> {
  const subject = municipalityNo;
  await recordAudit(tx, { at, chain: municipalityNo, action: 'desk_letter_exported', subject, detail: {} });
}
