import type { PlanStatus } from './mail-plan.ts';

/** Why a municipality gets no letter, in the order they are looked for: the first that holds is told. */
export const hindrances = [
  'round_closed',
  'answered',
  'covered',
  'declined',
  'extended',
  'read_only',
  'no_address',
  'replaced',
  'bounced',
  'already',
  'recently'
] as const;
export type Hindrance = (typeof hindrances)[number];

/** What is known of a municipality in a round when a letter to it is asked about. */
export type ReminderFacts = {
  municipalityNo: string;
  status: 'expected' | 'covered_by_host' | 'declined';
  /** Any version, in whatever way it came. */
  hasAnswered: boolean;
  /** Whether a host has said in its answer that it answers for the municipality. */
  isClaimedByHost: boolean;
  extendedUntil: Date | null;
  isReadOnly: boolean;
  email: string | null;
  /** When mail to the address came back, or an adviser said that it does; null when it does not. */
  bouncedAt: Date | null;
  /** When the round last wrote to it, or put a letter to it in the outbox. */
  lastLetterAt: Date | null;
  /** Whether the step has written to it, or is about to. */
  isInStep: boolean;
};

/** When and in which round it is asked. `recipient` is the address of a letter that is already written, null before. */
export type ReminderMoment = { now: Date; isRoundOpen: boolean; recipient: string | null };

const leastDaysBetweenLetters = 3;
const dayMs = 86_400_000;

/** Why a municipality is not written to at a moment, or null when it is; asked when queueing and again when sending. */
export function whyNotWritten(facts: ReminderFacts, moment: ReminderMoment): Hindrance | null {
  const holds = hindrancesOf(facts, moment);
  return hindrances.find((one) => holds[one]) ?? null;
}

function hindrancesOf(
  facts: ReminderFacts,
  { now, isRoundOpen, recipient }: ReminderMoment
): Record<Hindrance, boolean> {
  const { status, email, lastLetterAt, extendedUntil } = facts;
  return {
    round_closed: !isRoundOpen,
    answered: facts.hasAnswered,
    covered: status === 'covered_by_host' || facts.isClaimedByHost,
    declined: status === 'declined',
    extended: extendedUntil !== null && extendedUntil > now,
    read_only: facts.isReadOnly,
    no_address: email === null,
    replaced: recipient !== null && email !== null && email.toLowerCase() !== recipient.toLowerCase(),
    bounced: facts.bouncedAt !== null,
    already: facts.isInStep,
    recently: lastLetterAt !== null && now.getTime() - lastLetterAt.getTime() < leastDaysBetweenLetters * dayMs
  };
}

export type Sorted = { to: ReminderFacts[]; not: { facts: ReminderFacts; why: Hindrance }[] };

/** Who of the municipalities of a round gets a letter, and why each of the others does not. */
export function whoToRemind(all: readonly ReminderFacts[], moment: Omit<ReminderMoment, 'recipient'>): Sorted {
  const asked = all.map((facts) => ({ facts, why: whyNotWritten(facts, { ...moment, recipient: null }) }));
  return {
    to: asked.flatMap(({ facts, why }) => (why === null ? [facts] : [])),
    not: asked.flatMap(({ facts, why }) => (why === null ? [] : [{ facts, why }]))
  };
}

/** Whether what a step has queued may leave: not while it is paused, and never once it is cancelled. */
export function isLeaving(status: PlanStatus): boolean {
  return status === 'sending';
}
