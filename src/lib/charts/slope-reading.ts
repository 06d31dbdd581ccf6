import { isAbsent } from './absence.ts';
import { figureText, type ChartReading } from './chart-reading.ts';
import { inOrder } from './row-order.ts';
import type { SlopeContent, SlopeRow, SlopeText } from './slope-chart.ts';

/** How many went up and down, of those with a figure for both rounds and no break between. */
export function slopeReading({ rows, before, after, measure }: SlopeContent, text: SlopeText): ChartReading {
  const changes = rows.flatMap(change);
  const count = (holds: (value: number) => boolean) => changes.filter(holds).length;
  const up = count((value) => value > 0);
  const down = count((value) => value < 0);
  const bases = [before, after].map(({ reported, expected }) => text.endBase(reported, expected));
  return {
    title: changes.length === 0 ? text.notComparable : text.finding(up, down, changes.length - up - down),
    base: text.base(changes.length, rows.length),
    description: text.description(changes.length, before.round, after.round),
    caution: before.reported === after.reported ? null : text.otherBase(bases[0] ?? '', bases[1] ?? ''),
    table: {
      caption: measure,
      columns: [text.columns.name, before.round, after.round, text.columns.note],
      rows: inOrder(rows, 'population').map((row) => ({
        header: row.name,
        cells: [figureText(row.before, text), figureText(row.after, text), row.isBroken ? text.broken : '']
      }))
    }
  };
}

function change({ before, after, isBroken }: SlopeRow): number[] {
  return isAbsent(before) || isAbsent(after) || isBroken ? [] : [after - before];
}
