import { homePath } from '#lib/domain/home.ts';
import { finishAtProvider, providerNamed } from '#lib/server/provider-sign-in.ts';
import { sealRefusal } from '#lib/server/refused-sign-in.ts';
import { sessionCookie } from '#lib/server/session-cookie.ts';
import { signInCookies } from '#lib/server/sign-in-cookie.ts';
import type { RequestHandler } from './$types';

// A public page without a view: the attempt in the browser's cookie and the provider's word are what let anyone in.
export const GET: RequestHandler = async ({ locals, params, url, cookies, request, getClientAddress }) => {
  const provider = providerNamed(locals.app, params.provider);
  const { attempt, refusal, options } = signInCookies(url);
  const session = sessionCookie(url);
  const outcome = await finishAtProvider(locals.app, provider, {
    url,
    attempt: cookies.get(attempt),
    session: cookies.get(session.name),
    address: getClientAddress(),
    device: request.headers.get('user-agent')
  });
  cookies.delete(attempt, options);
  if ('refused' in outcome) {
    cookies.set(refusal, sealRefusal(locals.app.secret, outcome.refused), options);
    return goTo(`/logg-inn/leverandor/${provider.id}/avvist`);
  }
  cookies.delete(refusal, options);
  cookies.set(session.name, outcome.token, session.options);
  return goTo(outcome.returnPath ?? homePath(outcome.user));
};

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });
}
