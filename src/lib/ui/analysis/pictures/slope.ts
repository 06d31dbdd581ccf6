import { slopeChart, type SlopeContent } from '#lib/charts/slope-chart.ts';
import { slopeReading } from '#lib/charts/slope-reading.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { cellOf, type AnalysisInput } from '#lib/ui/analysis/scene.ts';
import { areaFigures, rowTexts, valueOf } from './area-figures.ts';
import type { Drawing } from './drawing.ts';
import { changeReading, otherDays, roundsInOrder } from './rounds.ts';

/** Each area from one round to the next; areas that are new or gone have no line, and the caution says why. */
export function slope(input: AnalysisInput): Drawing {
  const { rows, scene, analysis } = input;
  const [before, after] = roundsInOrder(input);
  if (!before || !after) throw new Error('a slope is between two rounds');
  const { texts, unit } = rowTexts(input);
  const [earlier, later] = [areaFigures(input, before.id), areaFigures(input, after.id)];
  const end = ({ id, name }: { id: string; name: string }) => {
    const whole = cellOf(rows, { round: id });
    return { round: name, reported: whole?.reported ?? 0, expected: whole?.expected ?? 0 };
  };
  const content: SlopeContent = {
    measure: messagesIn(scene.language).analysis.measures[analysis.measure],
    before: end(before),
    after: end(after),
    rows: later.map((figure, index) => ({
      ...{ area: figure.area, name: figure.name, population: figure.base, isOwn: figure.isChosen },
      before: valueOf(earlier[index] ?? { estimate: null, cell: undefined }, analysis.measure),
      after: valueOf(figure, analysis.measure)
    }))
  };
  const borders = after.breakBefore && messagesIn(scene.language).pictures.borders(after.breakBefore);
  const text = { ...texts.slope, ...unit };
  const reading = slopeReading(content, text);
  // A municipality is the same both times; what others add up to may not be.
  const isSame = analysis.dimension === 'municipality' && analysis.measure === 'count' && otherDays(input) === null;
  const said = isSame ? reading : changeReading(input, reading);
  return {
    chart: (frame) => slopeChart(content, text, frame),
    reading: { ...said, caution: [borders, said.caution].filter(Boolean).join(' ') || null }
  };
}
