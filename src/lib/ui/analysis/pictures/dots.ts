import { dotIntervalChart, type DotIntervalContent } from '#lib/charts/dot-interval-chart.ts';
import { dotIntervalReading } from '#lib/charts/dot-interval-reading.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { shownRound, type AnalysisInput } from '#lib/ui/analysis/scene.ts';
import { absenceOf, areaFigures, intervalsOf, isShrunkenIn, rowTexts, wholeFigure } from './area-figures.ts';
import type { Drawing } from './drawing.ts';

/** Shares or rates with their 95 % intervals; those of municipalities are shrunken. */
export function dots(input: AnalysisInput): Drawing {
  const { content, text } = dotScene(input);
  return { chart: (frame) => dotIntervalChart(content, text, frame), reading: dotIntervalReading(content, text) };
}

/** What the dots are of and how it is told; the map tells the same. */
export function dotScene(input: AnalysisInput) {
  const { scene, analysis } = input;
  const { texts, unit } = rowTexts(input);
  const { estimate: words } = messagesIn(scene.language).pictures;
  const figures = areaFigures(input);
  const intervalOf = intervalsOf(figures, input);
  const content: DotIntervalContent = {
    measure: messagesIn(scene.language).analysis.measures[analysis.measure],
    order: 'given',
    mean: wholeFigure(input, shownRound(input).id)?.value ?? null,
    rows: figures.map((figure) => ({
      ...{ area: figure.area, name: figure.name, population: figure.base, isOwn: figure.isChosen },
      estimate: intervalOf(figure) ?? absenceOf(figure.cell, analysis.measure)
    }))
  };
  const text = {
    ...texts.dotInterval,
    ...unit,
    estimate: isShrunkenIn(analysis) ? words.shrunken : words.raw
  };
  return { content, text };
}
