import { fail } from '@sveltejs/kit';
import { isEmail } from '#lib/domain/contact.ts';
import { homePath } from '#lib/domain/home.ts';
import { invitationIn, readReturnPath, withReturnPath } from '#lib/domain/return-path.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { clientOf } from '#lib/server/client-address.ts';
import { readForm } from '#lib/server/form-body.ts';
import { mailMethod, scopeOf } from '#lib/server/session.ts';
import { queueSignInMail } from '#lib/server/sign-in-mail.ts';
import type { Actions, PageServerLoad } from './$types';

// A public page: anyone may ask for a link, and everyone gets the same answer.
export const load: PageServerLoad = ({ locals, url }) => {
  const { app, user, language } = locals;
  const returnPath = readReturnPath(url.searchParams.get('tilbake'));
  return {
    returnPath,
    home: homePath(user),
    providers: app.providers.map(({ id, name }) => ({ id, name: name[language] })),
    /** Invited to more than answering, where mail opens no more and no provider is set up. */
    isStranded: invitationIn(returnPath) !== null && app.providers.length === 0 && !app.env.isDemonstration
  };
};

export const actions: Actions = {
  default: async ({ request, locals, getClientAddress }) => {
    const form = await readForm(request);
    const email = String(form.get('email') ?? '').trim();
    if (!isEmail(email)) return fail(400, { email, isInvalid: true });
    await sendLink(locals, { email, client: clientOf(getClientAddress) }, readReturnPath(form.get('tilbake')));
    return { email, isSent: true };
  }
};

type Asking = { email: string; client: string };

async function sendLink({ app, language }: App.Locals, asking: Asking, returnPath: string | null): Promise<void> {
  const { signIn, provider } = messagesIn(language);
  const names = app.providers.map(({ name }) => name[language]).join(` ${provider.or} `);
  const elsewhere = names ? provider.mailWithoutLink(`${app.origin}/logg-inn`, names) : provider.mailWithoutProvider;
  const write = (token: string | null) => ({
    subject: signIn.mailSubject,
    body: token ? signIn.mailBody(app.origin + withReturnPath(`/logg-inn/${token}`, returnPath)) : elsewhere
  });
  const scope = scopeOf({ method: mailMethod(app.env) });
  await app.db.transaction({ kind: 'system', task: 'sign_in' }, (tx) =>
    queueSignInMail(tx, { ...asking, secret: app.secret, now: app.clock(), scope, write })
  );
}
