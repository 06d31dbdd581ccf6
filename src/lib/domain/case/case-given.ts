import type { ClosingCode, Condition, holdReasons, meetingPlaces, sendingChannels } from './case-file.ts';

export const clarifyReasons = ['condition_unclear', 'person_unclear', 'period_unclear'] as const;
export const contactKinds = ['phone', 'outreach'] as const;
export const contactOutcomes = ['reached', 'no_answer', 'wrong_number', 'not_found'] as const;
export const outreachReasons = ['letter_returned', 'no_fixed_address', 'agreed'] as const;
export const excuseReasons = ['agreed_change', 'school_or_work', 'travel', 'other_valid'] as const;
export const testDeviations = ['not_met', 'refused', 'could_not', 'suspected_manipulation'] as const;
export const prosecutionReplies = ['new_summons', 'changed_condition', 'withdrawn', 'resumed'] as const;
export const reopenReasons = ['closed_by_mistake', 'prosecution_asks', 'new_condition'] as const;
export const archiveWays = ['exported', 'disposal_decided'] as const;
/** What the procedure for tests that are a condition asks for (Helsedirektoratet, IS-2231). */
export const testChecks = [
  'identity_checked',
  'approved_kit',
  'supervised',
  'two_sealed_glasses',
  'chain_of_custody',
  'signed_by_both'
] as const;
type TestCheck = (typeof testChecks)[number];

/** What is recorded with an event, in codes, days and moments: nothing that anybody types freely about the person. */
export type CaseGiven = Partial<{
  receivedOn: string;
  isReferenceOpen: boolean;
  conditions: Condition[];
  isIdentified: boolean;
  age: number | null;
  staysHere: boolean;
  responsibleId: string;
  meetingBy: string;
  clarifyReason: (typeof clarifyReasons)[number];
  hasAnswer: boolean;
  answerReference: string;
  toMunicipality: string;
  channel: (typeof sendingChannels)[number];
  place: (typeof meetingPlaces)[number];
  meetingAt: Date;
  sentOn: string;
  deliveryStatus: 'AVVIST' | 'IKKE_LEVERT' | 'FEILET_UNDER_MOTTAK';
  hasMobile: boolean;
  contactKind: (typeof contactKinds)[number];
  contactOutcome: (typeof contactOutcomes)[number];
  outreachReason: (typeof outreachReasons)[number];
  identityChecked: boolean;
  informed: boolean;
  excuseReason: (typeof excuseReasons)[number];
  isHandled: boolean;
  testAt: Date;
  isNotTreating: boolean;
  checks: TestCheck[];
  laboratory: string;
  deviation: (typeof testDeviations)[number];
  reply: (typeof prosecutionReplies)[number];
  closingCode: ClosingCode;
  unsentNotices: number;
  reopenReason: (typeof reopenReasons)[number];
  archiveWay: (typeof archiveWays)[number];
  archiveReference: string;
  /** The day of the archive's receipt, or of the decision that it may be destroyed. */
  archiveDay: string;
  hold: boolean;
  holdReason: (typeof holdReasons)[number];
}>;
