import { isAbsent } from './absence.ts';
import { figureText, type ChartReading } from './chart-reading.ts';
import {
  hasOneBase,
  type Panel,
  type PanelFigure,
  type SmallMultiplesContent,
  type SmallMultiplesText
} from './small-multiples-chart.ts';

/** In how many areas the figure went up and down from the first label to the last, of those with both. */
export function smallMultiplesReading(content: SmallMultiplesContent, text: SmallMultiplesText): ChartReading {
  const { panels, labels, measure } = content;
  const changes = labels.length > 1 ? panels.flatMap(change) : [];
  const up = changes.filter((value) => value > 0).length;
  const down = changes.filter((value) => value < 0).length;
  const latest = panels.flatMap(({ figures }) => figures.slice(-1));
  const sum = (of: (figure: PanelFigure) => number) => latest.reduce((total, figure) => total + of(figure), 0);
  const nothing = panels.every(({ figures }) => figures.every(({ value }) => isAbsent(value)));
  const title = changes.length === 0 ? text.notComparable : text.finding(up, down, changes.length);
  return {
    title: nothing ? text.nothing : title,
    base: text.base(
      sum(({ reported }) => reported),
      sum(({ expected }) => expected)
    ),
    description: text.description(panels.length),
    caution: panels.every(hasOneBase) ? null : text.otherBase,
    table: {
      caption: measure,
      columns: [text.columns.name, ...labels, text.columns.base],
      rows: panels.map(({ name, figures }) => ({
        header: name,
        cells: [
          ...labels.map((_, i) => figureText(figures[i]?.value ?? 'missing', text)),
          figures.map(({ reported, expected }) => text.shortBase(reported, expected)).join(' → ')
        ]
      }))
    }
  };
}

function change({ figures }: Panel): number[] {
  const first = figures[0]?.value ?? 'missing';
  const last = figures.at(-1)?.value ?? 'missing';
  return isAbsent(first) || isAbsent(last) ? [] : [last - first];
}
