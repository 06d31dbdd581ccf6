import { listRounds } from '#lib/server/round.ts';
import type { PageServerLoad } from './$types';

// A public page.
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => {
  const { app } = locals;
  const rounds = await app.db.transaction({ kind: 'public' }, listRounds);
  const { korusRegions } = app.reference.geography;
  return {
    regions: korusRegions
      .map(({ id, name }) => ({ id, name, rounds: rounds.filter((round) => round.korusRegion === id) }))
      .filter((region) => region.rounds.length > 0)
  };
};
