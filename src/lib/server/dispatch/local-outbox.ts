import type { Carrier, Carriers, Parcel } from './carrier.ts';

const mostKept = 50;

/** What the demonstration would have sent, the newest first. Nothing leaves the machine, and nothing outlives the process. */
export class LocalOutbox {
  readonly #parcels: Parcel[] = [];

  /** The messages since the start, at most fifty. */
  get parcels(): readonly Parcel[] {
    return this.#parcels;
  }

  /** Takes everything at once, and says of letters and notices that they were read, of SMS that they arrived. */
  carriers(): Carriers {
    const letter = this.#carrier('LEST');
    return { letter, notice: letter, sms: this.#carrier('delivered') };
  }

  #carrier(status: string): Carrier {
    return {
      isIdempotent: true,
      serves: () => true,
      send: async (parcel) => {
        if (!this.#parcels.some(({ reference }) => reference === parcel.reference)) this.#parcels.unshift(parcel);
        this.#parcels.splice(mostKept);
        return { externalId: parcel.reference, status };
      },
      find: undefined,
      statuses: async (_, externalIds) => externalIds.map((externalId) => ({ externalId, status }))
    };
  }
}
