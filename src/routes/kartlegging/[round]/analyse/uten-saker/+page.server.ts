import { svgDocument } from '#lib/server/svg-document.ts';
import { zeroReferralQuery, zeroReferralShape } from '#lib/stats/zero-referral.ts';
import { referralView } from '#lib/ui/analysis/referral.ts';
import { openRegionAnalysis } from '../open-analysis.ts';
import { topicPage } from '../topic.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const opened = await openRegionAnalysis(locals, params.round, url);
  const { scene, analysis, dataset } = opened;
  const rows = await locals.app.workbench.rows(dataset, zeroReferralQuery(analysis), zeroReferralShape);
  return topicPage(opened, referralView({ rows, scene, analysis }, svgDocument));
};
