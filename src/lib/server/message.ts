import { randomUUID } from 'node:crypto';
import type { LetterKind } from '#lib/domain/mail-plan.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';

export type MessageStatus = 'queued' | 'sent' | 'failed' | 'bounced' | 'dropped';
export type MessageKind = LetterKind | 'handover' | 'other';

/** A mail on its way out. The body is removed once it is sent or given up: it may carry a sign-in link. */
export type Message = {
  id: string;
  recipient: string;
  subject: string;
  body: string | null;
  status: MessageStatus;
  attempts: number;
  createdAt: Date;
};

/** The municipality and round that a mail is about. With a plan it is one of many, and written once per step. */
type MessageAbout = { roundId: string; municipalityNo: string; kind: MessageKind; planId?: string };
export type NewMessage = Pick<Message, 'recipient' | 'subject'> & { body: string; about?: MessageAbout };
export type Send = (message: { id: string; recipient: string; subject: string; body: string }) => Promise<void>;

const columns = `id, recipient, subject, body, status, attempts, created_at as "createdAt"`;

/** Puts a mail in the outbox, in the transaction of what it tells about; it is not sent before `dueAt`. */
export async function queueMessage(tx: Tx, { about, ...message }: NewMessage, now: Date, dueAt = now): Promise<void> {
  const id = randomUUID();
  const { roundId = null, municipalityNo = null, planId = null, kind = 'other' } = about ?? {};
  const key = planId === null ? null : `${planId}/${municipalityNo}`;
  // Only letters of a plan can be queued twice, and only who may read them can leave out the second.
  const repeat = key === null ? '' : 'on conflict (idempotency_key) do nothing';
  await tx.query(
    `insert into message (id, recipient, subject, body, created_at, due_at, round_id, municipality_no, plan_id, kind,
      idempotency_key)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ${repeat}`,
    [id, message.recipient, message.subject, message.body, now, dueAt, roundId, municipalityNo, planId, kind, key]
  );
  await recordAudit(tx, { at: now, chain: 'system', action: 'message_queued', subject: id, detail: {} });
}

/** The newest mails of the outbox. */
export function listMessages(tx: Tx, most: number): Promise<Message[]> {
  return tx.query<Message>(`select ${columns} from message order by created_at desc, id limit $1`, [most]);
}

/** What became of a letter to a municipality in a round, the newest first; its text is no part of it. */
export type SentLetter = {
  id: string;
  kind: MessageKind;
  recipient: string;
  subject: string;
  status: MessageStatus;
  createdAt: Date;
  events: { at: Date; status: 'deferred' | Exclude<MessageStatus, 'queued'>; code: string | null }[];
};

/** The letters to a municipality in a round with their history, the newest first. */
export async function listLetters(tx: Tx, roundId: string, municipalityNo: string): Promise<SentLetter[]> {
  const letters = await tx.query<Omit<SentLetter, 'events'>>(
    `select id, kind, recipient, subject, status, created_at as "createdAt"
    from message
    where round_id = $1 and municipality_no = $2
    order by created_at desc, id`,
    [roundId, municipalityNo]
  );
  const events = await tx.query<SentLetter['events'][number] & { id: string }>(
    `select message_id as id, at, status, code
    from message_event
    where message_id = any ($1)
    order by sequence`,
    [letters.map(({ id }) => id)]
  );
  return letters.map((letter) => ({
    ...letter,
    events: events.filter(({ id }) => id === letter.id).map(({ at, status, code }) => ({ at, status, code }))
  }));
}
