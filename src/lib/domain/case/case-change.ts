import { dayOf } from '#lib/domain/day.ts';
import type { Attendance, CaseFile, CaseState, Testing } from './case-file.ts';
import type { GuardScene } from './case-guard.ts';
import type { CaseEvent, DeadlineEffect, Transition } from './case-transition.ts';
import { monthsAfter } from './case-period.ts';
import { workingDaysAfter } from './working-day.ts';

type Change = Partial<CaseFile>;

/** What an event that happens changes of its case: where it stands, its deadlines, and what is recorded in it. */
export function changeOf(event: CaseEvent, row: Transition, scene: GuardScene): Change {
  const { file } = scene;
  const standing = standingAfter(row, scene);
  const deadlines = Object.assign({}, ...row.deadlines.map((effect) => deadlineAfter(effect, scene))) as Change;
  const recorded = recordedBy[event]?.(scene) ?? {};
  const change = { ...deadlines, ...standing, ...recorded };
  return change.state === 'closed' && file.state !== 'closed' ? { ...change, ...closing(scene) } : change;
}

function standingAfter(row: Transition, scene: GuardScene): Change {
  const { file, given } = scene;
  const change: Change = { state: stateAfter(row, scene) };
  if (row.toAttendance) change.attendance = attendanceAfter(row.toAttendance, scene);
  if (row.toTesting) change.testing = testingAfter(row.toTesting, scene);
  if (given.reply && endsCase(given.reply)) change.attendance = file.attendance;
  return change;
}

function stateAfter({ to }: Transition, { file, given }: GuardScene): CaseState {
  if (to === 'same') return file.state;
  if (to !== 'by_reply') return to;
  return given.reply && endsCase(given.reply) ? 'closed' : 'active';
}

function endsCase(reply: string): boolean {
  return reply === 'withdrawn' || reply === 'resumed';
}

function attendanceAfter(to: NonNullable<Transition['toAttendance']>, scene: GuardScene): Attendance {
  const { file } = scene;
  const required = requiredOf('attendance', scene);
  if (to === 'by_count') return file.met + 1 >= required ? 'fulfilled' : 'not_summoned';
  if (to !== 'by_conditions') return to;
  if (required === 0) return 'not_required';
  return file.met >= required ? 'fulfilled' : 'not_summoned';
}

function testingAfter(to: NonNullable<Transition['toTesting']>, scene: GuardScene): Testing {
  const { file } = scene;
  if (to === 'by_count') return file.tested + 1 >= requiredOf('testing', scene) ? 'taken' : 'none';
  if (to !== 'by_conditions') return to;
  const required = requiredOf('testing', scene);
  if (required === 0) return 'not_required';
  if (file.testing === 'planned' && file.testAt !== null) return 'planned';
  return file.tested >= required ? 'taken' : 'none';
}

function requiredOf(kind: 'attendance' | 'testing', { conditions, given }: GuardScene): number {
  const one = [...(given.conditions ?? []), ...conditions].find((condition) => condition.kind === kind);
  return one && !one.isWithdrawn ? one.required : 0;
}

function deadlineAfter(effect: DeadlineEffect, { file, given, setting, now }: GuardScene): Change {
  if ('clears' in effect) return { [effect.clears]: null };
  const start = effect.after === 'received' ? (given.receivedOn ?? file.receivedOn) : dayOf(now);
  return { [effect.sets]: workingDaysAfter(start, setting[effect.days]) };
}

/** A case is kept so many months after it was closed, or after the probation ends where that is later. */
function closing({ file, given, setting, now }: GuardScene): Change {
  const closedOn = dayOf(now);
  const byReply = given.reply === 'withdrawn' ? 'withdrawn' : 'not_fulfilled';
  const code = file.state === 'awaiting_prosecution' ? byReply : (given.closingCode ?? byReply);
  const { probationUntil } = file;
  const last = probationUntil !== null && probationUntil > closedOn ? probationUntil : closedOn;
  return {
    ...{ closingCode: code, closedOn, deleteAfter: monthsAfter(last, setting.retentionMonths), task: null },
    ...{ registerBy: null, summonBy: null, meetingBy: null, noticeBy: null }
  };
}

/** When more meetings are required, the next one has deadlines from today. */
function nextMeeting(scene: GuardScene): Change {
  if (attendanceAfter('by_count', scene) === 'fulfilled') return {};
  const { setting, now } = scene;
  const today = dayOf(now);
  return {
    summonBy: workingDaysAfter(today, setting.summonDays),
    meetingBy: workingDaysAfter(today, setting.meetingDays)
  };
}

const noMeeting: Change = { meetingAt: null, meetingPlace: null, delivery: null, isReminded: false };

/** What events record beside where the case stands. */
const recordedBy: Partial<Record<CaseEvent, (scene: GuardScene) => Change>> = {
  register: ({ given }) => ({
    ...(given.responsibleId !== undefined && { responsibleId: given.responsibleId }),
    ...(given.meetingBy !== undefined && { meetingBy: given.meetingBy })
  }),
  clarified: ({ given }) => (given.responsibleId === undefined ? {} : { responsibleId: given.responsibleId }),
  transfer: ({ given }) => ({ transferredTo: given.toMunicipality ?? null, task: null }),
  summon: ({ file, given }) => ({
    ...{ summonses: file.summonses + 1, meetingAt: given.meetingAt ?? null, meetingPlace: given.place ?? null },
    ...{ summonsChannel: given.channel ?? null, isReminded: false, task: null, noticeBy: null },
    delivery: given.channel === 'svarut' ? 'sent' : 'delivered'
  }),
  delivery_failed: () => ({ delivery: 'failed', task: 'send_on_paper' }),
  remind: () => ({ isReminded: true }),
  attended: (scene) => ({
    ...{ met: scene.file.met + 1, firstMetOn: scene.file.firstMetOn ?? dayOf(scene.file.meetingAt ?? scene.now) },
    ...{ ...noMeeting, task: null, ...nextMeeting(scene) }
  }),
  excused: () => ({ ...noMeeting, task: null }),
  no_show: ({ file }) => ({ missed: file.missed + 1, task: 'summon_or_notify' }),
  notify_no_show: ({ setting, now }) => ({
    task: null,
    noticeBy: workingDaysAfter(dayOf(now), setting.noticeDays)
  }),
  test_planned: ({ given }) => ({ testAt: given.testAt ?? null }),
  test_taken: ({ file }) => ({ tested: file.tested + 1, testAt: null }),
  test_missed: () => ({ testAt: null }),
  prosecution_reply: () => ({ ...noMeeting, task: null }),
  reopen: () => ({
    ...{ closingCode: null, closedOn: null, deleteAfter: null, archivedAt: null, archiveReference: null },
    ...noMeeting
  }),
  archived: ({ given, now }) => ({ archivedAt: now, archiveReference: given.archiveReference ?? null }),
  hold: ({ given }) => ({
    isHeld: given.hold === true,
    holdReason: given.hold === true ? (given.holdReason ?? null) : null
  })
};
