import { stackedBarChart, type StackedBarRow } from '#lib/charts/stacked-bar-chart.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { shownOf } from '#lib/domain/release-reading.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { labelledCategories } from '#lib/ui/statistics/chart-parts.ts';
import { wordsOf } from '#lib/ui/statistics/words.ts';
import { named } from './data-tables.ts';
import type { Drawn } from './drawn.ts';
import { areaKey, areasOf, indicatorName, regionOf, textOf, type ReleaseInput } from './input.ts';

/** Municipalities by what they answered and county, those without an answer last; null where some are not told. */
export function categoryPicture(indicator: Indicator, input: ReleaseInput): Drawn | null {
  const counties = areasOf(input, 'county').filter((area) => categoryCounts(indicator, areaKey(area), input) !== null);
  const whole = categoryCounts(indicator, regionOf(input), input);
  if (counties.length === 0 || whole === null) return null;
  const categories = labelledCategories(indicator.id, named(input)).filter(
    ({ id }) => id !== 'not_given' || (whole.counts.get(id) ?? 0) > 0
  );
  const rows = counties.flatMap((area): StackedBarRow[] =>
    categories.map(({ id }) => ({
      group: area.name,
      category: id,
      count: categoryCounts(indicator, areaKey(area), input)?.counts.get(id) ?? 0
    }))
  );
  const text = textOf(input);
  const { chart, findings, base } = wordsOf(named(input));
  const { absence, stackedBar } = messagesIn(input.language).charts;
  const given = categories.filter(({ id }) => id !== 'not_given' && id !== 'missing');
  const most = given.reduce(
    (best, one) => (countIn(whole, one.id) > countIn(whole, best.id) ? one : best),
    given[0] ?? { id: '', label: '' }
  );
  const measure = text.pictures.categories(indicatorName(indicator.id, input));
  return {
    name: indicator.slug ?? indicator.id,
    title:
      indicator.id === 'web_info'
        ? findings.web(countIn(whole, 'yes'), whole.reported)
        : stackedBar.most(countIn(whole, most.id), whole.reported, most.label),
    measure,
    base: text.base(whole.reported, whole.expected),
    chart: (frame) =>
      stackedBarChart(
        { measure, rows, categories, length: 'count' },
        { ...stackedBar, absence, key: chart.key, count: chart.count, base },
        frame
      )
  };
}

type CategoryCounts = { counts: ReadonlyMap<string, number>; reported: number; expected: number };

/** How many municipalities of an area gave each answer, with those that gave none; null where one is not told. */
function categoryCounts({ id }: Indicator, area: string, { content }: ReleaseInput): CategoryCounts | null {
  const figures = content.figures.filter(
    (figure) =>
      figure.indicator === id && figure.area === area && figure.measure === 'count' && figure.category !== null
  );
  const [first] = figures;
  if (!first || figures.some((figure) => shownOf(figure).value === null)) return null;
  const counts = new Map(figures.map((figure) => [figure.category ?? '', shownOf(figure).value ?? 0]));
  const given = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const { reported, expected } = first;
  counts.set('not_given', Math.max(0, reported - given));
  counts.set('missing', expected - Math.max(reported, given));
  return { counts, reported, expected };
}

function countIn({ counts }: CategoryCounts, category: string): number {
  return counts.get(category) ?? 0;
}
