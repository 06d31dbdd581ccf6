import type { Language } from '#lib/domain/language.ts';

/** What leaves the house, and why: the first summons, the next ones, their copy to a guardian, a notice, a reminder. */
export type DispatchKind = 'summons' | 'second_summons' | 'guardian_copy' | 'notice' | 'reminder';

/** Which way it goes: by letter to a person, by notice to an organisation, or by SMS. */
export type DispatchChannel = 'letter' | 'notice' | 'sms';

/** Letters are written in the language of who gets them, which may be English. */
export const letterLanguages = ['nb', 'nn', 'en'] as const;
export type LetterLanguage = Language | 'en';

export type PostalAddress = { lines: readonly string[]; postcode: string; place: string };
/** A file as it is sent; `content` is base64, so that the whole message is one sealed text. */
type DispatchFile = { name: string; mimeType: string; content: string };

/** A letter to a person. Without a national identity number it can only be printed; without an address only read. */
export type OutgoingLetter = {
  channel: 'letter';
  to: { name: string; nationalId: string | null; address: PostalAddress | null };
  title: string;
  files: readonly DispatchFile[];
};
/** A notice to an organisation, by its organisation number. */
export type OutgoingNotice = {
  channel: 'notice';
  to: { name: string; organisationNo: string; address: PostalAddress | null };
  title: string;
  files: readonly DispatchFile[];
};
/** `phone` with country code, as +4791234567. */
type OutgoingSms = { channel: 'sms'; to: { phone: string }; text: string };
export type Outgoing = OutgoingLetter | OutgoingNotice | OutgoingSms;

/**
 * Where a message is. `sending`: someone has begun, and until the answer is known nobody begins anew. `accepted`: the
 * carrier has it. `delivered`: it is where its receiver reads it, or with the postal service. `failed`: it will not
 * arrive this way. `handed_over`: given by hand. `cancelled`: taken back before it left.
 */
export const dispatchStates = [
  'queued',
  'sending',
  'accepted',
  'delivered',
  'failed',
  'handed_over',
  'cancelled'
] as const;
export type DispatchState = (typeof dispatchStates)[number];

/** What someone must do: print and post it, phone instead, or find out with the carrier what became of it. */
export const dispatchTasks = ['send_on_paper', 'phone', 'look_into'] as const;
export type DispatchTask = (typeof dispatchTasks)[number];

/** What people do with a message: give it by hand, post it, or take it back before it leaves. */
export const dispatchChanges = ['hand_over', 'post', 'cancel'] as const;
export type DispatchChange = (typeof dispatchChanges)[number];

/** What happens to a message. */
export type DispatchEvent = 'claim' | 'defer' | 'doubt' | 'accept' | 'deliver' | 'fail' | 'hand_over' | 'cancel';

/** `defer`: it certainly did not leave, and waits. `doubt`: it may have left, and nobody but the carrier can say. */
const transitions: Record<DispatchEvent, { from: readonly DispatchState[]; to: DispatchState }> = {
  claim: { from: ['queued', 'sending'], to: 'sending' },
  defer: { from: ['sending'], to: 'queued' },
  doubt: { from: ['sending'], to: 'sending' },
  accept: { from: ['sending', 'accepted'], to: 'accepted' },
  deliver: { from: ['sending', 'accepted'], to: 'delivered' },
  fail: { from: ['sending', 'accepted'], to: 'failed' },
  hand_over: { from: ['queued', 'accepted', 'delivered', 'failed'], to: 'handed_over' },
  cancel: { from: ['queued'], to: 'cancelled' }
};

/** The state after an event, or null when it cannot happen there. */
export function nextDispatchState(state: DispatchState, event: DispatchEvent): DispatchState | null {
  const { from, to } = transitions[event];
  return from.includes(state) ? to : null;
}

/** The task that a message makes when it will not arrive by itself. */
export function taskOnFailure(channel: DispatchChannel): DispatchTask {
  return channel === 'sms' ? 'phone' : 'send_on_paper';
}

/** Minutes before the next try: one, two, four …, at most six hours. */
export function retryMinutes(attempts: number): number {
  return Math.min(2 ** Math.max(0, attempts - 1), 360);
}

/** Minutes before the carrier is asked again what became of a message that it has had for so many minutes. */
export function pollMinutes(minutesSinceAccepted: number): number {
  if (minutesSinceAccepted < 60) return 10;
  return minutesSinceAccepted < 24 * 60 ? 60 : 6 * 60;
}

/** Norwegian mobile numbers as +47…; null when it is no number an SMS can be sent to. */
export function readMobile(text: string): string | null {
  const digits = text.replaceAll(/[\s()-]/g, '').replace(/^00/, '+');
  if (/^[49]\d{7}$/.test(digits)) return `+47${digits}`;
  if (/^\+47[49]\d{7}$/.test(digits)) return digits;
  return /^\+(?!47)[1-9]\d{6,14}$/.test(digits) ? digits : null;
}

/** Words that nobody who sees a title, a file name or an SMS should read there. */
export const tellingWords =
  /rus(?!sisk)|narko|politi|påtale|straff|helse|dom(?:stol|felt)|lov(?:brudd|brot)|drug|police|prosecut|offen[cs]e|health|substance|cannabis|hasj|prøve/i;
