import type { Question } from './questionnaire.ts';

/** One mapping: a questionnaire sent to the municipalities of a region for a reference period. Dates are ISO strings. */
export type Round = {
  id: string;
  korusRegion: string;
  slug: string;
  name: string;
  questionnaireId: string;
  questionnaireVersion: number;
  periodStart: string;
  periodEnd: string;
  opensAt: Date;
  deadlineAt: Date;
  /** From then on only those who have answered, or were given more time, may send. */
  closesAt: Date;
  freezesAt: Date;
  dataKind: DataKind;
  /** When an adviser opened it; null while it is prepared, and nobody else knows of it. */
  openedAt: Date | null;
  /** The round it was made from. */
  copiedFrom: string | null;
  /** The region's own questions, after those of the core. */
  addon: readonly Question[];
};

/** `synthetic`: made-up values about real municipalities. `published`: copied from what others have published. */
export type DataKind = 'reported' | 'synthetic' | 'published';

export const roundPhases = ['preparing', 'before', 'open', 'closed', 'frozen'] as const;
export type RoundPhase = (typeof roundPhases)[number];

/** The dates that decide the phase; the shown deadline decides nothing. */
export type RoundDates = Pick<Round, 'openedAt' | 'opensAt' | 'closesAt' | 'freezesAt'>;

/** What an adviser does with a round. Each changes the round or its list, or is refused. */
export type RoundEvent =
  | 'change_list'
  | 'dry_run'
  | 'discard'
  | 'open'
  | 'move_dates'
  | 'set_host'
  | 'set_declined'
  | 'extend'
  | 'withdraw_extension'
  | 'rule_coverage';

/** What must hold for a transition, beside the phase it begins in. */
export type RoundCondition = 'always' | 'expects_someone' | 'closes_later' | 'order_kept' | 'not_into_the_past';

type ByAdviser = { event: RoundEvent; who: 'adviser'; holds: readonly RoundCondition[] };
type ByClock = { event: 'opens_at' | 'closes_at' | 'freezes_at'; who: 'clock'; reached: keyof RoundDates };
export type RoundTransition = { from: RoundPhase | null; to: RoundPhase | null } & (ByAdviser | ByClock);

const opened = ['before', 'open', 'closed'] as const;
const listed = ['preparing', ...opened] as const;

/** Stays in its phase, unless the dates that were moved say another. */
const within = (
  phases: readonly RoundPhase[],
  event: RoundEvent,
  holds: readonly RoundCondition[] = ['always']
): RoundTransition[] => phases.map((phase) => ({ from: phase, event, to: phase, who: 'adviser', holds }));

/**
 * Every state of a round and every way from one to another: who makes it, and what must hold. `null` is no round: not yet
 * made, or discarded. Nothing leaves `frozen`.
 */
export const roundTransitions: readonly RoundTransition[] = [
  { from: 'preparing', event: 'discard', to: null, who: 'adviser', holds: ['always'] },
  { from: 'preparing', event: 'open', to: 'before', who: 'adviser', holds: ['expects_someone', 'closes_later'] },
  { from: 'before', event: 'opens_at', to: 'open', who: 'clock', reached: 'opensAt' },
  { from: 'open', event: 'closes_at', to: 'closed', who: 'clock', reached: 'closesAt' },
  { from: 'closed', event: 'freezes_at', to: 'frozen', who: 'clock', reached: 'freezesAt' },
  { from: 'closed', event: 'move_dates', to: 'open', who: 'adviser', holds: ['order_kept', 'not_into_the_past'] },
  ...within(['preparing'], 'change_list'),
  ...within(['preparing'], 'move_dates', ['order_kept']),
  ...within(['preparing', 'before'], 'dry_run', ['expects_someone']),
  ...within(opened, 'move_dates', ['order_kept', 'not_into_the_past']),
  ...within(listed, 'set_host'),
  ...within(listed, 'set_declined'),
  ...within(opened, 'extend', ['not_into_the_past']),
  ...within(opened, 'withdraw_extension'),
  ...within(['open', 'closed'], 'rule_coverage')
];

/** The phase of a round at a moment: from its opening, the clock takes it along the table as far as its dates reach. */
export function roundPhase(round: RoundDates, now: Date): RoundPhase {
  let phase: RoundPhase = round.openedAt === null ? 'preparing' : 'before';
  for (let turn = clockTurn(phase); turn !== null; turn = clockTurn(phase)) {
    const reached = round[turn.reached];
    if (turn.to === null || reached === null || now < reached) break;
    phase = turn.to;
  }
  return phase;
}

function clockTurn(phase: RoundPhase): (RoundTransition & ByClock) | null {
  const found = roundTransitions.find((turn) => turn.from === phase && turn.who === 'clock');
  return found?.who === 'clock' ? found : null;
}

/** What must hold for an adviser to do something in a phase, or null when the table has no such transition. */
export function conditionsOf(phase: RoundPhase, event: RoundEvent): readonly RoundCondition[] | null {
  const found = roundTransitions.find((turn) => turn.from === phase && turn.event === event);
  return found?.who === 'adviser' ? found.holds : null;
}

/** What is known of one municipality in a round when it asks to save or send; `extendedUntil` is null without more time. */
export type Standing = { hasAnswered: boolean; extendedUntil: Date | null };

/** A municipality that has answered and has no more time than others. */
export const corrector: Standing = { hasAnswered: true, extendedUntil: null };

/**
 * Whether a municipality may save and send: anyone while the round is open; when it is closed, whoever corrects an answer
 * or was given more time; never once it is frozen. `app_takes_answer` in the store holds the same rule.
 */
export function takesAnswers(round: RoundDates, now: Date, { hasAnswered, extendedUntil }: Standing): boolean {
  const phase = roundPhase(round, now);
  if (phase !== 'closed') return phase === 'open';
  return hasAnswered || (extendedUntil !== null && now < extendedUntil);
}

/** Whether advisers may register answers that others give them: until the freeze, also once it is closed for first answers. */
export function takesFromAdvisers(round: RoundDates, now: Date): boolean {
  const phase = roundPhase(round, now);
  return phase === 'open' || phase === 'closed';
}

/**
 * Whether nobody answers for the first time any more, but with more time given, or the figures were published before: then
 * county governors' advisers may have those of their counties. `round_is_settled` in the store holds the same rule.
 */
export function isSettled(round: RoundDates & Pick<Round, 'dataKind'>, now: Date): boolean {
  const phase = roundPhase(round, now);
  if (round.dataKind === 'published') return phase !== 'preparing';
  return phase === 'closed' || phase === 'frozen';
}

/** Whole days to the shown deadline, rounded up, and since it passed, rounded up too: 0 is the very moment only. */
export function daysLeft(round: Pick<Round, 'deadlineAt'>, now: Date): number {
  const days = (round.deadlineAt.getTime() - now.getTime()) / 86_400_000;
  return days > 0 ? Math.ceil(days) : Math.floor(days);
}

/** Days of the reference period, its first and last counted. */
export function daysOf({ periodStart, periodEnd }: Pick<Round, 'periodStart' | 'periodEnd'>): number {
  return Math.round((Date.parse(periodEnd) - Date.parse(periodStart)) / 86_400_000) + 1;
}
