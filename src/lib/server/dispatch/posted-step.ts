import type { CaseGiven } from '#lib/domain/case/case-given.ts';
import type { CaseEvent } from '#lib/domain/case/case-transition.ts';
import type { DispatchKind, OutgoingLetter } from '#lib/domain/case/dispatch.ts';
import type { StoredCase } from '#lib/server/case/file.ts';
import { takeStep, type Step, type StepResult } from '#lib/server/case/step.ts';
import type { Tx } from '#lib/server/db.ts';
import { changeDispatch, queueDispatch, type Dispatch, type Vault } from './outbox.ts';

/** What leaves with a summons. The reminder waits until it is due. */
export type SummonsPost = {
  letter: OutgoingLetter;
  guardianCopy: OutgoingLetter | null;
  reminder: { phone: string; text: string; dueAt: Date } | null;
};
type Posted = { at: Date; vault: Vault; post: (() => Promise<SummonsPost | null>) | null };

/** After these the meeting that somebody was summoned to is over or off. */
const meetingEnds: readonly CaseEvent[] = [
  ...(['attended', 'excused', 'no_show', 'close', 'transfer', 'clarify', 'prosecution_reply'] as const)
];
const aboutMeeting: readonly DispatchKind[] = ['summons', 'second_summons', 'guardian_copy', 'reminder'];

/**
 * Takes a step, and in the same transaction queues what leaves with it and takes back what has not left of a meeting that is
 * over or off. A step that is refused queues nothing.
 */
export async function takePostedStep(
  tx: Tx,
  file: StoredCase,
  step: Step,
  { at, vault, post }: Posted
): Promise<StepResult> {
  const result = await takeStep(tx, file, step, at);
  if (result.kind !== 'moved') return result;
  const made = step.event === 'summon' && post ? await post() : null;
  if (made) await postSummons(tx, file, step, { at, vault, post: made });
  const off = kindsOff(step.event, step.given);
  if (off.length > 0) await takeBack(tx, file, off, at);
  return result;
}

async function postSummons(
  tx: Tx,
  { municipalityNo, id, summonses, attendance }: StoredCase,
  { given, doer }: Step,
  { at, vault, post }: { at: Date; vault: Vault; post: SummonsPost }
): Promise<void> {
  const about = { municipalityNo, caseId: id, number: summonses + 1 };
  const by = doer.personId;
  const kind = attendance === 'not_met' ? 'second_summons' : 'summons';
  const letters = [
    { ...about, kind, message: post.letter } as const,
    ...(post.guardianCopy ? [{ ...about, kind: 'guardian_copy', message: post.guardianCopy } as const] : [])
  ];
  for (const letter of letters) {
    const dispatchId = await queueDispatch(tx, vault, letter, { at, by });
    if (given.channel === 'svarut') continue;
    const change = given.channel === 'post' ? 'post' : 'hand_over';
    await changeDispatch(tx, { municipalityNo, id: dispatchId }, change, at);
  }
  if (!post.reminder) return;
  const { phone, text, dueAt } = post.reminder;
  const message = { channel: 'sms', to: { phone }, text } as const;
  await queueDispatch(tx, vault, { ...about, kind: 'reminder', message }, { at, by, dueAt });
}

function kindsOff(event: CaseEvent, { hold }: CaseGiven): readonly DispatchKind[] {
  if (meetingEnds.includes(event)) return aboutMeeting;
  return event === 'hold' && hold === true ? ['reminder'] : [];
}

/** What is leaving this moment cannot be taken back; who sends asks the case again before a reminder leaves. */
async function takeBack(tx: Tx, { municipalityNo, id }: StoredCase, kinds: readonly DispatchKind[], at: Date) {
  const waiting = await tx.query<Pick<Dispatch, 'id'>>(
    `select id
    from dispatch
    where municipality_no = $1 and case_id = $2 and kind = any ($3) and state = 'queued'
    order by created_at, id
    for update skip locked`,
    [municipalityNo, id, kinds]
  );
  for (const one of waiting) await changeDispatch(tx, { municipalityNo, id: one.id }, 'cancel', at);
}
