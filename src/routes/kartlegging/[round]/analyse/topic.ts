import { analysisAddress, analysisParameters } from '#lib/domain/analysis.ts';
import { analysisControls } from '#lib/ui/analysis/controls.ts';
import type { TopicView } from '#lib/ui/analysis/topic.ts';
import type { OpenAnalysis } from './open-analysis.ts';
import { sharedAddress } from './shared-address.ts';

/** What a page about one topic shows: its body, and the choices that it has in common with the figures. */
export function topicPage({ scene, analysis, unknown, isFollower, scope }: OpenAnalysis, view: TopicView) {
  const { choices, ...controls } = analysisControls(scene, analysis);
  return {
    ...{ view, unknown, isFollower, scope },
    round: { id: scene.roundId, name: scene.roundName, dataKind: scene.dataKind },
    address: sharedAddress(analysisAddress(analysis, scene.roundId)),
    controls: { ...controls, choices: choices.filter(({ name }) => name === analysisParameters.dimension) }
  };
}

export type TopicPage = ReturnType<typeof topicPage>;

/** The file of a topic, named after its round and choices. */
export function topicFile({ scene, analysis }: OpenAnalysis, topic: string, content: string): Response {
  const choices = sharedAddress(analysisAddress(analysis, scene.roundId)).replaceAll(/[^a-z0-9_]+/gi, '-');
  const name = ['regionspeil', topic, scene.roundId, choices].filter(Boolean).join('-').slice(0, 120);
  return new Response(content, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` }
  });
}
