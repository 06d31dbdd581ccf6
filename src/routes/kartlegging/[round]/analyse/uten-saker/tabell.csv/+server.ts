import { zeroReferralQuery, zeroReferralShape } from '#lib/stats/zero-referral.ts';
import { referralCsv } from '#lib/ui/analysis/topic-csv.ts';
import { openRegionAnalysis } from '../../open-analysis.ts';
import { topicFile } from '../../topic.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const opened = await openRegionAnalysis(locals, params.round, url);
  const { scene, analysis, dataset } = opened;
  const rows = await locals.app.workbench.rows(dataset, zeroReferralQuery(analysis), zeroReferralShape);
  return topicFile(opened, 'uten-saker', referralCsv({ rows, scene, analysis }));
};
