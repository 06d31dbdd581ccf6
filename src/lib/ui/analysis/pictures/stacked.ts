import { stackedBarChart } from '#lib/charts/stacked-bar-chart.ts';
import { stackedBarReading } from '#lib/charts/stacked-bar-reading.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { wordsOf } from '#lib/ui/statistics/words.ts';
import { cellOf, shownRound, type AnalysisInput } from '#lib/ui/analysis/scene.ts';
import { areasOf } from '#lib/ui/analysis/table.ts';
import { categoryCounts } from './category-counts.ts';
import { unitOf } from './area-figures.ts';
import type { Drawing } from './drawing.ts';

/** Municipalities by category and area; of their standing the title is how many have answered, those covered with them. */
export function stacked(input: AnalysisInput): Drawing {
  const { scene, analysis } = input;
  const text = wordsOf(scene);
  const { categories, countOf } = categoryCounts(input);
  const rows = areasOf(input).flatMap(({ id, label }) =>
    categories.map((category) => ({ area: id, group: label, category: category.id, count: countOf(category.id, id) }))
  );
  const words = {
    ...messagesIn(scene.language).charts.stackedBar,
    absence: unitOf(input).absence,
    ...{ key: text.chart.key, count: text.chart.count, base: text.base }
  };
  const { name, source } = indicatorOf(analysis.indicator);
  const measure = name[scene.language];
  const length = analysis.measure === 'share' ? ('whole' as const) : ('count' as const);
  const content = { measure, rows, categories, length };
  const reading = stackedBarReading(content, words);
  const whole = cellOf(input.rows, { round: shownRound(input).id });
  const { finding } = messagesIn(scene.language).response;
  const title = source === 'assignment' && whole ? finding(whole.reported, whole.expected) : reading.title;
  return { chart: (frame) => stackedBarChart(content, words, frame), reading: { ...reading, title } };
}
