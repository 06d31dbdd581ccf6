import type { DispatchKind, DispatchState } from '#lib/domain/case/dispatch.ts';
import { changeCase, findCase } from '#lib/server/case/file.ts';
import { takeStep } from '#lib/server/case/step.ts';
import type { Tx } from '#lib/server/db.ts';

type Told = { municipalityNo: string; caseId: string; kind: DispatchKind; state: DispatchState; status: string | null };

const rejections = ['AVVIST', 'IKKE_LEVERT'] as const;
const arrived: DispatchState[] = ['delivered', 'handed_over'];

/**
 * What the case learns of its summons: that it arrived, or by the step `delivery_failed` that it did not. A refusal of that
 * step, as of a case that is closed, changes nothing. Notices and reminders are told of in their own list only.
 */
export async function tellCase(tx: Tx, told: Told, now: Date): Promise<void> {
  const { municipalityNo, caseId, kind, state, status } = told;
  if (kind !== 'summons' && kind !== 'second_summons') return;
  const key = { municipalityNo, id: caseId };
  if (state === 'failed') {
    const deliveryStatus = rejections.find((one) => one === status) ?? 'FEILET_UNDER_MOTTAK';
    const doer = { part: 'system', personId: null } as const;
    await takeStep(tx, key, { event: 'delivery_failed', given: { deliveryStatus }, doer }, now);
    return;
  }
  const file = arrived.includes(state) ? await findCase(tx, key) : null;
  if (file?.attendance === 'summoned') await changeCase(tx, file, { delivery: 'delivered' }, now);
}
