import type { Geography } from '#lib/domain/geography.ts';
import type { ReleaseContent } from '#lib/domain/release-content.ts';
import type { Round } from '#lib/domain/round.ts';
import type { Tx } from './db.ts';
import type { Release } from './release.ts';
import { releasedEstimates } from './released-estimate.ts';

/** What stands in a release beside its figures. */
export type ReleaseParts = Pick<ReleaseContent, 'estimates' | 'sentences' | 'footnotes'>;

/** A release with no more in it than its figures. */
export const noParts: ReleaseParts = { estimates: [], sentences: { nb: [], nn: [] }, footnotes: { nb: [], nn: [] } };

/** A file of a release as it is frozen. The name stands in its address. */
export type MadeFile = { name: string; mediaType: string; bytes: Uint8Array };

/** `content` holds the figures as the public gets them, and the parts before this one: nothing else may be told. */
type PartContext = { tx: Tx; release: Release; round: Round; geography: Geography; content: ReleaseContent };
type Part = (context: PartContext) => Promise<Partial<ReleaseParts>>;

const estimates: Part = async ({ tx, round, geography, content }) => {
  const isShown = (indicator: string) =>
    content.figures.some(
      (figure) =>
        figure.indicator === indicator &&
        figure.area === `korus_region:${round.korusRegion}` &&
        figure.measure === 'count' &&
        figure.status === 'shown'
    );
  return { estimates: await releasedEstimates(tx, round, geography, (indicator) => !isShown(indicator)) };
};

/** Each gives its part of a release, in this order; a later one reads what an earlier one gave. */
const parts: readonly Part[] = [estimates];

/** The content with every part in it. */
export async function withParts(context: PartContext): Promise<ReleaseContent> {
  let { content } = context;
  for (const part of parts) content = { ...content, ...(await part({ ...context, content })) };
  return content;
}
