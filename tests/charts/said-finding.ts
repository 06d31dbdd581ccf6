import { messagesIn } from '#lib/i18n/messages.ts';

export const { charts: nb } = messagesIn('nb');
export const { charts: nn } = messagesIn('nn');

/** A text that only repeats what it is told, so that a finding can be compared with the rows. */
export const told = (...values: unknown[]): string => JSON.stringify(values);
