import { messagesIn } from '#lib/i18n/messages.ts';
import type { Db, Tx } from '#lib/server/db.ts';
import { listAskers, mailAbout, readConversations, type Mail, type ThreadKey } from '#lib/server/query-thread.ts';
import { findReview } from '#lib/server/report-review.ts';
import type { Respondent } from './respondent.ts';

/** What waits for the municipality: the newest text about each figure, how many questions, and what a return says. */
export type Asked = {
  asked: Record<string, string>;
  askedCount: number;
  returned: { note: string; byName: string } | null;
};

/** Reads what the form shows of questions and of the review of the latest version. */
export function readAsked(db: Db, { actor }: Respondent, version: number | null): Promise<Asked> {
  return db.transaction(actor, async (tx) => {
    const waiting = (await readConversations(tx, actor)).filter(({ state }) => state === 'asked');
    const review = version === null ? null : await findReview(tx, { ...actor, version });
    return {
      asked: Object.fromEntries(
        waiting.flatMap(({ questionKey, messages }) => {
          const text = messages.findLast((message) => message.text !== null)?.text;
          return questionKey !== null && text ? [[questionKey, text]] : [];
        })
      ),
      askedCount: waiting.length,
      returned: review?.state === 'returned' ? { note: review.note ?? '', byName: review.byName } : null
    };
  });
}

/** Tells the adviser who asked that the municipality has said or corrected something. */
export async function tellAsker(
  tx: Tx,
  { app, language }: App.Locals,
  { municipalityName, round }: Respondent,
  thread: ThreadKey & { questionKey: string | null }
): Promise<void> {
  const text = messagesIn(language).quality.mail.told;
  const figure = thread.questionKey === null ? '' : `?felt=${encodeURIComponent(thread.questionKey)}`;
  const link = `${app.origin}/kartlegging/${round.id}/kvalitet/${thread.municipalityNo}${figure}`;
  const mail: Mail = { subject: text.subject(municipalityName), body: text.body(municipalityName, round.name, link) };
  await mailAbout(tx, thread, { side: 'adviser', recipients: await listAskers(tx, thread), mail }, app.clock());
}

/** The same of each question that a version sent at a moment has closed. */
export async function tellCorrected(tx: Tx, locals: App.Locals, writer: Respondent, sentAt: Date): Promise<void> {
  const closed = (await readConversations(tx, writer.actor)).filter(
    ({ state, closedAt }) => state === 'corrected' && closedAt?.getTime() === sentAt.getTime()
  );
  for (const thread of closed) await tellAsker(tx, locals, writer, thread);
}
