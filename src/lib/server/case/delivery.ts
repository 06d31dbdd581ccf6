import { recordAudit } from '#lib/server/audit.ts';
import type { Tx } from '#lib/server/db.ts';
import { changeCase, type StoredCase } from './file.ts';

/** Records that a summons is where its person reads it, or with the postal service; there is then nothing to send anew. */
export async function markDelivered(
  tx: Tx,
  file: StoredCase,
  channel: NonNullable<StoredCase['summonsChannel']>,
  at: Date
): Promise<void> {
  await changeCase(tx, file, { delivery: 'delivered', summonsChannel: channel, task: null }, at);
  const detail = { event: 'delivered', channel };
  const { unitNo, id } = file;
  await recordAudit(tx, { at, chain: `unit-${unitNo}`, action: 'case_changed', subject: `case/${id}`, detail });
}
