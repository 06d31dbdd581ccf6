import { analysisAddress } from '#lib/domain/analysis.ts';
import type { LinkedRows } from '#lib/stats/analysis-rows.ts';
import { brushPart, type BrushPart } from './brush.ts';
import { analysisControls, type Controls } from './controls.ts';
import { linkedPictures, type LinkedPicture } from './linked.ts';
import type { AnalysisScene, AnalysisInput } from './scene.ts';
import { analysisView, type AnalysisView } from './view.ts';

/** One view as the page shows it, whichever engine answered. */
export type AnalysisScreen = {
  address: string;
  controls: Controls;
  view: AnalysisView;
  linked: LinkedPicture[];
  brush: BrushPart;
};

type ScreenInput = LinkedRows & { scene: AnalysisScene; analysis: AnalysisInput['analysis'] };

/** Makes the screen of a view; the document is where its charts are drawn. */
export function analysisScreen({ rows, linked, scene, analysis }: ScreenInput, document: Document): AnalysisScreen {
  return {
    address: analysisAddress(analysis, scene.roundId),
    controls: analysisControls(scene, analysis),
    view: analysisView({ rows, scene, analysis }, document),
    linked: linkedPictures({ linked, scene, analysis }, document),
    brush: brushPart(scene, analysis)
  };
}
