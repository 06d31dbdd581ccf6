import { randomUUID } from 'node:crypto';
import { inMood, serveLocally, type Answer, type Asked, type LocalServer, type Mood } from './local-http.ts';

export type SentSms = { id: string; reference: string; to: string; text: string; status: string };
export type LocalSms = LocalServer & {
  sent: SentSms[];
  mood: (reference: string, times: number) => Mood;
  token: string;
};

type Order = Pick<SentSms, 'reference' | 'to' | 'text'>;

async function startSms(
  read: (asked: Asked, local: LocalSms) => Order | Answer | null,
  shown: Shown,
  isIdempotent: boolean
) {
  const sent: SentSms[] = [];
  const posted = new Map<string, number>();
  const server = await serveLocally((asked) => {
    if (asked.headers.authorization !== `Bearer ${local.token}`) {
      const other = read(asked, local);
      return other && !isOrder(other) ? other : { status: 401, json: {} };
    }
    const order = asked.method === 'POST' ? read(asked, local) : null;
    if (order && isOrder(order)) {
      const times = (posted.get(order.reference) ?? 0) + 1;
      posted.set(order.reference, times);
      return inMood(local.mood(order.reference, times), () => take(order));
    }
    const one = sent.find(({ id }) => asked.path.endsWith(`/${id}`));
    return one ? { status: 200, json: shown.asked(one) } : { status: 404, json: {} };
  });
  const take = (order: Order): Answer => {
    const earlier = isIdempotent ? sent.find(({ reference }) => reference === order.reference) : undefined;
    const one = earlier ?? { ...order, id: randomUUID(), status: shown.first };
    if (!earlier) sent.push(one);
    return { status: earlier ? 200 : 201, json: shown.taken(one) };
  };
  const local: LocalSms = { ...server, sent, mood: () => 'ok', token: 'sms-token' };
  return local;
}

type Shown = { first: string; taken: (one: SentSms) => unknown; asked: (one: SentSms) => unknown };

function isOrder(read: Order | Answer): read is Order {
  return typeof read === 'object' && 'reference' in read;
}

/** A gateway that speaks our own contract. */
export function startGateway({ isIdempotent }: { isIdempotent: boolean }): Promise<LocalSms> {
  const body = ({ id, status }: SentSms) => ({ id, status });
  const read = ({ method, headers, body: sent }: Asked): Order | null => {
    if (method !== 'POST') return null;
    const { reference, to, text } = JSON.parse(sent.toString()) as Order;
    return headers['idempotency-key'] === reference ? { reference, to, text } : null;
  };
  return startSms(read, { first: 'accepted', taken: body, asked: body }, isIdempotent);
}

/** Altinn Notifications: exchange of tokens, orders of SMS, and what became of them. */
export function startAltinn(maskinportenToken: string): Promise<LocalSms> {
  const read = ({ method, path, headers, body }: Asked, { token }: LocalSms): Order | Answer | null => {
    if (path === '/authentication/api/v1/exchange/maskinporten') {
      const isOurs = headers.authorization === `Bearer ${maskinportenToken}`;
      return isOurs ? { status: 200, bytes: Buffer.from(token) } : { status: 401, json: {} };
    }
    if (method !== 'POST' || path !== '/notifications/api/v1/future/orders') return null;
    const { idempotencyId, recipient } = JSON.parse(body.toString()) as {
      idempotencyId: string;
      recipient: { recipientSms: { phoneNumber: string; smsSettings: { body: string } } };
    };
    const { phoneNumber, smsSettings } = recipient.recipientSms;
    return { reference: idempotencyId, to: phoneNumber, text: smsSettings.body };
  };
  const taken = ({ id, reference }: SentSms) => ({
    notificationOrderId: randomUUID(),
    notification: { shipmentId: id, sendersReference: reference }
  });
  const asked = ({ id, reference, to, status }: SentSms) => ({
    ...{ shipmentId: id, sendersReference: reference, type: 'Notification', status: 'Order_Processed' },
    recipients: [{ type: 'SMS', destination: to, status }]
  });
  return startSms(read, { first: 'SMS_New', taken, asked }, true);
}
