import type { sendingChannels } from '#lib/domain/case/case-file.ts';
import type { OutgoingNotice } from '#lib/domain/case/dispatch.ts';
import type { StoredCase } from '#lib/server/case/file.ts';
import { markNoticeSent } from '#lib/server/case/notice.ts';
import type { Tx } from '#lib/server/db.ts';
import { changeDispatch, queueDispatch, type Vault } from './outbox.ts';

type SentNotice = {
  number: number;
  channel: (typeof sendingChannels)[number];
  sentOn: string;
  /** As it leaves or left; null where the unit wrote it elsewhere. */
  notice: OutgoingNotice | null;
};

/** Records that a notice is sent and queues it, or keeps it as it was posted or given, in one transaction. */
export async function sendNotice(
  tx: Tx,
  file: StoredCase,
  { number, channel, sentOn, notice }: SentNotice,
  { at, vault, by }: { at: Date; vault: Vault; by: string }
): Promise<void> {
  await markNoticeSent(tx, file, { number, channel, sentOn }, at);
  if (!notice) return;
  const { municipalityNo } = file;
  const about = { municipalityNo, caseId: file.id, kind: 'notice', number, message: notice } as const;
  const id = await queueDispatch(tx, vault, about, { at, by });
  if (channel !== 'svarut')
    await changeDispatch(tx, { municipalityNo, id }, channel === 'post' ? 'post' : 'hand_over', at);
}
