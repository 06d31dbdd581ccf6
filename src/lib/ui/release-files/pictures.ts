import { answeredByCountyChart } from '#lib/charts/answered-by-county-chart.ts';
import { countByCountyChart } from '#lib/charts/count-by-county-chart.ts';
import { intervalRowsChart } from '#lib/charts/interval-rows-chart.ts';
import { stackedBarChart, type StackedBarRow } from '#lib/charts/stacked-bar-chart.ts';
import { standaloneSvg, type Caption } from '#lib/charts/standalone-svg.ts';
import { renderChart } from '#lib/charts/svg.ts';
import { wideWidth, type ChartFrame } from '#lib/charts/theme.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { ReleasedFigure } from '#lib/domain/release-content.ts';
import { shownOf, type ReleasePicture } from '#lib/domain/release-reading.ts';
import { formatShare, listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { labelledCategories } from '#lib/ui/statistics/chart-parts.ts';
import { wordsOf } from '#lib/ui/statistics/words.ts';
import { sourceOf } from './cubes.ts';
import { named } from './data-tables.ts';
import {
  areaKey,
  areasOf,
  figureFinder,
  figureText,
  indicatorName,
  releasedIndicators,
  textOf,
  type ReleaseInput
} from './input.ts';

type Options = Parameters<typeof renderChart>[0];
type Drawn = {
  name: string;
  title: string;
  measure: string;
  base: string;
  notes?: string[];
  chart: (frame: ChartFrame) => Options;
};

const received = 'cases_received';

/** The pictures of a release that its figures are enough for; each tells in itself what it is of and where it is from. */
export function releasePictures(input: ReleaseInput): ReleasePicture[] {
  const asked = releasedIndicators(input, 'category').filter(({ source }) => source === 'question');
  return [
    answeredPicture(input),
    receivedPicture(input),
    sharesPicture(input),
    ...asked.map((indicator) => categoryPicture(indicator, input))
  ].flatMap((drawn) => (drawn === null ? [] : [pictureOf(drawn, input)]));
}

function pictureOf({ name, title, measure, base, notes = [], chart }: Drawn, input: ReleaseInput): ReleasePicture {
  const { dataKind } = input.content.round;
  const kind = dataKind === 'reported' ? [] : [{ label: textOf(input).kinds[dataKind], isWarning: true }];
  const chips: Caption['chips'] = [{ label: base, isWarning: false }, ...kind];
  const drawing = renderChart(chart({ id: name, width: wideWidth }), input.document, { title });
  const svg = standaloneSvg(drawing, {
    title,
    measure,
    chips,
    key: [],
    notes,
    source: textOf(input).sourceLine(sourceOf(input))
  });
  if (svg === null) throw new Error(`no chart in the picture ${name}`);
  return { name, title, svg };
}

function answeredPicture(input: ReleaseInput): Drawn | null {
  const { municipalities } = input.content;
  if (municipalities.length === 0) return null;
  const hasAnswered = ({ status }: (typeof municipalities)[number]) => ['answered', 'covered_by_host'].includes(status);
  const counties = [...new Set(municipalities.map(({ county }) => county))];
  const rows = counties.map((county) => {
    const within = municipalities.filter((one) => one.county === county);
    const name = areasOf(input, 'county').find(({ id }) => id === county)?.name ?? county;
    return { county: name, answered: within.filter(hasAnswered).length, expected: within.length };
  });
  const [answered, expected] = [municipalities.filter(hasAnswered).length, municipalities.length];
  const { chart, findings, measures } = wordsOf(named(input));
  return {
    name: 'svar',
    title: findings.answered(answered, expected),
    measure: measures.answered,
    base: textOf(input).base(answered, expected),
    chart: (frame) => answeredByCountyChart(rows, chart, frame)
  };
}

function receivedPicture(input: ReleaseInput): Drawn | null {
  const find = countOf(input, received);
  const rows = areasOf(input, 'county').flatMap((area) => {
    const figure = find(areaKey(area));
    return figure ? [{ name: area.name, figure }] : [];
  });
  const whole = find(regionOf(input));
  if (rows.length === 0 || !whole) return null;
  const text = textOf(input);
  const { chart, findings, base } = wordsOf(named(input));
  const { value } = shownOf(whole);
  return {
    name: 'saker',
    title: value === null ? text.pictures.received : findings.received(value, whole.reported),
    measure: text.pictures.received,
    base: text.base(whole.reported, whole.expected),
    notes: [text.method.missing],
    chart: (frame) =>
      countByCountyChart(
        rows.map(({ name, figure }) => ({ county: name, ...countRow(figure, input) })),
        { value: chart.value, base, noFigure: text.pictures.hiddenBar },
        frame
      )
  };
}

function countRow(figure: ReleasedFigure, input: ReleaseInput) {
  const { status, pictures } = textOf(input);
  const noFigure = figure.status === 'hidden' ? pictures.hiddenBar : status[figure.status];
  return { value: shownOf(figure).value, reported: figure.reported, expected: figure.expected, noFigure };
}

function sharesPicture(input: ReleaseInput): Drawn | null {
  const find = figureFinder(input);
  const text = textOf(input);
  const area = regionOf(input);
  const rows = releasedIndicators(input, 'count').flatMap(({ id, denominator }) => {
    const figure = find({ indicator: id, category: null, area, measure: 'share' });
    if (!figure || denominator !== received) return [];
    const { value, low, high } = shownOf(figure);
    if (value === null || low === null || high === null) return [];
    return [{ name: indicatorName(id, input), value, low, high, isOwn: false, figure }];
  });
  const [first] = rows;
  if (!first) return null;
  const share = (value: number) => formatShare(value, 1, input.language) ?? '';
  const parts = rows.map(({ name, value }) => text.pictures.part(name.toLowerCase(), share(value)));
  return {
    name: 'andeler',
    title: text.pictures.sharesOf(indicatorName(received, input).toLowerCase(), listInText(parts, input.language)),
    measure: text.pictures.shares,
    base: text.base(first.figure.reported, first.figure.expected),
    notes: [text.method.share],
    chart: (frame) =>
      intervalRowsChart(rows, { tick: share, interval: (row) => figureText({ ...first.figure, ...row }, input) }, frame)
  };
}

function categoryPicture(indicator: Indicator, input: ReleaseInput): Drawn | null {
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

function countOf(input: ReleaseInput, indicator: string) {
  const find = figureFinder(input);
  return (area: string) => find({ indicator, category: null, area, measure: 'count' });
}

/** The region's own key: it is the first of the areas. */
export function regionOf({ content }: Pick<ReleaseInput, 'content'>): string {
  const [region] = content.areas;
  if (!region) throw new Error(`a release without areas: ${content.id}`);
  return areaKey(region);
}
