import { listPublicReleases } from '#lib/server/public-release.ts';
import type { PageServerLoad } from './$types';

// A public page.
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => {
  const { app } = locals;
  const releases = await app.db.transaction({ kind: 'public' }, listPublicReleases);
  return {
    regions: app.reference.geography.korusRegions
      .map(({ id, name }) => ({ id, name, releases: releases.filter(({ korusRegion }) => korusRegion === id) }))
      .filter((region) => region.releases.length > 0)
  };
};
