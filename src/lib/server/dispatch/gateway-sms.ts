import { z } from 'zod';
import { askJson } from './answer.ts';
import { CarrierFailure, type Carrier, type Tracked } from './carrier.ts';

const timeoutMs = 20_000;

/** `isIdempotent`: the gateway has said that it sends once for each `Idempotency-Key`. */
export type GatewaySettings = {
  kind: 'gateway';
  url: string;
  token: string;
  sender: string;
  isIdempotent: boolean;
};

const statusSchema = z.object({ id: z.string().min(1), status: z.enum(['accepted', 'delivered', 'failed']) });

/**
 * Any gateway of SMS that speaks our small contract, by itself or through a translator: POST to the address with
 * `{ reference, to, from, text }` and the header `Idempotency-Key`; GET of the address with `/id` behind it. One that is not
 * idempotent gets each SMS once at most: when no answer comes, someone phones.
 */
export function gatewaySmsCarrier({ url, token, sender, isIdempotent }: GatewaySettings, send: typeof fetch): Carrier {
  const headers = { authorization: `Bearer ${token}` };
  return {
    isIdempotent,
    serves: () => true,
    async send({ reference, message }) {
      if (message.channel !== 'sms') throw new CarrierFailure('refused', 'not-an-sms');
      const body = JSON.stringify({ reference, to: message.to.phone, from: sender, text: message.text });
      const init = {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': reference },
        body
      };
      const { id, status } = await askJson(send, { url, init, timeoutMs }, statusSchema);
      return { externalId: id, status };
    },
    find: undefined,
    async statuses(_, externalIds) {
      const tracked: Tracked[] = [];
      for (const externalId of externalIds) {
        const asked = { url: `${url}/${encodeURIComponent(externalId)}`, init: { headers }, timeoutMs };
        tracked.push({ externalId, status: (await askJson(send, asked, statusSchema)).status });
      }
      return tracked;
    }
  };
}
