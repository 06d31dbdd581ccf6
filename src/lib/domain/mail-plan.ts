export const letterKinds = ['invitation', 'reminder', 'last_reminder'] as const;
/** What a round writes to its municipalities. */
export type LetterKind = (typeof letterKinds)[number];

export const planStatuses = ['planned', 'sending', 'paused', 'sent', 'cancelled'] as const;
export type PlanStatus = (typeof planStatuses)[number];
export type PlanEvent = 'send' | 'pause' | 'resume' | 'cancel' | 'finish';

/** One step of a round's plan: what is written, and the day (ISO) it is meant for. */
export type PlanStep = {
  id: string;
  roundId: string;
  kind: LetterKind;
  plannedOn: string;
  status: PlanStatus;
  startedAt: Date | null;
};

const transitions: Record<PlanEvent, { from: readonly PlanStatus[]; to: PlanStatus }> = {
  send: { from: ['planned'], to: 'sending' },
  pause: { from: ['sending'], to: 'paused' },
  resume: { from: ['paused'], to: 'sending' },
  cancel: { from: ['planned', 'sending', 'paused'], to: 'cancelled' },
  finish: { from: ['sending'], to: 'sent' }
};

/** The status after an event, or null when it cannot happen then. */
export function nextPlanStatus(status: PlanStatus, event: PlanEvent): PlanStatus | null {
  const { from, to } = transitions[event];
  return from.includes(status) ? to : null;
}

/** What can be done with a step by hand, in the order of its buttons. */
export function planEventsOf(status: PlanStatus): PlanEvent[] {
  const byHand = ['send', 'pause', 'resume', 'cancel'] as const;
  return byHand.filter((event) => nextPlanStatus(status, event) !== null);
}

/** Whether a text names a kind of letter. */
export function isLetterKind(text: unknown): text is LetterKind {
  return letterKinds.some((kind) => kind === text);
}
