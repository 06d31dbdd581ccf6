import { fail } from '@sveltejs/kit';
import { messagesIn } from '#lib/i18n/messages.ts';
import { addLoginLink, countRecentLinks } from '#lib/server/login-link.ts';
import { queueMessage } from '#lib/server/message.ts';
import { findPersonByEmail } from '#lib/server/person.ts';
import type { Actions } from './$types';

const mostLinksInQuarter = 5;

// A public page: anyone may ask for a link, and everyone gets the same answer.
export const actions: Actions = {
  default: async ({ request, locals }) => {
    const email = String((await request.formData()).get('email') ?? '').trim();
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return fail(400, { email, isInvalid: true });
    await sendLink(locals, email);
    return { email, isSent: true };
  }
};

async function sendLink({ app, language }: App.Locals, email: string): Promise<void> {
  const now = app.clock();
  const text = messagesIn(language).signIn;
  await app.db.transaction({ kind: 'system', task: 'sign_in' }, async (tx) => {
    const person = await findPersonByEmail(tx, email);
    if (!person) return;
    const recent = await countRecentLinks(tx, person.id, new Date(now.getTime() - 15 * 60_000));
    if (recent >= mostLinksInQuarter) return;
    const token = await addLoginLink(tx, person.id, now);
    const body = text.mailBody(`${app.origin}/logg-inn/${token}`);
    await queueMessage(tx, { recipient: person.email, subject: text.mailSubject, body }, now);
  });
}
