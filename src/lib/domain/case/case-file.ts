/** Where a case stands; `purged` is a case that is no longer there. */
export const caseStates = [
  'received',
  'active',
  'to_clarify',
  'awaiting_prosecution',
  'transferred',
  'closed',
  'purged'
] as const;
export type CaseState = (typeof caseStates)[number];

/** How far attendance has come, within an active case. */
export const attendances = ['not_required', 'not_summoned', 'summoned', 'not_met', 'fulfilled'] as const;
export type Attendance = (typeof attendances)[number];

/** How far drug testing has come; no result is kept. */
export const testings = ['not_required', 'none', 'planned', 'taken', 'missed'] as const;
export type Testing = (typeof testings)[number];

/** Who does something in a case: the system for what arrives and leaves by itself. */
export const caseParts = ['case_officer', 'unit_leader', 'sampler', 'archivist', 'system'] as const;
export type CasePart = (typeof caseParts)[number];

export const conditionKinds = ['attendance', 'testing'] as const;
/** A condition as it is now; `required` meetings or tests, days are ISO. */
export type Condition = {
  kind: (typeof conditionKinds)[number];
  required: number;
  from: string;
  until: string;
  isWithdrawn: boolean;
};

export const referralChannels = ['svarinn', 'letter', 'manual'] as const;
export const sendingChannels = ['svarut', 'post', 'handed_over'] as const;
export const meetingPlaces = ['office', 'neutral', 'digital'] as const;
export const closingCodes = [
  'fulfilled',
  'not_fulfilled',
  'withdrawn',
  'transferred',
  'expired',
  'misregistered'
] as const;
export type ClosingCode = (typeof closingCodes)[number];
export const holdReasons = ['complaint', 'access_request', 'dispute'] as const;
export const noticeKinds = [
  'unclear_condition',
  'wrong_municipality',
  'no_show',
  'test_not_given',
  'positive_test',
  'attended'
] as const;
export type NoticeKind = (typeof noticeKinds)[number];
export type AgeBand = '15_17' | '18_24' | '25_over';

/** What a person has to do before anything else can go on. */
type CaseTask = 'send_on_paper' | 'summon_or_notify';

/** An event that one person has proposed and another has to confirm. */
export type Proposal = { event: string; by: string };

/** A case without its person. Days are ISO; null is that there is none, or that it is not known. */
export type CaseFile = {
  state: CaseState;
  attendance: Attendance;
  testing: Testing;
  receivedOn: string;
  decidedOn: string;
  probationUntil: string | null;
  ageBand: AgeBand | null;
  responsibleId: string | null;
  registerBy: string | null;
  summonBy: string | null;
  meetingBy: string | null;
  noticeBy: string | null;
  summonses: number;
  meetingAt: Date | null;
  meetingPlace: (typeof meetingPlaces)[number] | null;
  summonsChannel: (typeof sendingChannels)[number] | null;
  delivery: 'sent' | 'delivered' | 'failed' | null;
  isReminded: boolean;
  met: number;
  missed: number;
  firstMetOn: string | null;
  testAt: Date | null;
  tested: number;
  task: CaseTask | null;
  transferredTo: string | null;
  closingCode: ClosingCode | null;
  closedOn: string | null;
  deleteAfter: string | null;
  archivedAt: Date | null;
  archiveReference: string | null;
  isHeld: boolean;
  holdReason: (typeof holdReasons)[number] | null;
};

/** Whether the person was under 18 at the referral; under-18s are decided on by the leader. */
export function isMinor({ ageBand }: Pick<CaseFile, 'ageBand'>): boolean {
  return ageBand === '15_17';
}

/** The age band on a day (both ISO), or null below 15, where nobody is punished (straffeloven § 20). */
export function ageBandOn(born: string, day: string): AgeBand | null {
  const years = ageOn(born, day);
  if (years < 15) return null;
  if (years < 18) return '15_17';
  return years < 25 ? '18_24' : '25_over';
}

/** Whole years on a day; both ISO. */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
