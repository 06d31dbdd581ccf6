import { stackedBarChart } from '#lib/charts/stacked-bar-chart.ts';
import { renderResponsiveChart } from '#lib/charts/svg.ts';
import type { ChartCategory } from '#lib/charts/theme.ts';
import { formatNumber, formatShare, listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { inHost, referralOf, type Referral, type ZeroReferralRow } from '#lib/stats/zero-referral.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';
import { shownRound } from './scene.ts';
import { areaRows, frameOf, roundRows, rowOf, type TopicInput, type TopicView } from './topic.ts';

export type ReferralInput = TopicInput<ZeroReferralRow>;
type Line = { header: string; row: ZeroReferralRow };

/** Where nobody was referred, where somebody was, and where nobody knows; the document is where the chart is drawn. */
export function referralView(input: ReferralInput, document: Document): TopicView {
  const { rows, scene, analysis } = input;
  const { referral: text, response, analysis: common } = messagesIn(scene.language);
  const round = shownRound(input).id;
  const whole = rowOf(rows, round, null);
  const title = findingOf(whole, input);
  const lines = areaRows(input, round).map(({ area, row }) => ({ header: area.label, row }));
  const wholeLine = whole ? [{ header: common.whole, row: whole }] : [];
  const isEach = analysis.dimension === 'municipality';
  const oldest = roundRows(input).map(({ name, row }) => ({ header: name, row }));
  return {
    ...frameOf(input, text.measure),
    title,
    base: whole ? common.base(whole.reported, whole.expected) : '',
    notes: [
      ...(isEach ? [] : areaNotes(lines, input)),
      text.silence,
      ...(whole && inHost(whole) > 0 ? [text.hosts] : [])
    ],
    isEmpty: !whole,
    svg: isEach || !whole ? null : referralChart(lines, { title, input, document }),
    table: isEach ? eachTable(lines, input) : areaTable([...lines, ...wholeLine], common.area, input),
    rounds:
      analysis.rounds.length > 1 ? { ...areaTable(oldest, common.series.round, input), caption: response.rounds } : null
  };
}

/** What is known of an area, in words; a municipality's figure may stand in its host's. */
export function referralText(row: ZeroReferralRow, { scene }: ReferralInput): string {
  return messagesIn(scene.language).referral.states[referralOf(row)];
}

function findingOf(whole: ZeroReferralRow | undefined, { scene }: ReferralInput): string {
  const { referral: text, analysis } = messagesIn(scene.language);
  if (!whole) return analysis.empty;
  const told = whole.none + whole.withCases;
  return told === 0 ? text.findingNone : text.finding(whole.none, told);
}

/** The areas by name: those without a case, those without one so far, and those that are not known, by the reason. */
function areaNotes(lines: readonly Line[], { scene }: ReferralInput): string[] {
  const { referral: text } = messagesIn(scene.language);
  const namesOf = (state: Referral) => lines.filter(({ row }) => referralOf(row) === state).map(({ header }) => header);
  const note = (state: Referral, sentence: (areas: string) => string) => {
    const names = namesOf(state);
    return names.length === 0 ? [] : [sentence(listInText(names, scene.language))];
  };
  return [
    ...note('none', text.none),
    ...note('none_so_far', text.noneSoFar),
    ...note('in_host', text.inHost),
    ...note('unknown', text.unknown)
  ];
}

function referralChart(
  lines: readonly Line[],
  { title, input, document }: { title: string; input: ReferralInput; document: Document }
): string {
  const { referral: text, charts } = messagesIn(input.scene.language);
  const hasHosts = lines.some(({ row }) => inHost(row) > 0);
  const categories: ChartCategory[] = [
    { id: 'some', label: text.categories.some, tone: 'main' },
    { id: 'none', label: text.categories.none, tone: 'second' },
    ...(hasHosts ? [{ id: 'inHost', label: text.categories.inHost, tone: 'third' as const }] : []),
    { id: 'silent', label: text.categories.silent, tone: 'missing' }
  ];
  const countOf = (row: ZeroReferralRow): Record<string, number> => ({
    ...{ some: row.withCases, none: row.none, inHost: inHost(row), silent: row.expected - row.reported }
  });
  const rows = lines.flatMap(({ header, row }) =>
    categories.map(({ id }) => ({ group: header, category: id, count: countOf(row)[id] ?? 0 }))
  );
  const content = { measure: text.measure, rows, categories, length: 'whole' as const };
  return renderResponsiveChart((frame) => stackedBarChart(content, charts.stackedBar, frame), 'uten-saker', document, {
    title
  });
}

function areaTable(lines: readonly Line[], first: string, input: ReferralInput): Table {
  const { language } = input.scene;
  const { referral: text, analysis } = messagesIn(language);
  const { state, cases, none, told, population } = text.columns;
  return {
    caption: text.measure,
    columns: [first, state, cases, none, told, population],
    rows: lines.map(({ header, row }) => ({
      header,
      cells: [
        referralText(row, input),
        casesText(row, input),
        formatNumber(row.none, language),
        analysis.shortBase(row.reported, row.expected),
        formatShare(row.populationNone, row.population, language) ?? analysis.noShare
      ]
    }))
  };
}

/** Of single municipalities: what is known, and the figure. */
function eachTable(lines: readonly Line[], input: ReferralInput): Table {
  const { referral: text, analysis } = messagesIn(input.scene.language);
  return {
    caption: text.measure,
    columns: [analysis.area, text.columns.state, text.columns.cases],
    rows: lines.map(({ header, row }) => ({ header, cells: [referralText(row, input), casesText(row, input)] }))
  };
}

function casesText({ value }: ZeroReferralRow, { scene }: ReferralInput): string {
  return value === null ? messagesIn(scene.language).analysis.noFigure : formatNumber(value, scene.language);
}
