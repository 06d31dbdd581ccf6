import type { DispatchState, DispatchTask } from './dispatch.ts';

/** What a carrier's own word means here: where the message is, which way it went, and whether someone must act. */
export type CarrierStatus = {
  state: Extract<DispatchState, 'accepted' | 'delivered' | 'failed' | 'handed_over' | 'cancelled'>;
  way: 'digital' | 'paper' | null;
  task: DispatchTask | null;
};

const underWay: CarrierStatus = { state: 'accepted', way: null, task: null };
const onPaperOut: CarrierStatus = { state: 'accepted', way: 'paper', task: null };
const digitalOut: CarrierStatus = { state: 'accepted', way: 'digital', task: null };
const readDigitally: CarrierStatus = { state: 'delivered', way: 'digital', task: null };
const notArrived: CarrierStatus = { state: 'failed', way: null, task: 'send_on_paper' };

/**
 * The statuses of KS SvarUt, v2 and v3. What is only notified (`VARSLET`) may still be printed; what a printer has printed
 * is with the postal service. Source: the specifications of the status and reference look-up, v2 and v3.
 */
export const svarutStatuses = {
  MOTTATT: underWay,
  AKSEPTERT: underWay,
  AVVIST: notArrived,
  FEILET_UNDER_MOTTAK: notArrived,
  VARSLET: digitalOut,
  LEST: readDigitally,
  SENDT_ALTINN: digitalOut,
  LEVERT_ALTINN: digitalOut,
  SENDT_PRINT: onPaperOut,
  PRINTET: { state: 'delivered', way: 'paper', task: null },
  MANUELT_HANDTERT: { state: 'handed_over', way: null, task: null },
  SENDT_DIGITALT: readDigitally,
  SENDT_SDP: digitalOut,
  LEVERT_SDP: readDigitally,
  KLAR_FOR_MOTTAK: digitalOut,
  IKKE_LEVERT: notArrived,
  SENDT_NHN_MOTTAKER: digitalOut,
  LEVERT_NHN_MOTTAKER: readDigitally,
  SLETTET: { state: 'failed', way: null, task: 'look_into' }
} as const satisfies Record<string, CarrierStatus>;

const smsUnderWay: CarrierStatus = { state: 'accepted', way: 'digital', task: null };
const smsArrived: CarrierStatus = { state: 'delivered', way: 'digital', task: null };
const smsLost: CarrierStatus = { state: 'failed', way: null, task: 'phone' };

/** The statuses of an order and of an SMS in Altinn Notifications. Source: its reference of status values. */
export const altinnStatuses = {
  Order_Registered: smsUnderWay,
  Order_Processing: smsUnderWay,
  Order_Processed: smsUnderWay,
  Order_Completed: smsUnderWay,
  Order_Cancelled: smsLost,
  Order_SendConditionNotMet: smsLost,
  SMS_New: smsUnderWay,
  SMS_Sending: smsUnderWay,
  SMS_Accepted: smsUnderWay,
  SMS_Delivered: smsArrived,
  SMS_Failed: smsLost,
  SMS_Failed_InvalidRecipient: smsLost,
  SMS_Failed_RecipientReserved: smsLost,
  SMS_Failed_BarredReceiver: smsLost,
  SMS_Failed_Deleted: smsLost,
  SMS_Failed_Expired: smsLost,
  SMS_Failed_Undelivered: smsLost,
  SMS_Failed_RecipientNotIdentified: smsLost,
  SMS_Failed_Rejected: smsLost,
  SMS_Failed_TTL: smsLost
} as const satisfies Record<string, CarrierStatus>;

/** What a gateway of SMS may say of a message, in our own contract. */
const gatewayStatuses = {
  accepted: smsUnderWay,
  delivered: smsArrived,
  failed: smsLost
} as const satisfies Record<string, CarrierStatus>;

const known: Record<string, CarrierStatus> = { ...svarutStatuses, ...altinnStatuses, ...gatewayStatuses };

/** What a word means, or null for one that the carrier has added since. */
export function carrierStatusOf(word: string): CarrierStatus | null {
  return Object.hasOwn(known, word) ? (known[word] ?? null) : null;
}
