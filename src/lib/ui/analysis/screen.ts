import { analysisAddress } from '#lib/domain/analysis.ts';
import { analysisControls, type Controls } from './controls.ts';
import type { AnalysisInput } from './scene.ts';
import { analysisView, type AnalysisView } from './view.ts';

/** One view as the page shows it, whichever engine answered. */
export type AnalysisScreen = { address: string; controls: Controls; view: AnalysisView };

/** Makes the screen of a view; the document is where its chart is drawn. */
export function analysisScreen(input: AnalysisInput, document: Document): AnalysisScreen {
  return {
    address: analysisAddress(input.analysis, input.scene.roundId),
    controls: analysisControls(input.scene, input.analysis),
    view: analysisView(input, document)
  };
}
