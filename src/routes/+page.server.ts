import { findPublicRelease, listPublicReleases } from '#lib/server/public-release.ts';
import { listRounds } from '#lib/server/round.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { releaseCharts } from '#lib/ui/publication/charts.ts';
import { keySentences, regionOf } from '#lib/ui/publication/key-sentences.ts';
import type { PageServerLoad } from './$types';

// A public page: rounds by name, and what has been released of the newest of them.
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => {
  const { app, language } = locals;
  const { rounds, releases, newest } = await app.db.transaction({ kind: 'public' }, async (tx) => {
    const [rounds, releases] = [await listRounds(tx), await listPublicReleases(tx)];
    const [first] = releases;
    const address = first && { region: first.korusRegion, round: first.slug, version: null };
    return { rounds, releases, newest: address ? await findPublicRelease(tx, address) : null };
  });
  const content = newest?.content;
  return {
    rounds: rounds.map(({ korusRegion, slug, name }) => ({ korusRegion, slug, name })),
    releases: releases.map(({ roundId, korusRegion, slug, title, version, publishedAt, dataKind }) => ({
      ...{ roundId, korusRegion, slug, title: title[language], version, publishedAt, dataKind }
    })),
    newest: content
      ? {
          keys: keySentences({ content, area: regionOf(content), language }),
          chart: releaseCharts(content, language, svgDocument)[0] ?? null
        }
      : null
  };
};
