import { figureText, type ChartReading } from './chart-reading.ts';
import type { Series, TimeSeriesContent, TimeSeriesText } from './time-series-chart.ts';
import { knownPoints, leadingSeries, pointText } from './time-series-lines.ts';

/** From which to which figure the leading series went, since the last break; a figure before a break is never compared. */
export function timeSeriesReading(content: TimeSeriesContent, text: TimeSeriesText): ChartReading {
  const { rounds, series, measure } = content;
  const leading = leadingSeries(series);
  const known = leading ? knownPoints(leading) : [];
  const bases = known.map(({ at }) => rounds[at]).map((round) => `${round?.reported}/${round?.expected}`);
  const last = rounds.at(-1);
  return {
    title: leading ? finding(leading, content, text) : text.nothing,
    base: last ? text.base(last.reported, last.expected) : '',
    description: text.description(series.length, rounds.length),
    caution: new Set(bases).size > 1 ? text.otherBase : null,
    table: {
      caption: measure,
      columns: [text.columns.round, ...series.map(({ name }) => name), text.columns.base],
      rows: rounds.map(({ label, reported, expected, breakBefore }, at) => ({
        header: breakBefore === null || at === 0 ? label : `${label} (${breakBefore})`,
        cells: [...series.map(({ points }) => pointText(points[at] ?? 'missing', text)), text.base(reported, expected)]
      }))
    }
  };
}

function finding(leading: Series, { rounds }: TimeSeriesContent, text: TimeSeriesText): string {
  const known = knownPoints(leading);
  const last = known.at(-1);
  if (!last) return text.nothing;
  const said = ({ at, value }: { at: number; value: number }) =>
    text.at(figureText(value, text), rounds[at]?.label ?? '');
  const lastBreak = leading.isUnbroken
    ? 0
    : rounds.findLastIndex(({ breakBefore }, at) => breakBefore !== null && at > 0 && at <= last.at);
  const first = known.find(({ at }) => at >= lastBreak);
  if (!first || first.at === last.at) {
    return known.length > 1
      ? text.finding.broken(leading.name, said(last))
      : text.finding.single(leading.name, said(last));
  }
  if (last.value > first.value) return text.finding.up(leading.name, said(first), said(last));
  if (last.value < first.value) return text.finding.down(leading.name, said(first), said(last));
  return text.finding.same(leading.name, figureText(last.value, text), rounds[first.at]?.label ?? '');
}
