import * as Plot from '@observablehq/plot';
import { endLabels, groupBars } from './group-bars.ts';
import { keyLine, type KeyItem } from './key-line.ts';
import { ink, patternDefs, toneFill, type ChartFrame } from './theme.ts';

export type AnsweredByCountyRow = { county: string; answered: number; expected: number };

export type AnsweredByCountyText = {
  answered: string;
  notAnswered: string;
  answeredOf: (answered: number, expected: number) => string;
};

/** Municipalities that have answered, of those expected, per county; those that have not are hatched. */
export function answeredByCountyChart(
  rows: AnsweredByCountyRow[],
  text: AnsweredByCountyText,
  frame: ChartFrame
): Plot.PlotOptions {
  const key = keyLine(keyItems(text), frame);
  const labels = rows.map(({ county, answered, expected }) => ({
    group: county,
    end: expected,
    label: text.answeredOf(answered, expected)
  }));
  const bars = groupBars(
    {
      groups: rows.map(({ county }) => county),
      endLabels: labels.map(({ label }) => label),
      max: Math.max(0, ...rows.map(({ expected }) => expected)),
      top: key.height
    },
    frame
  );
  const missing = rows.filter(({ answered, expected }) => answered < expected);
  const answered = rows.filter(({ answered }) => answered > 0);
  const hatch = { fill: toneFill('missing', frame), stroke: ink.muted, ...bars.inset };
  return {
    ...bars.options,
    marks: [
      patternDefs(['missing'], frame),
      key.mark,
      ...bars.marks,
      Plot.barX(missing, { y: 'county', x1: 'answered', x2: 'expected', ...hatch }),
      Plot.barX(answered, { y: 'county', x: 'answered', fill: toneFill('main', frame), ...bars.inset }),
      endLabels(labels, bars)
    ]
  };
}

function keyItems({ answered, notAnswered }: AnsweredByCountyText): KeyItem[] {
  return [
    { label: answered, tone: 'main' },
    { label: notAnswered, tone: 'missing' }
  ];
}
