import { randomUUID } from 'node:crypto';
import { recordAudit } from './audit.ts';
import type { Actor, Db, Tx } from './db.ts';

/** A mail on its way out. The body is removed once it is sent or given up: it may carry a sign-in link. */
export type Message = {
  id: string;
  recipient: string;
  subject: string;
  body: string | null;
  status: 'queued' | 'sent' | 'failed';
  attempts: number;
  createdAt: Date;
};
export type NewMessage = Pick<Message, 'recipient' | 'subject'> & { body: string };
export type Send = (message: { recipient: string; subject: string; body: string }) => Promise<void>;

const mostAttempts = 8;
const claimMinutes = 5;
const outbox: Actor = { kind: 'system', task: 'outbox' };
const columns = `id, recipient, subject, body, status, attempts, created_at as "createdAt"`;

/** Puts a mail in the outbox, in the transaction of what it tells about; it is not sent before `dueAt`. */
export async function queueMessage(tx: Tx, message: NewMessage, now: Date, dueAt = now): Promise<void> {
  const id = randomUUID();
  await tx.query(
    `insert into message (id, recipient, subject, body, created_at, due_at) values ($1, $2, $3, $4, $5, $6)`,
    [id, message.recipient, message.subject, message.body, now, dueAt]
  );
  await recordAudit(tx, { at: now, chain: 'system', action: 'message_queued', subject: id, detail: {} });
}

/** The newest mails of the outbox. */
export function listMessages(tx: Tx, most: number): Promise<Message[]> {
  return tx.query<Message>(`select ${columns} from message order by created_at desc, id limit $1`, [most]);
}

/**
 * Sends one due mail, if any; true when there was one. Claiming it puts it out of other replicas' reach for five
 * minutes, and no transaction is open while the mail server answers. A refusal waits twice as long each time and
 * gives up after eight attempts.
 */
export async function deliverNext(db: Db, send: Send, now: Date): Promise<boolean> {
  const claimed = await db.transaction(outbox, (tx) => claimDue(tx, now));
  if (!claimed) return false;
  const failure = await attempt(send, claimed);
  await db.transaction(outbox, (tx) => settle(tx, claimed, failure, now));
  return true;
}

async function claimDue(tx: Tx, now: Date): Promise<(Message & { body: string }) | null> {
  const [claimed] = await tx.query<Message & { body: string }>(
    `update message
    set attempts = attempts + 1, due_at = $2
    where id = (
      select id
      from message
      where status = 'queued' and due_at <= $1
      order by due_at
      limit 1
      for update skip locked
    )
    returning ${columns}`,
    [now, new Date(now.getTime() + claimMinutes * 60_000)]
  );
  return claimed ?? null;
}

async function settle(tx: Tx, message: Message, failure: string | null, now: Date): Promise<void> {
  if (failure === null) {
    await tx.query(`update message set status = 'sent', sent_at = $2, body = null where id = $1`, [message.id, now]);
  } else {
    const status = message.attempts >= mostAttempts ? 'failed' : 'queued';
    const dueAt = new Date(now.getTime() + 30_000 * 2 ** message.attempts);
    await tx.query(
      `update message
      set status = $2, due_at = $3, body = case when $2 = 'queued' then body end
      where id = $1`,
      [message.id, status, dueAt]
    );
  }
  const action = failure === null ? 'message_sent' : 'message_refused';
  await recordAudit(tx, { at: now, chain: 'system', action, subject: message.id, detail: failure ? { failure } : {} });
}

async function attempt(send: Send, message: NewMessage): Promise<string | null> {
  try {
    await send(message);
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}
