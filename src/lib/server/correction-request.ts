import type { AnswerKey } from './answer-change.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { queueMessage } from './message.ts';

/** Writes to the advisers that an answer which can no longer be changed must be put right. The audit does not keep the text. */
export async function askForCorrection(
  tx: Tx,
  { roundId, municipalityNo }: AnswerKey,
  letter: { recipients: readonly string[]; subject: string; body: string },
  at: Date
): Promise<void> {
  const { recipients, subject, body } = letter;
  for (const recipient of recipients) await queueMessage(tx, { recipient, subject, body }, at);
  await recordAudit(tx, {
    at,
    chain: municipalityNo,
    action: 'correction_asked',
    subject: `${roundId}/${municipalityNo}`,
    detail: { recipients: recipients.length }
  });
}
