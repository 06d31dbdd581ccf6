import { providerNamed } from '#lib/server/provider-sign-in.ts';
import { readRefusal } from '#lib/server/refused-sign-in.ts';
import { signInCookies } from '#lib/server/sign-in-cookie.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

// A public page: it tells the browser that was refused why, from a cookie that only we can make.
export const load: PageServerLoad = ({ locals, params, cookies, url, setHeaders }) => {
  const { id, name } = providerNamed(locals.app, params.provider);
  const refused = readRefusal(locals.app.secret, cookies.get(signInCookies(url).refusal));
  setHeaders({ 'cache-control': 'no-store' });
  return { id, name: name[locals.language], ...refused };
};
