import { fail, redirect } from '@sveltejs/kit';
import { homePath } from '#lib/domain/home.ts';
import { readReturnPath } from '#lib/domain/return-path.ts';
import { identify } from '#lib/server/identification.ts';
import { isUsable, useLoginLink } from '#lib/server/login-link.ts';
import { endSession, mailMethod, startSession } from '#lib/server/session.ts';
import { sessionCookie } from '#lib/server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

// A public page: holding the link is the right. Opening it uses nothing up, since mail scanners open links.
export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, clock } = locals.app;
  const system = { kind: 'system', task: 'sign_in' } as const;
  return { isUsable: await db.transaction(system, (tx) => isUsable(tx, params.token, clock())) };
};

export const actions: Actions = {
  default: async ({ locals, params, cookies, url, request, getClientAddress }) => {
    const { db, clock, env } = locals.app;
    const { name, options } = sessionCookie(url);
    const replaced = cookies.get(name);
    const signIn = {
      method: mailMethod(env),
      address: getClientAddress(),
      device: request.headers.get('user-agent')
    } as const;
    const started = await db.transaction({ kind: 'system', task: 'sign_in' }, async (tx) => {
      const personId = await useLoginLink(tx, params.token, clock());
      if (!personId) return null;
      if (replaced) await endSession(tx, replaced, clock());
      const token = await startSession(tx, personId, signIn, clock());
      return { token, ...(await identify(tx, token, clock())) };
    });
    if (!started) return fail(410, {});
    cookies.set(name, started.token, options);
    redirect(303, readReturnPath(url.searchParams.get('tilbake')) ?? homePath(started.user));
  }
};
