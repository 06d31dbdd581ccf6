import type { DispatchKind, DispatchState } from '#lib/domain/case/dispatch.ts';
import { changeCase, findCase } from '#lib/server/case/file.ts';
import { markNoticeReceived } from '#lib/server/case/notice.ts';
import { takeStep } from '#lib/server/case/step.ts';
import type { Tx } from '#lib/server/db.ts';

type Told = {
  municipalityNo: string;
  caseId: string;
  kind: DispatchKind;
  number: number | null;
  state: DispatchState;
  status: string | null;
  /** How people gave it; null or missing when a carrier tells. */
  by?: 'post' | 'handed_over' | null;
};

const rejections = ['AVVIST', 'IKKE_LEVERT'] as const;
const arrived: DispatchState[] = ['delivered', 'handed_over'];
const system = { part: 'system', personId: null } as const;

/**
 * What the case learns of its messages: that its summons arrived, or by the step `delivery_failed` that it did not; that its
 * reminder left, by the step `remind`; and when a notice was received. A refusal of a step, as of a case that is closed,
 * changes nothing, and neither does what becomes of an earlier summons.
 */
export async function tellCase(tx: Tx, told: Told, now: Date): Promise<void> {
  switch (told.kind) {
    case 'summons':
    case 'second_summons':
      return tellOfSummons(tx, told, now);
    case 'notice':
      return tellOfNotice(tx, told, now);
    case 'reminder':
      return tellOfReminder(tx, told, now);
    case 'guardian_copy':
  }
}

async function tellOfSummons(tx: Tx, { municipalityNo, caseId, number, state, status, by }: Told, now: Date) {
  const file = await findCase(tx, { municipalityNo, id: caseId });
  if (!file || (number !== null && number !== file.summonses)) return;
  if (state === 'failed') {
    const deliveryStatus = rejections.find((one) => one === status) ?? 'FEILET_UNDER_MOTTAK';
    await takeStep(tx, file, { event: 'delivery_failed', given: { deliveryStatus }, doer: system }, now);
    return;
  }
  if (!arrived.includes(state)) return;
  const task = file.task === 'send_on_paper' ? null : file.task;
  const delivered = { delivery: 'delivered', ...(by && { summonsChannel: by }) } as const;
  await changeCase(tx, file, { task, ...(file.attendance === 'summoned' && delivered) }, now);
}

async function tellOfNotice(tx: Tx, { municipalityNo, caseId, number, state }: Told, now: Date) {
  if (number === null || !arrived.includes(state)) return;
  await markNoticeReceived(tx, { municipalityNo, id: caseId }, number, now);
}

async function tellOfReminder(tx: Tx, { municipalityNo, caseId, number, state }: Told, now: Date) {
  const file = await findCase(tx, { municipalityNo, id: caseId });
  if (number === null || number !== file?.summonses || (state !== 'accepted' && state !== 'delivered')) return;
  await takeStep(tx, file, { event: 'remind', given: { hasMobile: true }, doer: system }, now);
}
