import { analysisAddress, analysisParameters } from '#lib/domain/analysis-address.ts';
import { analysisControls } from '#lib/ui/analysis/controls.ts';
import type { AnalysisInput } from '#lib/ui/analysis/scene.ts';
import type { TopicView } from '#lib/ui/analysis/topic.ts';
import { sharedAddress } from './shared-address.ts';

/** What a page about one topic shows: its body, and the choices that it has in common with the figures. */
export function topicScreen({ scene, analysis }: Pick<AnalysisInput, 'scene' | 'analysis'>, view: TopicView) {
  const { choices, ...controls } = analysisControls(scene, analysis);
  return {
    view,
    address: sharedAddress(analysisAddress(analysis, scene.roundId)),
    controls: { ...controls, choices: choices.filter(({ name }) => name === analysisParameters.dimension) }
  };
}

export type TopicScreen = ReturnType<typeof topicScreen>;
