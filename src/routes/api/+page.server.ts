import { limits } from '#lib/server/rate-limit.ts';
import { licence } from '#lib/server/api/licence.ts';
import type { PageServerLoad } from './$types';

// A public page.
export const csr = false;

export const load: PageServerLoad = ({ locals }) => ({
  origin: locals.app.origin,
  licence,
  limit: limits.apiPerClient
});
