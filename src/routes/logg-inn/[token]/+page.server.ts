import { fail, redirect } from '@sveltejs/kit';
import { readReturnPath } from '#lib/domain/return-path.ts';
import { isUsable, useLoginLink } from '#lib/server/login-link.ts';
import { startSession } from '#lib/server/session.ts';
import { sessionCookie } from '#lib/server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

// A public page: holding the link is the right. Opening it uses nothing up, since mail scanners open links.
export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, clock } = locals.app;
  const system = { kind: 'system', task: 'sign_in' } as const;
  return { isUsable: await db.transaction(system, (tx) => isUsable(tx, params.token, clock())) };
};

export const actions: Actions = {
  default: async ({ locals, params, cookies, url }) => {
    const { db, clock } = locals.app;
    const session = await db.transaction({ kind: 'system', task: 'sign_in' }, async (tx) => {
      const personId = await useLoginLink(tx, params.token, clock());
      return personId && startSession(tx, personId, clock());
    });
    if (!session) return fail(410, {});
    const { name, options } = sessionCookie(url);
    cookies.set(name, session, options);
    redirect(303, readReturnPath(url.searchParams.get('tilbake')) ?? '/kartlegging');
  }
};
