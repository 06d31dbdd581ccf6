import { redirect } from '@sveltejs/kit';
import { invitationIn, readReturnPath } from '#lib/domain/return-path.ts';
import { clientOf } from '#lib/server/client-address.ts';
import { readForm } from '#lib/server/form-body.ts';
import { beginAtProvider, providerNamed } from '#lib/server/provider-sign-in.ts';
import { takeFromLimit } from '#lib/server/rate-limit.ts';
import { sealRefusal } from '#lib/server/refused-sign-in.ts';
import { signInCookies } from '#lib/server/sign-in-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const longestInvitation = 100;

// A public page: anyone may begin to sign in.
export const load: PageServerLoad = ({ locals, params, url, setHeaders }) => {
  const { id, name } = providerNamed(locals.app, params.provider);
  setHeaders({ 'cache-control': 'no-store' });
  return { id, name: name[locals.language], returnPath: readReturnPath(url.searchParams.get('tilbake')) };
};

export const actions: Actions = {
  /** Answers with a page that leads on: the policy for forms lets none be redirected to another host. */
  default: async ({ locals, params, request, cookies, url, getClientAddress }) => {
    const provider = providerNamed(locals.app, params.provider);
    const form = await readForm(request);
    await takeFromLimit(locals.app, { limit: 'providerSignInPerClient', subject: clientOf(getClientAddress) });
    const returnPath = readReturnPath(form.get('tilbake'));
    const given = String(form.get('invitasjon') ?? '').slice(0, longestInvitation);
    const invitation = given || invitationIn(returnPath);
    const wish = { returnPath: invitationIn(returnPath) === null ? returnPath : null, invitation };
    const { attempt, refusal, options } = signInCookies(url);
    const begun = await beginAtProvider(locals.app, provider, wish);
    if ('refused' in begun) {
      cookies.set(refusal, sealRefusal(locals.app.secret, begun.refused), options);
      redirect(303, `/logg-inn/leverandor/${provider.id}/avvist`);
    }
    cookies.set(attempt, begun.token, options);
    return { onward: begun.url };
  }
};
