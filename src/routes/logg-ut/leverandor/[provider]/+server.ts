import { providerNamed } from '#lib/server/provider-sign-in.ts';
import { endAtProvider, framingOrigins } from '#lib/server/provider-sign-out.ts';
import type { RequestHandler } from './$types';

// A public page without a view: a provider shows it in a hidden frame, without cookies, when someone signs out there. It
// answers the same whether there was a session or not, and knowing the provider's name of one is what ends it.
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const provider = providerNamed(locals.app, params.provider);
  await endAtProvider(locals.app, provider, url.searchParams);
  const ancestors = (await framingOrigins(locals.app, provider)).join(' ');
  return new Response(null, {
    headers: {
      'cache-control': 'no-store',
      // Where browsers know frame-ancestors it comes before x-frame-options, which every answer has.
      'content-security-policy': `default-src 'none'; frame-ancestors ${ancestors}`
    }
  });
};
