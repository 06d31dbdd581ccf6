import type { Analysis, Dimension } from '#lib/domain/analysis.ts';
import { analysisAddress } from '#lib/domain/analysis-address.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { AnalysisScene, Area } from './scene.ts';

/** What is chosen in a picture, in words, and the address without it; null when nothing is. */
export type BrushPart = { chosen: string; address: string } | null;
/** An area of a picture as a link; the chosen one lets go. */
export type AreaLink = { label: string; address: string; isChosen: boolean };

/** The area that was chosen in a picture, and how to let go. */
export function brushPart(scene: AnalysisScene, analysis: Analysis): BrushPart {
  const { brush } = analysis;
  if (!brush) return null;
  const label = scene.areas[brush.dimension].find(({ id }) => id === brush.area)?.label ?? brush.area;
  return {
    chosen: messagesIn(scene.language).pictures.brush.chosen(label),
    address: analysisAddress({ ...analysis, brush: null }, scene.roundId)
  };
}

/** The areas of a picture, each with the address of the view where it is chosen. */
export function areaLinks(
  areas: readonly Area[],
  dimension: Dimension,
  { scene, analysis }: { scene: AnalysisScene; analysis: Analysis }
): AreaLink[] {
  const { brush } = analysis;
  return areas.map(({ id, label }) => {
    const isChosen = brush?.dimension === dimension && brush.area === id;
    const next = { ...analysis, brush: isChosen ? null : { dimension, area: id } };
    return { label, address: analysisAddress(next, scene.roundId), isChosen };
  });
}
