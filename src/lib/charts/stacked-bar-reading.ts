import { isAbsent } from './absence.ts';
import { figureText, type ChartReading, type ChartText } from './chart-reading.ts';
import { isAnswer, type StackedBarContent, type StackedBarRow } from './stacked-bar-chart.ts';
import { tonedCategories } from './theme.ts';

export type StackedBarReadingText = ChartText & {
  most: (count: number, all: number, category: string) => string;
  even: (all: number) => string;
  partly: string;
  description: (groups: number, categories: number) => string;
  columns: { group: string };
};

/** The category most have given, of all groups together; nothing is said of it when a group is not told. */
export function stackedBarReading(content: StackedBarContent, text: StackedBarReadingText): ChartReading {
  const { rows, measure } = content;
  const categories = tonedCategories(content.categories);
  const groups = [...new Set(rows.map(({ group }) => group))];
  const countOf = (group: string, id: string) => rows.find((row) => row.group === group && row.category === id)?.count;
  const answers = new Set(categories.filter(isAnswer).map(({ id }) => id));
  const answered = total(rows.filter(({ category }) => answers.has(category)));
  const all = total(rows);
  return {
    title: finding(content, text),
    base: answered === null || all === null ? text.partly : text.base(answered, all),
    description: text.description(groups.length, categories.length),
    caution: null,
    table: {
      caption: measure,
      columns: [text.columns.group, ...categories.map(({ label }) => label)],
      rows: groups.map((group) => ({
        header: group,
        cells: categories.map(({ id }) => figureText(countOf(group, id) ?? 'missing', text))
      }))
    }
  };
}

function finding({ rows, categories }: StackedBarContent, text: StackedBarReadingText): string {
  const totals = tonedCategories(categories)
    .filter(isAnswer)
    .map(({ id, label }) => ({ label, count: total(rows.filter(({ category }) => category === id)) }));
  const counts = totals.flatMap(({ count }) => (count === null ? [] : [count]));
  if (counts.length < totals.length) return text.partly;
  const most = Math.max(0, ...counts);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return text.nothing;
  const leading = totals.filter(({ count }) => count === most);
  return leading.length === 1 ? text.most(most, all, leading[0]?.label ?? '') : text.even(all);
}

function total(rows: StackedBarRow[]): number | null {
  const counts = rows.map(({ count }) => count).filter((count) => !isAbsent(count));
  return counts.length < rows.length ? null : counts.reduce((sum, count) => sum + count, 0);
}
