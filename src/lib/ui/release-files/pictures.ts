import { answeredByCountyChart } from '#lib/charts/answered-by-county-chart.ts';
import { countByCountyChart } from '#lib/charts/count-by-county-chart.ts';
import { intervalRowsChart } from '#lib/charts/interval-rows-chart.ts';
import type { ReleasedFigure } from '#lib/domain/release-content.ts';
import { shownOf, type ReleasePicture } from '#lib/domain/release-reading.ts';
import { formatShare, listInText } from '#lib/i18n/format.ts';
import { wordsOf } from '#lib/ui/statistics/words.ts';
import { categoryPicture } from './category-picture.ts';
import { named } from './data-tables.ts';
import { pictureOf, type Drawn } from './drawn.ts';
import {
  areaKey,
  areasOf,
  figureFinder,
  figureText,
  indicatorName,
  regionOf,
  releasedIndicators,
  textOf,
  type ReleaseInput
} from './input.ts';

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
  const absence = figure.status === 'hidden' ? pictures.hiddenBar : status[figure.status];
  return { value: shownOf(figure).value, reported: figure.reported, expected: figure.expected, absence };
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

function countOf(input: ReleaseInput, indicator: string) {
  const find = figureFinder(input);
  return (area: string) => find({ indicator, category: null, area, measure: 'count' });
}
