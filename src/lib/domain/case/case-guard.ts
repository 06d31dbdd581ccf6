import { dayOf, timeOf } from '#lib/domain/day.ts';
import type { CaseFile, Condition } from './case-file.ts';
import { isMinor } from './case-file.ts';
import { testChecks, type CaseGiven } from './case-given.ts';
import type { CaseSetting } from './case-setting.ts';
import { workingDaysAfter } from './working-day.ts';

/** All that a guard may look at. */
export type GuardScene = {
  file: CaseFile;
  conditions: readonly Condition[];
  given: CaseGiven;
  setting: CaseSetting;
  now: Date;
};

const firstHourOfDay = '08:00';
const lastHourOfDay = '20:00';

/** What must hold before an event happens; a guard that does not hold is the reason for the refusal. */
export const guards = {
  reference_not_open: ({ given }) => given.isReferenceOpen === false,
  has_condition: ({ given, conditions }) => [...(given.conditions ?? []), ...conditions].some(isOpen),
  person_identified: ({ given }) => given.isIdentified === true,
  at_least_15: ({ given }) => typeof given.age === 'number' && given.age >= 15,
  stays_here: ({ given }) => given.staysHere === true,
  has_responsible: ({ given }) => Boolean(given.responsibleId),
  deadline_set: ({ given, now }) => given.meetingBy !== undefined && given.meetingBy >= dayOf(now),
  reason_given: ({ given }) => (given.clarifyReason ?? given.excuseReason ?? given.reopenReason) !== undefined,
  answer_attached: ({ given }) => given.hasAnswer === true || given.answerReference !== undefined,
  other_municipality: ({ given }) => /^\d{4}$/.test(given.toMunicipality ?? ''),
  written_channel: ({ given }) => given.channel !== undefined,
  enough_warning: ({ given, setting, now }) =>
    given.meetingAt !== undefined && dayOf(given.meetingAt) >= workingDaysAfter(dayOf(now), setting.leastWarningDays),
  within_condition: ({ given, conditions }) =>
    given.meetingAt !== undefined && isWithin(conditions, 'attendance', dayOf(given.meetingAt)),
  delivery_failed: ({ given }) => given.deliveryStatus !== undefined,
  mobile_known: ({ given }) => given.hasMobile === true,
  daytime: ({ now }) => timeOf(now) >= firstHourOfDay && timeOf(now) < lastHourOfDay,
  summons_valid: ({ file, now }) => file.meetingAt !== null && file.meetingAt > now && file.delivery !== 'failed',
  not_reminded: ({ file }) => !file.isReminded,
  outreach_has_reason: ({ given }) => given.contactKind !== 'outreach' || given.outreachReason !== undefined,
  outcome_given: ({ given }) => given.contactKind !== undefined && given.contactOutcome !== undefined,
  meeting_passed: ({ file, now }) => file.meetingAt !== null && file.meetingAt <= now,
  identity_checked: ({ given }) => given.identityChecked === true,
  was_delivered: ({ file }) => file.delivery === 'delivered',
  enough_attempts: ({ file, setting }) => file.missed >= setting.leastAttempts,
  test_is_condition: ({ given, conditions }) =>
    given.testAt !== undefined && isWithin(conditions, 'testing', dayOf(given.testAt)),
  not_treating: ({ given }) => given.isNotTreating === true,
  checks_complete: ({ given }) => testChecks.every((check) => given.checks?.includes(check)),
  deviation_given: ({ given }) => given.deviation !== undefined,
  test_was_taken: ({ file }) => file.tested > 0,
  has_agreement: ({ setting }) => setting.resultAgreement !== null,
  reply_given: ({ given }) =>
    given.reply !== undefined && (given.reply !== 'changed_condition' || (given.conditions ?? []).length > 0),
  code_fits: ({ file, given }) => doesCodeFit(file, given),
  conditions_settled: ({ file, given, conditions, now }) =>
    given.closingCode === 'misregistered' ||
    file.state === 'transferred' ||
    conditions.every((one) => isSettled(one, file, dayOf(now))),
  nothing_open: ({ file }) => file.task === null,
  notices_sent: ({ given }) => given.unsentNotices === 0,
  within_probation: ({ file, now }) => file.probationUntil !== null && file.probationUntil >= dayOf(now),
  archive_proof: ({ file, given, now }) =>
    given.archiveWay !== undefined &&
    /\S/.test(given.archiveReference ?? '') &&
    given.archiveDay !== undefined &&
    (file.closedOn ?? '') <= given.archiveDay &&
    given.archiveDay <= dayOf(now),
  hold_changes: ({ file, given }) => given.hold !== undefined && given.hold !== file.isHeld,
  hold_has_reason: ({ given }) => given.hold === false || given.holdReason !== undefined,
  past_retention: ({ file, now }) => file.deleteAfter !== null && file.deleteAfter < dayOf(now),
  is_archived: ({ file }) => file.archivedAt !== null,
  not_held: ({ file }) => !file.isHeld
} as const satisfies Record<string, (scene: GuardScene) => boolean>;
export type Guard = keyof typeof guards;

/** Whether a condition still asks for something, whatever the day is. */
function isOpen({ isWithdrawn }: Condition): boolean {
  return !isWithdrawn;
}

function isWithin(conditions: readonly Condition[], kind: Condition['kind'], day: string): boolean {
  return conditions.some((one) => one.kind === kind && isOpen(one) && one.from <= day && day <= one.until);
}

function isSettled(condition: Condition, file: CaseFile, today: string): boolean {
  const reached = condition.kind === 'attendance' ? file.met : file.tested;
  return condition.isWithdrawn || reached >= condition.required || condition.until < today;
}

/** A case that was never registered can only have been registered wrongly, and one that was sent on was sent on. */
function doesCodeFit({ state }: CaseFile, { closingCode }: CaseGiven): boolean {
  if (state === 'received') return closingCode === 'misregistered';
  if (state === 'transferred') return closingCode === 'transferred';
  return closingCode !== undefined && closingCode !== 'transferred';
}

/** Who tells the prosecution that somebody did not meet: the leader when the person was under 18, else the case officer. */
export function whoNotifies(file: Pick<CaseFile, 'ageBand'>): 'unit_leader' | 'case_officer' {
  return isMinor(file) ? 'unit_leader' : 'case_officer';
}
