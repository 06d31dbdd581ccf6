import type { RequestEvent } from '@sveltejs/kit';
import { dispatchChanges, type DispatchChange } from '#lib/domain/case/dispatch.ts';
import type { StoredCase } from '#lib/server/case/file.ts';
import type { Tx } from '#lib/server/db.ts';
import { changeDispatch, findDispatch, listDispatches, type Dispatch } from '#lib/server/dispatch/outbox.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openCases, requireCase, requireKeys } from './open-cases.ts';

/**
 * What people can do with a message now: solve its task, give by hand what waits, and take back a reminder. A letter that
 * waits is given instead of taken back, so that nobody is summoned without one.
 */
export function changesOf({ state, task, channel }: Dispatch): DispatchChange[] {
  if (task !== null) return channel === 'sms' || task === 'look_into' ? ['hand_over'] : ['post', 'hand_over'];
  if (state !== 'queued') return [];
  return channel === 'sms' ? ['cancel'] : ['post', 'hand_over'];
}

/** Says what somebody did with a message; 404 for those who do not work with its case as officer or leader. */
export async function sendingAction(event: RequestEvent) {
  const { form } = await readSignedInForm(event);
  const { user, actor, app } = openCases(event.locals, event.url);
  requireKeys(app);
  const key = { municipalityNo: String(form.get('municipality')), id: String(form.get('message')) };
  const change = dispatchChanges.find((one) => one === form.get('change'));
  await app.db.transaction(actor, async (tx) => {
    const dispatch = await findDispatch(tx, key);
    if (!dispatch || !change) throw Problem.notFound();
    const { parts } = await requireCase(tx, user, { municipality: key.municipalityNo, case: dispatch.caseId });
    if (!parts.some((part) => part === 'case_officer' || part === 'unit_leader')) throw Problem.notFound();
    if (!changesOf(dispatch).includes(change)) throw Problem.conflict('dispatch-changed');
    await changeDispatch(tx, dispatch, change, app.clock());
  });
  return { done: 'moved' as const, failed: null };
}

/** Solves what a summons that did not arrive left to do, once it was sent on paper. */
export async function solveSummons(tx: Tx, { municipalityNo, id, summonses }: StoredCase, at: Date): Promise<void> {
  for (const dispatch of await listDispatches(tx, municipalityNo, id)) {
    const isSummons = dispatch.kind === 'summons' || dispatch.kind === 'second_summons';
    if (!isSummons || dispatch.task === null || dispatch.number !== summonses) continue;
    await changeDispatch(tx, dispatch, 'post', at);
  }
}
