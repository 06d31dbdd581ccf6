import { openWorkbench } from '../open-analysis.ts';
import { ownQuestionViews } from '../own-questions.ts';
import type { PageServerLoad } from './$types';

// openWorkbench asks access.may.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const opened = await openWorkbench(locals, params.round, url);
  const { round, isFollower } = opened;
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    views: await ownQuestionViews(locals, opened),
    isFollower
  };
};
