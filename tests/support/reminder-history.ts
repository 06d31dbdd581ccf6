import { nextPlanStatus, type PlanStatus } from '#lib/domain/mail-plan.ts';
import { isLeaving, whoToRemind, whyNotWritten, type ReminderFacts } from '#lib/domain/reminder.ts';

/** What can happen while a round is followed up: to municipality `no`, to a step of its plan, or to the clock. */
export type PlanEvent =
  | {
      kind: 'answer' | 'cover' | 'claim' | 'decline' | 'expect' | 'bounce' | 'mend' | 'extend' | 'withdraw';
      no: number;
    }
  | { kind: 'send' | 'pause' | 'resume' | 'cancel'; step: number }
  | { kind: 'deliver' }
  | { kind: 'wait'; days: number };

/** A letter that left. `wasUnwanted`: at that moment its municipality had answered, was extended, covered or declined. */
export type Delivered = { no: number; step: number; at: number; wasUnwanted: boolean };
type Town = Omit<ReminderFacts, 'municipalityNo' | 'lastLetterAt' | 'isInStep'>;
type Queued = { no: number; step: number; status: 'queued' | 'sent' | 'dropped'; at: number };

export const dayMs = 86_400_000;
export const begins = Date.parse('2025-01-05T12:00:00Z');
export const extensionDays = 7;

/** Plays a history as the outbox does, in memory: the rule is asked when queueing, and again when sending. */
export function planHistory(events: readonly PlanEvent[], towns = 5): Delivered[] {
  const state = {
    now: begins,
    towns: Array.from({ length: towns }, newTown),
    steps: ['planned', 'planned', 'planned'] as PlanStatus[],
    queue: [] as Queued[],
    delivered: [] as Delivered[]
  };
  const factsOf = (no: number, step: number, leaving: Queued | null): ReminderFacts => {
    const others = state.queue.filter((one) => one.no === no && one !== leaving);
    const counted = others.filter(({ status }) => status === 'sent' || (status === 'queued' && leaving === null));
    const last = Math.max(...counted.map(({ at }) => at));
    return {
      ...state.towns[no]!,
      municipalityNo: String(no),
      lastLetterAt: counted.length > 0 ? new Date(last) : null,
      isInStep: others.some((one) => one.step === step)
    };
  };
  const moment = () => ({ now: new Date(state.now), isRoundOpen: true, recipient: null });
  const queueStep = (step: number): boolean => {
    const { to } = whoToRemind(
      state.towns.map((_, no) => factsOf(no, step, null)),
      moment()
    );
    for (const { municipalityNo } of to) {
      state.queue.push({ no: Number(municipalityNo), step, status: 'queued', at: state.now });
    }
    return to.length > 0;
  };
  const deliver = () => {
    const next = state.queue.find(({ status, step }) => status === 'queued' && isLeaving(state.steps[step]!));
    if (!next) return;
    const isWanted = whyNotWritten(factsOf(next.no, next.step, next), moment()) === null;
    Object.assign(next, { status: isWanted ? 'sent' : 'dropped', at: state.now });
    if (!isWanted) return;
    const town = state.towns[next.no]!;
    state.delivered.push({ no: next.no, step: next.step, at: state.now, wasUnwanted: isUnwanted(town, state.now) });
  };
  for (const event of events) {
    if (event.kind === 'wait') state.now += event.days * dayMs;
    else if (event.kind === 'deliver') deliver();
    else if ('no' in event) state.towns[event.no] = after(state.towns[event.no]!, event.kind, state.now);
    else {
      const next = nextPlanStatus(state.steps[event.step]!, event.kind);
      if (next === null || (event.kind === 'send' && !queueStep(event.step))) continue;
      state.steps[event.step] = next;
    }
  }
  return state.delivered;
}

/** Told of the town itself, apart from the rule that is tested. */
export function isUnwanted(town: Omit<Town, 'email' | 'isReadOnly' | 'bouncedAt'>, now: number): boolean {
  const isExtended = town.extendedUntil !== null && town.extendedUntil.getTime() > now;
  return town.hasAnswered || town.status !== 'expected' || town.isClaimedByHost || isExtended;
}

function newTown(): Town {
  return {
    status: 'expected',
    hasAnswered: false,
    isClaimedByHost: false,
    extendedUntil: null,
    isReadOnly: false,
    email: 'post@kommune.example',
    bouncedAt: null
  };
}

function after(town: Town, kind: Extract<PlanEvent, { no: number }>['kind'], now: number): Town {
  const changed: Record<typeof kind, Partial<Town>> = {
    answer: { hasAnswered: true },
    cover: { status: 'covered_by_host' },
    claim: { isClaimedByHost: true },
    decline: { status: 'declined' },
    expect: { status: 'expected' },
    bounce: { bouncedAt: new Date(now) },
    mend: { bouncedAt: null },
    extend: { extendedUntil: new Date(now + extensionDays * dayMs) },
    withdraw: { extendedUntil: null }
  };
  return { ...town, ...changed[kind] };
}
