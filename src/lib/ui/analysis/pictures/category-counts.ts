import type { ChartCategory } from '#lib/charts/theme.ts';
import { labelledCategories } from '#lib/ui/statistics/chart-parts.ts';
import { cellOf, shownRound, type AnalysisInput } from '#lib/ui/analysis/scene.ts';

type CategoryCounts = { categories: ChartCategory[]; countOf: (category: string, area: string | null) => number };

/** The categories of a view's indicator as they are drawn, and how many municipalities are in each. */
export function categoryCounts(input: AnalysisInput): CategoryCounts {
  const { rows, scene, analysis } = input;
  const round = shownRound(input).id;
  const countOf = (category: string, area: string | null) => cellOf(rows, { round, area, category })?.expected ?? 0;
  const named = { ...scene, questionnaire: scene.choices.questionnaire };
  const all = labelledCategories(analysis.indicator, named);
  return { categories: all.filter(({ id }) => id !== 'not_given' || countOf(id, null) > 0), countOf };
}
