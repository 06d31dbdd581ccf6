import { fail } from '@sveltejs/kit';
import { readReturnPath, withReturnPath } from '#lib/domain/return-path.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { readForm } from '#lib/server/form-body.ts';
import { addLoginLink, countRecentLinks } from '#lib/server/login-link.ts';
import { queueMessage } from '#lib/server/message.ts';
import { findPersonByEmail } from '#lib/server/person.ts';
import type { Actions, PageServerLoad } from './$types';

const mostLinksInQuarter = 5;
const longestAddress = 254;

// A public page: anyone may ask for a link, and everyone gets the same answer.
export const load: PageServerLoad = ({ url }) => ({ returnPath: readReturnPath(url.searchParams.get('tilbake')) });

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request);
    const email = String(form.get('email') ?? '').trim();
    const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= longestAddress;
    if (!isAddress) return fail(400, { email, isInvalid: true });
    await sendLink(locals, email, readReturnPath(form.get('tilbake')));
    return { email, isSent: true };
  }
};

async function sendLink({ app, language }: App.Locals, email: string, returnPath: string | null): Promise<void> {
  const now = app.clock();
  const text = messagesIn(language).signIn;
  await app.db.transaction({ kind: 'system', task: 'sign_in' }, async (tx) => {
    const person = await findPersonByEmail(tx, email);
    if (!person) return;
    const recent = await countRecentLinks(tx, person.id, new Date(now.getTime() - 15 * 60_000));
    if (recent >= mostLinksInQuarter) return;
    const token = await addLoginLink(tx, person.id, now);
    const body = text.mailBody(app.origin + withReturnPath(`/logg-inn/${token}`, returnPath));
    await queueMessage(tx, { recipient: person.email, subject: text.mailSubject, body }, now);
  });
}
