import { fail, type ActionFailure } from '@sveltejs/kit';
import { readMessageText, type ThreadEvent } from '#lib/domain/query-thread.ts';
import { corrector, takesAnswers } from '#lib/domain/round.ts';
import { findAssignment } from '#lib/server/assignment.ts';
import type { Tx } from '#lib/server/db.ts';
import { queueMessage } from '#lib/server/message.ts';
import { Problem } from '#lib/server/problem.ts';
import { askQuestion, mailAbout, moveThread, type ThreadKey } from '#lib/server/query-thread.ts';
import { reviewReport } from '#lib/server/report-review.ts';
import { municipalityMail } from '../municipality-mail.ts';
import type { QualityDesk } from '../open-quality.ts';
import { readVersion } from '../reviewing.ts';
import { readQuestion } from './cell.ts';

/** What is wrong with a text, where it was typed; everything typed comes back. */
type Refused = {
  refused: { field: 'ask' | 'return'; problem: 'empty' | 'too_long'; text: string; thread: string | null };
};
type Deciding = { locals: App.Locals; url: URL; form: FormData; desk: QualityDesk; municipalityNo: string };
type Outcome = Promise<ActionFailure<Refused> | { done: true }>;

const decisions = ['accept', 'ask_again', 'withdraw'] as const satisfies ThreadEvent[];
const reviews = ['accept', 'return', 'undo'] as const;

/** Asks the municipality about the figure of the page. */
export async function ask({ locals, url, form, desk, municipalityNo }: Deciding): Outcome {
  const read = readMessageText(form.get('text'));
  if (read.problem) return refuse('ask', { ...read, problem: read.problem });
  const question = readQuestion(desk.questionnaire, url);
  const at = locals.app.clock();
  const { personId, name } = desk.user;
  await locals.app.db.transaction(desk.actor, async (tx) => {
    const about = { roundId: desk.round.id, municipalityNo, questionKey: question?.key ?? null };
    const version = readVersion(form.get('version'));
    const thread = await askQuestion(tx, { ...about, version, personId, name, text: read.text }, at);
    await tellMunicipality(tx, { locals, desk, thread });
  });
  return { done: true };
}

/** Accepts an explanation, asks again or withdraws a question. */
export async function decide({ locals, form, desk, municipalityNo }: Deciding): Outcome {
  const event = decisions.find((one) => one === form.get('event'));
  if (!event) throw Problem.notFound();
  const thread = { roundId: desk.round.id, municipalityNo, id: String(form.get('thread')) };
  const read = readMessageText(form.get('text'));
  if (event === 'ask_again' && read.problem) {
    return refuse('ask', { ...read, problem: read.problem, thread: thread.id });
  }
  const text = event === 'ask_again' ? read.text : null;
  const at = locals.app.clock();
  await locals.app.db.transaction(desk.actor, async (tx) => {
    await moveThread(tx, thread, 'adviser', { event, at, byName: desk.user.name, text });
    if (event === 'ask_again') await tellMunicipality(tx, { locals, desk, thread });
  });
  return { done: true };
}

/** Accepts the whole answer, returns it with what to correct, or undoes that. */
export async function review({ locals, form, desk, municipalityNo }: Deciding): Outcome {
  const event = reviews.find((one) => one === form.get('event'));
  if (!event) throw Problem.notFound();
  const read = readMessageText(form.get('text'));
  if (event === 'return' && read.problem) return refuse('return', { ...read, problem: read.problem });
  const { app } = locals;
  const at = app.clock();
  if (event === 'return' && !takesAnswers(desk.round, at, corrector)) throw Problem.roundClosed(desk.round.id);
  await app.db.transaction(desk.actor, async (tx) => {
    const answer = { roundId: desk.round.id, municipalityNo, version: readVersion(form.get('version')) };
    await reviewReport(tx, answer, { event, note: event === 'return' ? read.text : null }, { ...desk.user, at });
    if (event !== 'return') return;
    const assignment = await findAssignment(tx, desk.round.id, municipalityNo);
    if (!assignment) throw Problem.notFound();
    const { recipients, mail } = await municipalityMail(tx, locals, desk, { assignment, kind: 'returned' });
    for (const recipient of recipients) await queueMessage(tx, { ...mail, recipient }, at);
  });
  return { done: true };
}

async function tellMunicipality(
  tx: Tx,
  { locals, desk, thread }: { locals: App.Locals; desk: QualityDesk; thread: ThreadKey }
): Promise<void> {
  const assignment = await findAssignment(tx, thread.roundId, thread.municipalityNo);
  if (!assignment) throw Problem.notFound();
  const letter = await municipalityMail(tx, locals, desk, { assignment, kind: 'asked' });
  await mailAbout(tx, thread, { side: 'municipality', ...letter }, locals.app.clock());
}

function refuse(
  field: 'ask' | 'return',
  { text, problem, thread = null }: { text: string; problem: 'empty' | 'too_long'; thread?: string | null }
): ActionFailure<Refused> {
  return fail(400, { refused: { field, problem, text, thread } });
}
