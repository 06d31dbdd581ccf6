import { svgDocument } from '#lib/server/svg-document.ts';
import { topics, type TopicName } from '#lib/ui/analysis/topics.ts';
import { tableAddresses } from './dataset-address.ts';
import { openRegionAnalysis } from './open-analysis.ts';
import { topicScreen } from './topic.ts';

type Asked = { locals: App.Locals; params: { round: string }; url: URL };

/** A page about one topic of a round, for whoever may open the workbench. */
export async function openTopic({ locals, params, url }: Asked, name: TopicName) {
  const opened = await openRegionAnalysis(locals, params.round, url);
  const { scene, analysis, unknown, dataset, isFollower, scope } = opened;
  const answer = await locals.app.workbench.ask(dataset, (run) => topics[name](run, opened));
  return {
    ...{ scene, rounds: analysis.rounds, unknown, isFollower, scope },
    tables: tableAddresses(params.round, dataset.hash, analysis),
    screen: topicScreen(opened, answer.view(svgDocument))
  };
}

export type TopicPage = Awaited<ReturnType<typeof openTopic>>;
