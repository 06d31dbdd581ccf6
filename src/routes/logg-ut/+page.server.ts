import { redirect } from '@sveltejs/kit';
import { Problem } from '#lib/server/problem.ts';
import { endSession } from '#lib/server/session.ts';
import { sessionCookie } from '#lib/server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

// A public page without a view: ending a session is open to whoever holds it.
export const load: PageServerLoad = () => {
  throw Problem.notFound();
};

export const actions: Actions = {
  default: async ({ locals, cookies, url }) => {
    const { name, options } = sessionCookie(url);
    const token = cookies.get(name);
    const { db, clock } = locals.app;
    if (token) await db.transaction({ kind: 'system', task: 'session' }, (tx) => endSession(tx, token, clock()));
    cookies.delete(name, options);
    redirect(303, '/');
  }
};
