import { stackedBarChart } from '#lib/charts/stacked-bar-chart.ts';
import { renderResponsiveChart } from '#lib/charts/svg.ts';
import type { ChartCategory } from '#lib/charts/theme.ts';
import { proportionOf } from '#lib/domain/proportion.ts';
import { formatNumber, formatShare } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { ResponseRow } from '#lib/stats/response.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';
import { shownRound } from './scene.ts';
import { areaRows, frameOf, roundRows, rowOf, type TopicInput, type TopicView } from './topic.ts';

export type ResponseInput = TopicInput<ResponseRow>;
type Line = { header: string; row: ResponseRow };

/** How the round was answered, and whether in time, by area and from round to round; the document is where the chart is drawn. */
export function responseView(input: ResponseInput, document: Document): TopicView {
  const { rows, scene, analysis } = input;
  const { response: text, analysis: common, statistics } = messagesIn(scene.language);
  const round = shownRound(input).id;
  const whole = rowOf(rows, round, null);
  const frame = frameOf(input, text.measure);
  const title = findingOf(whole, input);
  const lines = areaRows(input, round).map(({ area, row }) => ({ header: area.label, row }));
  const wholeLine = whole ? [{ header: common.whole, row: whole }] : [];
  const isEach = analysis.dimension === 'municipality';
  return {
    ...frame,
    title,
    base: '',
    chips: [
      ...(whole && whole.population > 0
        ? [statistics.populationShare(whole.populationAnswered, whole.population)]
        : []),
      ...frame.chips
    ],
    notes: [whole && !areTimesKnown(whole) ? text.noTimes : text.deadline],
    isEmpty: !whole,
    svg: isEach || !whole ? null : responseChart(lines, { title, input, document }),
    table: isEach ? eachTable(lines, input) : areaTable([...lines, ...wholeLine], common.area, input),
    rounds: analysis.rounds.length > 1 ? roundTable(input) : null
  };
}

/** Whether it is told when the answers came; it is told of all of a round or of none. */
export function areTimesKnown({ answered, onTime, late }: ResponseRow): boolean {
  return answered === 0 || onTime + late > 0;
}

function findingOf(whole: ResponseRow | undefined, { scene }: ResponseInput): string {
  const { response: text, analysis } = messagesIn(scene.language);
  if (!whole) return analysis.empty;
  const { answered, expected, onTime } = whole;
  if (answered === 0 || !areTimesKnown(whole)) return text.finding(answered, expected);
  return onTime === answered && answered > 1
    ? text.findingAllOnTime(answered, expected)
    : text.findingOnTime(answered, expected, onTime);
}

function responseChart(
  lines: readonly Line[],
  { title, input, document }: { title: string; input: ResponseInput; document: Document }
): string {
  const { response: text, charts } = messagesIn(input.scene.language);
  const hasTimes = lines.every(({ row }) => areTimesKnown(row));
  const answered: ChartCategory[] = hasTimes
    ? [
        { id: 'onTime', label: text.categories.onTime, tone: 'main' },
        { id: 'late', label: text.categories.late, tone: 'second' }
      ]
    : [{ id: 'answered', label: text.categories.answered, tone: 'main' }];
  const categories: ChartCategory[] = [
    ...answered,
    { id: 'declined', label: text.categories.declined, tone: 'warning' },
    { id: 'silent', label: text.categories.silent, tone: 'missing' }
  ];
  const countOf = (row: ResponseRow): Record<string, number> => ({
    ...{ onTime: row.onTime, late: row.late, answered: row.answered, declined: row.declined },
    silent: row.expected - row.answered - row.declined
  });
  const rows = lines.flatMap(({ header, row }) =>
    categories.map(({ id }) => ({ group: header, category: id, count: countOf(row)[id] ?? 0 }))
  );
  const content = { measure: text.measure, rows, categories, length: 'whole' as const };
  return renderResponsiveChart((frame) => stackedBarChart(content, charts.stackedBar, frame), 'svar', document, {
    title
  });
}

function areaTable(lines: readonly Line[], first: string, input: ResponseInput): Table {
  const { response: text } = messagesIn(input.scene.language);
  const { answered, population, declined, onTime, shareOnTime, median } = text.columns;
  return {
    caption: text.measure,
    columns: [first, answered, population, declined, onTime, shareOnTime, median],
    rows: lines.map(({ header, row }) => ({ header, cells: [...responseCells(row, input), ...timeCells(row, input)] }))
  };
}

function responseCells(row: ResponseRow, { scene }: ResponseInput): string[] {
  const { analysis } = messagesIn(scene.language);
  const share = (part: number, whole: number) => formatShare(part, whole, scene.language) ?? analysis.noShare;
  return [
    analysis.withBase(analysis.shortBase(row.answered, row.expected), share(row.answered, row.expected)),
    share(row.populationAnswered, row.population),
    formatNumber(row.declined, scene.language)
  ];
}

/** In time of those that answered, its share with the interval, and the median; none where nobody answered or is told of. */
function timeCells(row: ResponseRow, { scene }: ResponseInput): string[] {
  const { analysis } = messagesIn(scene.language);
  const told = row.onTime + row.late;
  const share = proportionOf(row.onTime, told);
  if (!share) return [analysis.noShare, analysis.noShare, analysis.noShare];
  const percent = (part: number) => formatNumber(Math.round(part * 100), scene.language);
  return [
    analysis.shortBase(row.onTime, told),
    analysis.withBase(
      analysis.percent(percent(share.value)),
      analysis.percent(analysis.intervalText(percent(share.low), percent(share.high)))
    ),
    daysText(row.medianDays, scene)
  ];
}

/** Of single municipalities: whether, and when. */
function eachTable(lines: readonly Line[], { scene }: ResponseInput): Table {
  const { response: text, analysis } = messagesIn(scene.language);
  const stateOf = ({ answered, declined }: ResponseRow) => {
    if (answered > 0) return text.states.answered;
    return declined > 0 ? text.states.declined : text.states.silent;
  };
  return {
    caption: text.measure,
    columns: [analysis.area, text.columns.answer, text.columns.time],
    rows: lines.map(({ header, row }) => ({ header, cells: [stateOf(row), daysText(row.medianDays, scene)] }))
  };
}

function daysText(days: number | null, { language }: ResponseInput['scene']): string {
  const { response: text, analysis } = messagesIn(language);
  if (days === null) return analysis.noShare;
  const distance = Math.abs(days);
  const shown = distance < 10 ? Math.round(distance * 10) / 10 : Math.round(distance);
  if (shown === 0) return text.atDeadline;
  return days < 0 ? text.early(shown) : text.late(shown);
}

function roundTable(input: ResponseInput): Table {
  const { response: text, analysis } = messagesIn(input.scene.language);
  const lines = roundRows(input).map(({ name, row }) => ({ header: name, row }));
  return { ...areaTable(lines, analysis.series.round, input), caption: text.rounds };
}
