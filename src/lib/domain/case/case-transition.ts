import type { Attendance, CasePart, CaseState, NoticeKind, Testing } from './case-file.ts';
import type { Guard } from './case-guard.ts';
import type { CaseGiven } from './case-given.ts';
import type { CaseSetting } from './case-setting.ts';

type DaysOf = 'registerDays' | 'summonDays' | 'meetingDays' | 'noticeDays';
/** What an event does to a deadline: sets it so many working days after the referral or today, or takes it away. */
export type DeadlineEffect =
  | {
      sets: 'registerBy' | 'summonBy' | 'meetingBy' | 'noticeBy';
      days: DaysOf & keyof CaseSetting;
      after: 'received' | 'today';
    }
  | { clears: 'registerBy' | 'summonBy' | 'meetingBy' | 'noticeBy' };

/** One row of the flow. `none` is before there is a case; `same` leaves what it is. */
export type Transition = {
  number: number;
  from: readonly (CaseState | 'none')[];
  attendance?: readonly Attendance[];
  testing?: readonly Testing[];
  to: CaseState | 'same' | 'by_reply';
  toAttendance?: Attendance | 'by_conditions' | 'by_count';
  toTesting?: Testing | 'by_conditions' | 'by_count';
  guards: readonly Guard[];
  by: readonly CasePart[];
  /** Another person in this part has to confirm it. */
  confirmedBy?: CasePart;
  records: readonly (keyof CaseGiven)[];
  deadlines: readonly DeadlineEffect[];
  notice?: NoticeKind;
};

const open: readonly CaseState[] = ['active', 'to_clarify', 'awaiting_prosecution', 'transferred'];
const officer: readonly CasePart[] = ['case_officer'];

/** The flow of a case: the only place that says what can happen when (docs/cases.md shows it as a table). */
const transitions = {
  referral_received: {
    ...{ number: 1, from: ['none'], to: 'received', by: ['system', 'case_officer'] },
    guards: ['reference_not_open'],
    records: ['receivedOn'],
    deadlines: [{ sets: 'registerBy', days: 'registerDays', after: 'received' }]
  },
  register: {
    ...{ number: 2, from: ['received'], to: 'active', by: officer },
    ...{ toAttendance: 'by_conditions', toTesting: 'by_conditions' },
    guards: ['has_condition', 'person_identified', 'at_least_15', 'stays_here', 'has_responsible', 'deadline_set'],
    records: ['conditions', 'responsibleId', 'meetingBy'],
    deadlines: [{ clears: 'registerBy' }, { sets: 'summonBy', days: 'summonDays', after: 'received' }]
  },
  clarify: {
    ...{ number: 3, from: ['received', 'active'], to: 'to_clarify', by: officer },
    guards: ['reason_given'],
    records: ['clarifyReason'],
    deadlines: [
      { clears: 'registerBy' },
      { clears: 'summonBy' },
      { clears: 'meetingBy' },
      { sets: 'noticeBy', days: 'noticeDays', after: 'today' }
    ],
    notice: 'unclear_condition'
  },
  clarified: {
    ...{ number: 4, from: ['to_clarify'], to: 'active', by: officer },
    ...{ toAttendance: 'by_conditions', toTesting: 'by_conditions' },
    guards: ['answer_attached', 'has_condition', 'person_identified', 'at_least_15', 'has_responsible'],
    records: ['hasAnswer', 'answerReference', 'conditions', 'responsibleId'],
    deadlines: [
      { sets: 'summonBy', days: 'summonDays', after: 'today' },
      { sets: 'meetingBy', days: 'meetingDays', after: 'today' }
    ]
  },
  transfer: {
    ...{ number: 5, from: ['received', 'active'], to: 'transferred', by: officer, confirmedBy: 'unit_leader' },
    guards: ['other_municipality'],
    records: ['toMunicipality'],
    deadlines: [
      { clears: 'registerBy' },
      { clears: 'summonBy' },
      { clears: 'meetingBy' },
      { sets: 'noticeBy', days: 'noticeDays', after: 'today' }
    ],
    notice: 'wrong_municipality'
  },
  summon: {
    ...{ number: 6, from: ['active'], attendance: ['not_summoned', 'not_met'], to: 'same', by: officer },
    toAttendance: 'summoned',
    guards: ['written_channel', 'enough_warning', 'within_condition'],
    records: ['channel', 'place', 'meetingAt'],
    deadlines: [{ clears: 'summonBy' }]
  },
  delivery_failed: {
    ...{ number: 7, from: open, to: 'same', by: ['system'] },
    guards: ['delivery_failed'],
    records: ['deliveryStatus'],
    deadlines: []
  },
  remind: {
    ...{ number: 8, from: ['active'], attendance: ['summoned'], to: 'same', by: ['system'] },
    guards: ['mobile_known', 'daytime', 'summons_valid', 'not_reminded'],
    records: [],
    deadlines: []
  },
  contact_attempt: {
    ...{ number: 9, from: ['active'], to: 'same', by: officer },
    guards: ['outcome_given', 'outreach_has_reason'],
    records: ['contactKind', 'contactOutcome', 'outreachReason'],
    deadlines: []
  },
  attended: {
    ...{ number: 10, from: ['active'], attendance: ['summoned'], to: 'same', toAttendance: 'by_count', by: officer },
    guards: ['meeting_passed', 'identity_checked'],
    records: ['identityChecked', 'informed'],
    deadlines: [{ clears: 'summonBy' }, { clears: 'meetingBy' }]
  },
  excused: {
    ...{
      number: 11,
      from: ['active'],
      attendance: ['summoned'],
      to: 'same',
      toAttendance: 'not_summoned',
      by: officer
    },
    guards: ['reason_given'],
    records: ['excuseReason'],
    deadlines: [{ sets: 'summonBy', days: 'summonDays', after: 'today' }]
  },
  no_show: {
    ...{ number: 12, from: ['active'], attendance: ['summoned'], to: 'same', toAttendance: 'not_met', by: officer },
    guards: ['meeting_passed'],
    records: [],
    deadlines: [
      { sets: 'noticeBy', days: 'noticeDays', after: 'today' },
      { sets: 'summonBy', days: 'summonDays', after: 'today' }
    ]
  },
  notify_no_show: {
    ...{ number: 13, from: ['active'], attendance: ['not_met'], to: 'awaiting_prosecution' },
    by: ['case_officer', 'unit_leader'],
    guards: ['was_delivered', 'enough_attempts'],
    records: [],
    deadlines: [{ clears: 'summonBy' }, { clears: 'meetingBy' }],
    notice: 'no_show'
  },
  test_planned: {
    ...{ number: 14, from: ['active'], testing: ['none', 'missed'], to: 'same', toTesting: 'planned' },
    by: ['case_officer', 'sampler'],
    guards: ['test_is_condition', 'not_treating'],
    records: ['testAt', 'channel', 'isNotTreating'],
    deadlines: []
  },
  test_taken: {
    ...{ number: 15, from: ['active'], testing: ['planned'], to: 'same', toTesting: 'by_count', by: ['sampler'] },
    guards: ['checks_complete'],
    records: ['checks', 'laboratory', 'sentOn'],
    deadlines: []
  },
  test_missed: {
    ...{ number: 16, from: ['active'], testing: ['planned'], to: 'same', toTesting: 'missed' },
    by: ['sampler', 'case_officer'],
    guards: ['deviation_given'],
    records: ['deviation'],
    deadlines: [{ sets: 'noticeBy', days: 'noticeDays', after: 'today' }],
    notice: 'test_not_given'
  },
  test_positive: {
    ...{ number: 17, from: ['active'], to: 'same', by: ['sampler'], confirmedBy: 'unit_leader' },
    guards: ['has_agreement', 'test_was_taken'],
    records: [],
    deadlines: [{ sets: 'noticeBy', days: 'noticeDays', after: 'today' }],
    notice: 'positive_test'
  },
  prosecution_reply: {
    ...{ number: 18, from: ['awaiting_prosecution'], to: 'by_reply', by: officer },
    ...{ toAttendance: 'by_conditions', toTesting: 'by_conditions' },
    guards: ['answer_attached', 'reply_given'],
    records: ['hasAnswer', 'answerReference', 'reply', 'conditions'],
    deadlines: [
      { clears: 'noticeBy' },
      { sets: 'summonBy', days: 'summonDays', after: 'today' },
      { sets: 'meetingBy', days: 'meetingDays', after: 'today' }
    ]
  },
  close: {
    ...{ number: 19, from: ['received', 'active', 'transferred'], to: 'closed', by: officer },
    guards: ['code_fits', 'conditions_settled', 'nothing_open', 'notices_sent'],
    records: ['closingCode'],
    deadlines: [{ clears: 'registerBy' }, { clears: 'summonBy' }, { clears: 'meetingBy' }, { clears: 'noticeBy' }]
  },
  reopen: {
    ...{ number: 20, from: ['closed'], to: 'active', by: ['unit_leader'] },
    ...{ toAttendance: 'by_conditions', toTesting: 'by_conditions' },
    guards: ['within_probation', 'reason_given'],
    records: ['reopenReason'],
    deadlines: [
      { sets: 'summonBy', days: 'summonDays', after: 'today' },
      { sets: 'meetingBy', days: 'meetingDays', after: 'today' }
    ]
  },
  archived: {
    ...{ number: 21, from: ['closed'], to: 'same', by: ['archivist'] },
    guards: ['archive_proof'],
    records: ['archiveWay', 'archiveReference', 'archiveDay'],
    deadlines: []
  },
  hold: {
    ...{ number: 22, from: ['received', ...open, 'closed'], to: 'same', by: ['archivist', 'unit_leader'] },
    guards: ['hold_changes', 'hold_has_reason'],
    records: ['hold', 'holdReason'],
    deadlines: []
  },
  purge: {
    ...{ number: 23, from: ['closed'], to: 'purged', by: ['archivist'], confirmedBy: 'unit_leader' },
    guards: ['past_retention', 'is_archived', 'not_held'],
    records: [],
    deadlines: []
  }
} as const satisfies Record<string, Transition>;
export type CaseEvent = keyof typeof transitions;
export const caseEvents = Object.keys(transitions) as CaseEvent[];

/** The row of an event. */
export function transitionOf(event: CaseEvent): Transition {
  return transitions[event];
}
