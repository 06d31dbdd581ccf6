import { renderChart, renderResponsiveChart } from '#lib/charts/svg.ts';
import { narrowWidth, wideWidth } from '#lib/charts/theme.ts';
import type { Picture } from '#lib/domain/picture.ts';
import { isWithheld } from '#lib/ui/analysis/estimate.ts';
import { cellOf, shownRound, type AnalysisInput } from '#lib/ui/analysis/scene.ts';
import { bars } from './bars.ts';
import { dots } from './dots.ts';
import type { DrawnPicture, Drawing } from './drawing.ts';
import { funnel } from './funnel.ts';
import { heat } from './heat.ts';
import { line } from './line.ts';
import { map } from './map.ts';
import { multiples } from './multiples.ts';
import { slope } from './slope.ts';
import { stacked } from './stacked.ts';

const drawings: Record<Picture, (input: AnalysisInput) => Drawing> = {
  ...{ bars, stacked, dots, funnel, map, heat, multiples, slope, line }
};

type Place = { id: string; isSmall: boolean; document: Document };

/** Draws a view as it asks to be drawn; `finding` is the title of pictures that have none of their own, or no figure to tell. */
export function drawPicture(input: AnalysisInput, finding: string, { id, isSmall, document }: Place): DrawnPicture {
  const { chart, reading, key = [], isOneSize = false } = drawings[input.analysis.picture](input);
  const title = titleOf(input, reading) ?? finding;
  const label = { title, ...(reading?.description === undefined ? {} : { description: reading.description }) };
  const width = isSmall ? narrowWidth : wideWidth;
  const svg =
    isSmall || isOneSize
      ? renderChart(chart({ id, width }), document, label)
      : renderResponsiveChart(chart, id, document, label);
  return { title, caution: reading?.caution ?? null, key, svg: emphasised(svg, input.analysis) };
}

/** What a picture reads from its figures; null where all of them are withheld. */
function titleOf({ rows, scene, analysis }: AnalysisInput, reading: Drawing['reading']): string | null {
  const isAllWithheld = isWithheld(cellOf(rows, { round: shownRound({ scene, analysis }).id }));
  return isAllWithheld ? null : (reading?.title ?? null);
}

/** The marks of the chosen area are told from the others. */
function emphasised(svg: string, { brush, dimension }: AnalysisInput['analysis']): string {
  if (brush?.dimension !== dimension) return svg;
  const mark = `data-area="${brush.area}"`;
  return svg.replaceAll(mark, `${mark} data-chosen=""`);
}
