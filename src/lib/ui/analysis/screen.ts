import { analysisAddress } from '#lib/domain/analysis-address.ts';
import type { AnalysisRows } from '#lib/stats/analysis-rows.ts';
import { brushPart, type BrushPart } from './brush.ts';
import { analysisControls, type Controls } from './controls.ts';
import { linkedPictures, type LinkedPicture } from './linked.ts';
import type { AnalysisInput } from './scene.ts';
import { analysisView, type AnalysisView } from './view.ts';

/** One view as the page shows it, whichever engine answered. */
export type AnalysisScreen = {
  address: string;
  controls: Controls;
  view: AnalysisView;
  linked: LinkedPicture[];
  brush: BrushPart;
};

/** Makes the screen of a view with the pictures beside it; the document is where its charts are drawn. */
export function analysisScreen(
  { beside, ...input }: AnalysisInput & { beside: readonly AnalysisRows[] },
  document: Document
): AnalysisScreen {
  return { ...mainScreen(input, document), linked: linkedPictures({ ...input, beside }, document) };
}

/** The screen without the pictures beside it. */
export function mainScreen(
  { rows, scene, analysis }: AnalysisInput,
  document: Document
): Omit<AnalysisScreen, 'linked'> {
  return {
    address: analysisAddress(analysis, scene.roundId),
    controls: analysisControls(scene, analysis),
    view: analysisView({ rows, scene, analysis }, document),
    brush: brushPart(scene, analysis)
  };
}
