import { z } from 'zod';
import { ask, askJson } from './answer.ts';
import { CarrierFailure, type Carrier, type Parcel, type Tracked } from './carrier.ts';
import type { Tokens } from './maskinporten.ts';

const scope = 'altinn:serviceowner/notifications.create';
const timeoutMs = 20_000;
/** Altinn's own token lasts half an hour; it is exchanged anew well before. */
const exchangedMs = 20 * 60_000;

export type AltinnSettings = { kind: 'altinn'; baseUrl: string; sender?: string | undefined };

const orderSchema = z.object({ notification: z.object({ shipmentId: z.string().min(1) }) });
const shipmentSchema = z.object({
  shipmentId: z.string().min(1),
  status: z.string(),
  recipients: z.array(z.object({ status: z.string() })).default([])
});

type Ways = { tokens: Tokens; send: typeof fetch; clock: () => Date };

/**
 * SMS through Altinn Notifications. `idempotencyId` makes a second order with the same reference the first one, so an
 * order whose outcome is not known is simply placed again. Sent in the daytime only. Source: docs.altinn.studio,
 * notifications, future/orders and future/shipment.
 */
export function altinnSmsCarrier(settings: AltinnSettings, { tokens, send, clock }: Ways): Carrier {
  let exchanged: { token: string; until: number } | undefined;

  const authorize = async () => {
    if (!exchanged || exchanged.until <= clock().getTime()) {
      const token = await exchange(settings.baseUrl, await tokens.token({ scope }), send);
      exchanged = { token, until: clock().getTime() + exchangedMs };
    }
    return { authorization: `Bearer ${exchanged.token}` };
  };

  return {
    isIdempotent: true,
    serves: () => true,
    async send(parcel) {
      const headers = { ...(await authorize()), 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(orderOf(parcel, settings.sender)) };
      const url = `${settings.baseUrl}/notifications/api/v1/future/orders`;
      const { notification } = await askJson(send, { url, init, timeoutMs }, orderSchema);
      return { externalId: notification.shipmentId, status: 'Order_Registered' };
    },
    find: undefined,
    async statuses(_, externalIds) {
      const headers = await authorize();
      const tracked: Tracked[] = [];
      for (const externalId of externalIds) {
        const url = `${settings.baseUrl}/notifications/api/v1/future/shipment/${encodeURIComponent(externalId)}`;
        const { status, recipients } = await askJson(send, { url, init: { headers }, timeoutMs }, shipmentSchema);
        tracked.push({ externalId, status: recipients[0]?.status ?? status });
      }
      return tracked;
    }
  };
}

async function exchange(baseUrl: string, token: string, send: typeof fetch): Promise<string> {
  const url = `${baseUrl}/authentication/api/v1/exchange/maskinporten`;
  try {
    const answer = await ask(send, { url, init: { headers: { authorization: `Bearer ${token}` } }, timeoutMs });
    return (await answer.text()).trim().replaceAll('"', '');
  } catch (error) {
    const code = error instanceof CarrierFailure ? error.code : 'connection-lost';
    throw new CarrierFailure('unavailable', `exchange-${code}`, error);
  }
}

function orderOf({ reference, message }: Parcel, sender: string | undefined) {
  if (message.channel !== 'sms') throw new CarrierFailure('refused', 'not-an-sms');
  return {
    idempotencyId: reference,
    sendersReference: reference,
    recipient: {
      recipientSms: {
        phoneNumber: message.to.phone,
        smsSettings: { body: message.text, sendingTimePolicy: 'Daytime', ...(sender !== undefined && { sender }) }
      }
    }
  };
}
