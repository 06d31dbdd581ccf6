import { dayOf, daysAfter } from '#lib/domain/day.ts';
import type { CaseFile, Proposal } from './case-file.ts';

/** What has to be done next in a case, as the home page groups it; `wait` is that others, or time, have to act. */
export const nextSteps = [
  'confirm',
  'send_on_paper',
  'notice',
  'register',
  'to_summon',
  'record_meeting',
  'not_met',
  'meeting',
  'record_test',
  'test',
  'plan_test',
  'close',
  'archive',
  'purge',
  'clarification',
  'reply',
  'held',
  'wait'
] as const;
export type NextStep = (typeof nextSteps)[number];
/** A step with its day (ISO), null when it has none. */
export type Due = { step: NextStep; due: string | null };
type Looked = CaseFile & { proposal: Proposal | null; unsentNotices: number };

/** What comes next in a case: what is late in the whole case comes before what its state asks for. */
export function nextStepOf(file: Looked, now: Date): Due {
  if (file.proposal) return { step: 'confirm', due: dayOf(now) };
  if (file.task === 'send_on_paper') return { step: 'send_on_paper', due: dayOf(now) };
  if (file.unsentNotices > 0) return { step: 'notice', due: file.noticeBy };
  switch (file.state) {
    case 'received':
      return { step: 'register', due: file.registerBy };
    case 'active':
      return nextWhenActive(file, now);
    case 'to_clarify':
      return { step: 'clarification', due: null };
    case 'awaiting_prosecution':
      return { step: 'reply', due: null };
    case 'transferred':
      return { step: 'close', due: null };
    case 'closed':
    case 'purged':
      return nextWhenClosed(file, now);
  }
}

function nextWhenActive(file: Looked, now: Date): Due {
  const attendance = nextForAttendance(file, now);
  const testing = nextForTesting(file, now);
  if (attendance && testing) return (testing.due ?? '9') < (attendance.due ?? '9') ? testing : attendance;
  return attendance ?? testing ?? { step: 'close', due: null };
}

function nextForAttendance({ attendance, summonBy, noticeBy, meetingAt }: Looked, now: Date): Due | null {
  switch (attendance) {
    case 'not_summoned':
      return { step: 'to_summon', due: summonBy };
    case 'summoned':
      return { step: meetingAt && meetingAt <= now ? 'record_meeting' : 'meeting', due: meetingAt && dayOf(meetingAt) };
    case 'not_met':
      return { step: 'not_met', due: noticeBy };
    case 'not_required':
    case 'fulfilled':
      return null;
  }
}

function nextForTesting({ testing, testAt }: Looked, now: Date): Due | null {
  switch (testing) {
    case 'none':
    case 'missed':
      return { step: 'plan_test', due: null };
    case 'planned':
      return { step: testAt && testAt <= now ? 'record_test' : 'test', due: testAt && dayOf(testAt) };
    case 'not_required':
    case 'taken':
      return null;
  }
}

function nextWhenClosed({ isHeld, archivedAt, deleteAfter }: Looked, now: Date): Due {
  if (isHeld) return { step: 'held', due: null };
  if (archivedAt === null) return { step: 'archive', due: deleteAfter };
  return { step: deleteAfter !== null && deleteAfter < dayOf(now) ? 'purge' : 'wait', due: deleteAfter };
}

/** When a case has to be looked at: late, within seven days, or at another time. Waiting for others is never late. */
export type Urgency = 'overdue' | 'soon' | 'other';

/** How urgent a step is on the day of `now`. */
export function urgencyOf({ step, due }: Due, now: Date): Urgency {
  const today = dayOf(now);
  if (due === null || step === 'wait') return 'other';
  if (step === 'purge' || step === 'archive') return due < today ? 'overdue' : 'other';
  if (due < today) return 'overdue';
  return due <= daysAfter(today, 7) ? 'soon' : 'other';
}

/** Cases in the order they have to be looked at: the most urgent first, then by day, then by step. */
export function inOrder<One extends Due>(cases: readonly One[], now: Date): One[] {
  const urgencies: readonly Urgency[] = ['overdue', 'soon', 'other'];
  const place = (one: One) => urgencies.indexOf(urgencyOf(one, now));
  return [...cases].sort(
    (one, other) =>
      place(one) - place(other) ||
      (one.due ?? '9').localeCompare(other.due ?? '9') ||
      nextSteps.indexOf(one.step) - nextSteps.indexOf(other.step)
  );
}

/** Whether the day of a step is when it happens, and not the last day to do it. */
export function isDayOf(step: NextStep): boolean {
  return ['meeting', 'record_meeting', 'test', 'record_test'].includes(step);
}
