import { countByCountyChart, type CountByCountyRow } from '#lib/charts/count-by-county-chart.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { AnalysisInput } from '#lib/ui/analysis/scene.ts';
import { estimateText } from '#lib/ui/analysis/words.ts';
import { absenceOf, areaFigures } from './area-figures.ts';
import type { Drawing } from './drawing.ts';

/** Counts by area, each with its base. */
export function bars(input: AnalysisInput): Drawing {
  const { scene, analysis } = input;
  const { analysis: text, pictures } = messagesIn(scene.language);
  const rows = areaFigures(input).map(({ area, name, cell, estimate, absence }) => ({
    area,
    county: name,
    value: estimate?.value ?? null,
    ...(absenceOf(cell, analysis.measure) === 'withheld' ? { absence } : {}),
    reported: cell?.reported ?? 0,
    expected: cell?.expected ?? 0
  }));
  const value = (figure: number) => estimateText(figure, analysis.measure, scene.language);
  const point = ({ county, value: figure, absence, reported, expected }: CountByCountyRow) => {
    const said = figure === null ? (absence ?? text.noFigure) : value(figure);
    return pictures.tile(county, text.withBase(said, text.base(reported, expected)));
  };
  return {
    chart: (frame) => countByCountyChart(rows, { value, base: text.base, noFigure: text.noFigure, point }, frame),
    reading: null
  };
}
