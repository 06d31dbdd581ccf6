import { countByCountyChart } from '#lib/charts/count-by-county-chart.ts';
import { stackedBarChart } from '#lib/charts/stacked-bar-chart.ts';
import { renderResponsiveChart } from '#lib/charts/svg.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { labelledCategories } from '#lib/ui/statistics/chart-parts.ts';
import { wordsOf } from '#lib/ui/statistics/words.ts';
import { estimateOf } from './estimate.ts';
import { cellOf, shownRound, type AnalysisInput } from './scene.ts';
import { areasOf, intervalText } from './table.ts';
import { estimateText } from './words.ts';

const chartId = 'analyse';

/** The newest chosen round by area, in the areas' fixed order, as SVG for wide and for narrow screens. */
export function analysisChart(input: AnalysisInput, title: string, document: Document): string {
  const { analysis } = input;
  const isCategory = indicatorOf(analysis.indicator).kind === 'category';
  const chart = isCategory ? categoryBars(input) : bars(input);
  return renderResponsiveChart(chart, chartId, document, { title });
}

function bars(input: AnalysisInput): Parameters<typeof renderResponsiveChart>[0] {
  const { rows, scene, analysis } = input;
  const text = messagesIn(scene.language).analysis;
  const round = shownRound(input).id;
  const byArea = areasOf(input).map(({ id, label }) => {
    const cell = cellOf(rows, { round, area: id });
    const estimate = estimateOf(cell, cell, analysis.measure);
    return {
      county: label,
      value: estimate?.value ?? null,
      estimate,
      reported: cell?.reported ?? 0,
      expected: cell?.expected ?? 0
    };
  });
  const value = (figure: number, area: string) => {
    const told = estimateText(figure, analysis.measure, scene.language);
    const estimate = byArea.find(({ county }) => county === area)?.estimate;
    return estimate?.low == null ? told : text.withBase(told, intervalText(estimate, input));
  };
  return (frame) => countByCountyChart(byArea, { value, base: text.base, noFigure: text.noFigure }, frame);
}

function categoryBars(input: AnalysisInput): Parameters<typeof renderResponsiveChart>[0] {
  const { rows, scene, analysis } = input;
  const round = shownRound(input).id;
  const text = wordsOf(scene);
  const countOf = (category: string, area: string | null) => cellOf(rows, { round, area, category })?.expected ?? 0;
  const named = { ...scene, questionnaire: scene.choices.questionnaire };
  const categories = labelledCategories(analysis.indicator, named).filter(
    ({ id }) => id !== 'not_given' || countOf(id, null) > 0
  );
  const byArea = areasOf(input).flatMap(({ id, label }) =>
    categories.map((category) => ({ group: label, category: category.id, count: countOf(category.id, id) }))
  );
  const { absence, stackedBar } = messagesIn(scene.language).charts;
  const words = { ...stackedBar, absence, key: text.chart.key, count: text.chart.count, base: text.base };
  const measure = indicatorOf(analysis.indicator).name[scene.language];
  const length = analysis.measure === 'share' ? 'whole' : 'count';
  return (frame) => stackedBarChart({ measure, rows: byArea, categories, length }, words, frame);
}
