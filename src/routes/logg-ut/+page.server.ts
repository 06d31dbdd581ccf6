import { redirect } from '@sveltejs/kit';
import { signOut } from '#lib/server/provider-sign-out.ts';
import { sessionCookie } from '#lib/server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

// A public page: ending a session is open to whoever holds it, and without one there is nothing to see.
export const load: PageServerLoad = ({ request, setHeaders }) => {
  if (request.method !== 'POST') redirect(303, '/');
  setHeaders({ 'cache-control': 'no-store' });
};

export const actions: Actions = {
  default: async ({ locals, cookies, url, setHeaders }) => {
    setHeaders({ 'clear-site-data': '"cache"' });
    const { name, options } = sessionCookie(url);
    const token = cookies.get(name);
    cookies.delete(name, options);
    locals.user = { kind: 'public' };
    locals.session = null;
    const elsewhere = token ? await signOut(locals.app, token) : null;
    if (!elsewhere) redirect(303, '/');
    return { provider: elsewhere.provider.name[locals.language], onward: elsewhere.url };
  }
};
