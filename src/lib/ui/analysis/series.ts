import { changeBetween, type Change } from '#lib/domain/change.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import type { Language } from '#lib/domain/language.ts';
import { daysOf } from '#lib/domain/round.ts';
import { formatDate, formatNumber, formatRatio, listInText } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { SeriesRow } from '#lib/stats/series.ts';
import type { Table } from '#lib/ui/statistics/scene.ts';
import type { Division } from './division.ts';
import type { AnalysisInput } from './scene.ts';

/** How a count went from round to round, told by those that gave it in both; `notes` say how far it can be read. */
export type SeriesPart = { finding: string; notes: string[]; table: Table };
/** A round with what has changed since the one before it, null where nobody gave the figure in both. */
type Step = { row: SeriesRow; days: number; daysBefore: number | null; change: Change | null; divisions: Division[] };

/** Years of the calendar differ by a day. */
const likeDays = 1;

/** The development of a count over the chosen rounds, the oldest first; null of a category. */
export function seriesPart(input: AnalysisInput): SeriesPart | null {
  const { rows, scene, analysis } = input;
  if (indicatorOf(analysis.indicator).kind === 'category') return null;
  const text = messagesIn(scene.language).analysis;
  const number = (value: number | null) => (value === null ? text.noFigure : formatNumber(value, scene.language));
  const steps = rows.series.map((row, index) => stepOf(row, rows.series[index - 1], scene.divisions));
  const last = steps.findLast(({ change }) => change !== null);
  const finding = last
    ? text.series.finding(
        nameOf(last.row.roundId, input),
        number(last.row.valueBefore),
        number(last.row.valueAgain),
        last.row.reportedAgain
      )
    : text.series.none;
  const divisions = steps.flatMap((step) => step.divisions);
  return {
    finding,
    notes: [
      ...(last?.change ? [changeText(last.change, scene.language)] : []),
      ...(last ? daysNotes(last, scene.language) : []),
      ...divisions.map((division) => divisionText(division, scene.language))
    ],
    table: seriesTable(steps, divisions.length > 0, input)
  };
}

/** A municipality breaks the series in the first round in which it has been divided. */
function stepOf(row: SeriesRow, before: SeriesRow | undefined, divisions: readonly Division[]): Step {
  const numbersIn = (one: SeriesRow | undefined) => one?.divided?.split(' ') ?? [];
  const broken = numbersIn(before).filter((number) => !numbersIn(row).includes(number));
  const days = daysOf(row);
  const daysBefore = before ? daysOf(before) : null;
  const { valueBefore, valueAgain, populationBefore, populationAgain } = row;
  const isAgain = valueBefore !== null && valueAgain !== null && populationBefore !== null && populationAgain !== null;
  return {
    ...{ row, days, daysBefore },
    change:
      daysBefore !== null && isAgain
        ? changeBetween(
            { count: valueBefore, exposure: populationBefore * daysBefore },
            { count: valueAgain, exposure: populationAgain * days }
          )
        : null,
    divisions: divisions.filter(({ municipalityNo }) => broken.includes(municipalityNo))
  };
}

function seriesTable(steps: readonly Step[], hasBreaks: boolean, input: AnalysisInput): Table {
  const { language } = input.scene;
  const text = messagesIn(language).analysis;
  const number = (value: number | null) => (value === null ? text.noFigure : formatNumber(value, language));
  const { round, total, base, before, after, same, change: changeColumn, remark, note } = text.series;
  return {
    caption: note,
    columns: [round, total, base, before, after, same, changeColumn, ...(hasBreaks ? [remark] : [])],
    rows: steps.map(({ row, change, divisions }) => ({
      header: nameOf(row.roundId, input),
      cells: [
        number(row.value),
        text.shortBase(row.reported, row.expected),
        row.reportedAgain > 0 ? number(row.valueBefore) : text.noShare,
        row.reportedAgain > 0 ? number(row.valueAgain) : text.noShare,
        formatNumber(row.reportedAgain, language),
        change ? ratioText(change, language) : text.noShare,
        ...(hasBreaks ? [breakText(divisions, language)] : [])
      ]
    }))
  };
}

function nameOf(roundId: string, { scene }: AnalysisInput): string {
  return scene.rounds.find(({ id }) => id === roundId)?.name ?? roundId;
}

/** Whether chance alone may have made a change, with the ratio and its limits. */
function changeText(change: Change, language: Language): string {
  const { series } = messagesIn(language).analysis;
  const { ratio, isTold } = change;
  if (ratio === null) return isTold ? series.toldFromNone : series.untoldFromNone;
  const texts = [formatRatio(ratio, language), limitsText(change, language)] as const;
  return isTold ? series.told(...texts) : series.untold(...texts);
}

/** A count may fall while its rate grows, where the periods are not as long. */
function daysNotes({ days, daysBefore }: Step, language: Language): string[] {
  if (daysBefore === null || Math.abs(days - daysBefore) <= likeDays) return [];
  return [messagesIn(language).analysis.series.otherDays(daysBefore, days)];
}

function ratioText(change: Change, language: Language): string {
  const { noShare, withBase } = messagesIn(language).analysis;
  if (change.ratio === null) return noShare;
  return withBase(formatRatio(change.ratio, language), limitsText(change, language));
}

function limitsText({ low, high }: Change, language: Language): string {
  const { intervalText, series } = messagesIn(language).analysis;
  const from = formatRatio(low, language);
  return high === null ? series.upFrom(from) : intervalText(from, formatRatio(high, language));
}

function divisionText({ name, date, parts }: Division, language: Language): string {
  const { divided } = messagesIn(language).analysis.series;
  return divided(name, formatDate(date, language), listInText(parts, language));
}

function breakText(divisions: readonly Division[], language: Language): string {
  const { noShare, series } = messagesIn(language).analysis;
  if (divisions.length === 0) return noShare;
  return series.break(
    listInText(
      divisions.map(({ name }) => name),
      language
    )
  );
}
