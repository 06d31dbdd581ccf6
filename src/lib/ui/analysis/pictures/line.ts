import { timeSeriesChart, type Series, type TimeSeriesContent } from '#lib/charts/time-series-chart.ts';
import { timeSeriesReading } from '#lib/charts/time-series-reading.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { cellOf, type AnalysisInput } from '#lib/ui/analysis/scene.ts';
import { areasOf } from '#lib/ui/analysis/table.ts';
import { estimateOf } from '#lib/ui/analysis/estimate.ts';
import { absenceOf, isChosen, unitOf } from './area-figures.ts';
import type { Drawing } from './drawing.ts';
import { changeReading, roundsInOrder } from './rounds.ts';

const mostAreas = 3;

/** All together over the rounds, with the areas beside where they are few, or else the one that was chosen. */
export function line(input: AnalysisInput): Drawing {
  const { rows, scene, analysis } = input;
  const text = messagesIn(scene.language);
  const rounds = roundsInOrder(input);
  const areas = areasOf(input);
  const seriesOf = (id: string | null, name: string): Series => ({
    name,
    points: rounds.map((round) => {
      const cell = cellOf(rows, { round: round.id, area: id });
      const estimate = estimateOf(cell, cell, analysis.measure);
      if (!estimate) return absenceOf(cell, analysis.measure);
      const { value, low, high } = estimate;
      return low === null || high === null ? { value } : { value, low, high };
    })
  });
  const shown = areas.length > mostAreas || areas.length < 2 ? areas.filter(({ id }) => isChosen(input, id)) : areas;
  const content: TimeSeriesContent = {
    measure: text.analysis.measures[analysis.measure],
    rounds: rounds.map(({ id, label, breakBefore }) => {
      const whole = cellOf(rows, { round: id });
      const base = { reported: whole?.reported ?? 0, expected: whole?.expected ?? 0 };
      // New borders within the whole do not break it.
      return { label, ...base, breakBefore: shown.length > 0 ? breakBefore : null };
    }),
    series: [
      { ...seriesOf(null, text.analysis.whole), isUnbroken: true },
      ...shown.map(({ id, label }) => seriesOf(id, label))
    ]
  };
  const words = { ...text.charts.timeSeries, ...unitOf(input) };
  return {
    chart: (frame) => timeSeriesChart(content, words, frame),
    reading: changeReading(input, timeSeriesReading(content, words))
  };
}
