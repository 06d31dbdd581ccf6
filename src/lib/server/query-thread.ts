import { randomUUID } from 'node:crypto';
import type { Answers } from '#lib/domain/answer.ts';
import {
  nextMailAt,
  nextThreadState,
  type Side,
  type ThreadEvent,
  type ThreadState
} from '#lib/domain/query-thread.ts';
import { sameAnswer } from '#lib/domain/quality-cell.ts';
import { recordAudit } from './audit.ts';
import type { AnswerKey } from './answer-change.ts';
import type { Tx } from './db.ts';
import { queueMessage, type NewMessage } from './message.ts';
import { Problem } from './problem.ts';

/** A question about a figure of an answer; about the whole answer when `questionKey` is null. */
export type Thread = AnswerKey & {
  id: string;
  questionKey: string | null;
  version: number;
  state: ThreadState;
  openedAt: Date;
  closedAt: Date | null;
};
/** One thing that was said or done about a question; accepting, correcting and withdrawing need no text. */
export type ThreadMessage = { event: ThreadEvent | 'ask'; at: Date; byName: string; text: string | null };
export type ThreadKey = AnswerKey & { id: string };
/** A mail about a question, for one address. */
export type Mail = Omit<NewMessage, 'recipient'>;

const columns = `
  municipality_no as "municipalityNo",
  round_id as "roundId",
  id,
  question_key as "questionKey",
  version,
  state,
  opened_at as "openedAt",
  closed_at as "closedAt"`;

/** Whose turn it is in every open question of a round that the actor may see, the newest first. */
export function listOpenThreads(
  tx: Tx,
  roundId: string
): Promise<Pick<Thread, 'municipalityNo' | 'questionKey' | 'state'>[]> {
  return tx.query(
    `select municipality_no as "municipalityNo", question_key as "questionKey", state
    from query_thread
    where round_id = $1
      and closed_at is null
    order by opened_at desc, id`,
    [roundId]
  );
}

/** The questions about one municipality's answer with all that was said, the newest question first. */
export async function readConversations(
  tx: Tx,
  { roundId, municipalityNo }: AnswerKey
): Promise<(Thread & { messages: ThreadMessage[] })[]> {
  const threads = await tx.query<Thread>(
    `select ${columns} from query_thread where municipality_no = $1 and round_id = $2 order by opened_at desc, id`,
    [municipalityNo, roundId]
  );
  const messages = await tx.query<ThreadMessage & { threadId: string }>(
    `select thread_id as "threadId", event, at, by_name as "byName", text
    from query_message
    where municipality_no = $1 and round_id = $2
    order by thread_id, position`,
    [municipalityNo, roundId]
  );
  return threads.map((thread) => ({
    ...thread,
    messages: messages
      .filter(({ threadId }) => threadId === thread.id)
      .map(({ event, at, byName, text }) => ({ event, at, byName, text }))
  }));
}

/** Asks about a figure of a version. One question about a figure is open at a time: another gives the conflict. */
export async function askQuestion(
  tx: Tx,
  question: AnswerKey & Pick<Thread, 'questionKey' | 'version'> & { personId: string; name: string; text: string },
  at: Date
): Promise<ThreadKey> {
  const { municipalityNo, roundId, questionKey, version, personId, name, text } = question;
  const key = { municipalityNo, roundId, id: randomUUID() };
  await tx.query(
    `insert into query_thread (municipality_no, round_id, id, question_key, version, state, opened_by, opened_at)
    values ($1, $2, $3, $4, $5, 'asked', $6, $7)`,
    [municipalityNo, roundId, key.id, questionKey, version, personId, at]
  );
  await tell(tx, key, { event: 'ask', at, byName: name, text }, questionKey);
  return key;
}

/** Lets an event happen to a question, or throws the conflict `question-moved` when its state no longer allows it. */
export async function moveThread(
  tx: Tx,
  key: ThreadKey,
  by: Side,
  message: ThreadMessage & { event: ThreadEvent }
): Promise<ThreadState> {
  const [thread] = await tx.query<Pick<Thread, 'state' | 'questionKey'>>(
    `select state, question_key as "questionKey"
    from query_thread
    where municipality_no = $1 and round_id = $2 and id::text = $3
    for update`,
    [key.municipalityNo, key.roundId, key.id]
  );
  if (!thread) throw Problem.notFound();
  const state = nextThreadState(thread.state, message.event, by);
  if (state === null) throw Problem.conflict('question-moved');
  await setState(tx, key, state, message.at);
  await tell(tx, key, message, thread.questionKey);
  return state;
}

/** Closes the open questions about figures that a new version has changed; one about the whole answer, by any change. */
export async function closeCorrected(
  tx: Tx,
  { municipalityNo, roundId }: AnswerKey,
  versions: { before: Answers; after: Answers },
  sent: { at: Date; byName: string }
): Promise<void> {
  const open = await tx.query<Thread>(
    `select ${columns}
    from query_thread
    where municipality_no = $1 and round_id = $2 and closed_at is null
    for update`,
    [municipalityNo, roundId]
  );
  for (const thread of open.filter(({ questionKey }) => isChanged(versions, questionKey))) {
    await setState(tx, thread, 'corrected', sent.at);
    await tell(tx, thread, { event: 'correct', ...sent, text: null }, thread.questionKey);
  }
}

/** Queues the mail about something new in a question, at most one an hour to each side of it. */
export async function mailAbout(
  tx: Tx,
  key: ThreadKey,
  to: { side: Side; recipients: readonly string[]; mail: Mail },
  now: Date
): Promise<void> {
  if (to.recipients.length === 0) return;
  const column = to.side === 'municipality' ? 'municipality_mailed_at' : 'adviser_mailed_at';
  const [thread] = await tx.query<{ mailedAt: Date | null }>(
    `select ${column} as "mailedAt" from query_thread where municipality_no = $1 and round_id = $2 and id = $3`,
    [key.municipalityNo, key.roundId, key.id]
  );
  const dueAt = nextMailAt(thread?.mailedAt ?? null, now);
  if (dueAt === null) return;
  for (const recipient of to.recipients) await queueMessage(tx, { ...to.mail, recipient }, now, dueAt);
  await tx.query(`update query_thread set ${column} = $4 where municipality_no = $1 and round_id = $2 and id = $3`, [
    key.municipalityNo,
    key.roundId,
    key.id,
    dueAt
  ]);
}

/** The addresses that the respondent's answer to a question is told to. */
export async function listAskers(tx: Tx, { id }: ThreadKey): Promise<string[]> {
  const rows = await tx.query<{ email: string }>(`select email from app_askers($1)`, [id]);
  return rows.map(({ email }) => email);
}

function isChanged({ before, after }: { before: Answers; after: Answers }, questionKey: string | null): boolean {
  const keys = questionKey === null ? Object.keys({ ...before, ...after }) : [questionKey];
  return keys.some((key) => !sameAnswer(before[key], after[key]));
}

async function setState(tx: Tx, { municipalityNo, roundId, id }: ThreadKey, state: ThreadState, at: Date) {
  await tx.query(
    `update query_thread
    set state = $4, closed_at = case when $4 in ('asked', 'answered') then null else $5::timestamptz end
    where municipality_no = $1 and round_id = $2 and id = $3`,
    [municipalityNo, roundId, id, state, at]
  );
}

async function tell(tx: Tx, key: ThreadKey, message: ThreadMessage, questionKey: string | null): Promise<void> {
  const { municipalityNo, roundId, id } = key;
  await tx.query(
    `insert into query_message (municipality_no, round_id, thread_id, position, event, at, by_name, text)
    select $1, $2, $3, count(*) + 1, $4, $5, $6, $7
    from query_message
    where municipality_no = $1 and round_id = $2 and thread_id = $3`,
    [municipalityNo, roundId, id, message.event, message.at, message.byName, message.text]
  );
  const action = {
    ask: 'question_asked',
    ask_again: 'question_asked',
    answer: 'question_answered',
    correct: 'question_corrected',
    accept: 'question_accepted',
    withdraw: 'question_withdrawn'
  }[message.event];
  const detail = { question: questionKey, thread: id };
  const subject = `${roundId}/${municipalityNo}`;
  await recordAudit(tx, { at: message.at, chain: municipalityNo, action, subject, detail });
}
