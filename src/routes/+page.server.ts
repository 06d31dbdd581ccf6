import { listRounds } from '#lib/server/round.ts';
import type { PageServerLoad } from './$types';

// A public page.
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => {
  const rounds = await locals.app.db.transaction({ kind: 'public' }, listRounds);
  return { rounds: rounds.map(({ korusRegion, slug, name }) => ({ korusRegion, slug, name })) };
};
