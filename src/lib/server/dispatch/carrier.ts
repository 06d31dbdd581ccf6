import type { Outgoing } from '#lib/domain/case/dispatch.ts';

/**
 * Why a carrier did not take a message. `refused`: it never will. `unavailable`: it certainly has not taken it, and may
 * another time. `unknown`: it may have it, as no answer or no readable one came.
 */
export type FailureKind = 'refused' | 'unavailable' | 'unknown';

/** The code is safe to store and log: it carries neither what was sent nor what the carrier wrote. */
export class CarrierFailure extends Error {
  readonly kind: FailureKind;
  readonly code: string;

  constructor(kind: FailureKind, code: string, cause?: unknown) {
    super(`${kind}: ${code}`, cause === undefined ? undefined : { cause });
    this.name = 'CarrierFailure';
    this.kind = kind;
    this.code = code;
  }
}

/** A message on its way: `reference` is ours, stays the same over every try, and is unique. */
export type Parcel = { municipalityNo: string; reference: string; message: Outgoing };
/** What the carrier calls it, and what it said of it last. */
export type Tracked = { externalId: string; status: string };

/** Someone who brings messages on: KS SvarUt, Altinn, a gateway, or the local outbox of the demonstration. */
export type Carrier = {
  /** Whether sending twice with one reference brings one message; then nobody need ask what became of the first. */
  isIdempotent: boolean;
  /** Whether the municipality has been set up with it. */
  serves: (municipalityNo: string) => boolean;
  send: (parcel: Parcel) => Promise<Tracked>;
  /** The message that the carrier has under a reference, null for none; undefined when it cannot be asked. */
  find: ((municipalityNo: string, reference: string) => Promise<Tracked | null>) | undefined;
  /** Its words for those of these messages that it knows. */
  statuses: (municipalityNo: string, externalIds: readonly string[]) => Promise<Tracked[]>;
};

/** Who brings what. A channel without a carrier is off: its messages wait to be handed over. */
export type Carriers = Partial<Record<Outgoing['channel'], Carrier>>;
