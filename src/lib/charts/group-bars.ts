import * as Plot from '@observablehq/plot';
import { widestText } from './text-width.ts';
import { fontSize, frameWidth, ink, isNarrow, smallFontSize, type ChartFrame } from './theme.ts';

export type GroupBarContent = {
  groups: string[];
  bases?: string[];
  endLabels: string[];
  max: number;
  top: number;
};

export type GroupBars = {
  options: Plot.PlotOptions;
  marks: Plot.Markish[];
  inset: { insetTop: number; insetBottom: number };
  middle: number;
  pixelsPerUnit: number;
};

const endGap = 6;
const boldness = 1.15;

/** The frame of a zero-based bar chart, one row a group: names to the left, or above the bar when narrow. */
export function groupBars(content: GroupBarContent, frame: ChartFrame): GroupBars {
  const { groups, endLabels, top } = content;
  const width = frameWidth(frame);
  const { rowHeight, inset } = rowShape(content, isNarrow(frame));
  const marginLeft = isNarrow(frame) ? 0 : Math.ceil(sideWidth(content)) + 14;
  const marginRight = Math.ceil(widestText(endLabels, fontSize) * boldness) + endGap + 2;
  const max = Math.max(1, content.max);
  return {
    options: {
      width,
      height: top + groups.length * rowHeight + 2,
      marginTop: top,
      marginBottom: 2,
      marginLeft,
      marginRight,
      x: { axis: null, type: 'linear', domain: [0, max] },
      y: { axis: null, type: 'band', domain: groups, padding: 0 }
    },
    marks: groupLabels(content, frame, { rowHeight, marginLeft, marginRight }),
    inset,
    middle: (inset.insetTop - inset.insetBottom) / 2,
    pixelsPerUnit: (width - marginLeft - marginRight) / max
  };
}

/** The direct label at the end of each bar. */
export function endLabels(labels: { group: string; end: number; label: string }[], bars: GroupBars): Plot.Markish {
  return Plot.text(labels, {
    x: 'end',
    y: 'group',
    text: 'label',
    dx: endGap,
    dy: bars.middle,
    textAnchor: 'start',
    fill: ink.text,
    fontWeight: 600
  });
}

function rowShape({ bases }: GroupBarContent, narrow: boolean) {
  if (narrow) return { rowHeight: 52, inset: { insetTop: 22, insetBottom: 8 } };
  if (bases) return { rowHeight: 48, inset: { insetTop: 11, insetBottom: 11 } };
  return { rowHeight: 36, inset: { insetTop: 6, insetBottom: 6 } };
}

function sideWidth({ groups, bases = [] }: GroupBarContent): number {
  return Math.max(widestText(groups, fontSize), widestText(bases, smallFontSize));
}

function groupLabels(
  { groups, bases }: GroupBarContent,
  frame: ChartFrame,
  { rowHeight, marginLeft, marginRight }: { rowHeight: number; marginLeft: number; marginRight: number }
): Plot.Markish[] {
  const above = 12 - rowHeight / 2;
  const name = { y: (group: string) => group, frameAnchor: 'left', textAnchor: 'start', dx: -marginLeft } as const;
  const base = { y: name.y, text: (_: string, i: number) => bases?.[i], fill: ink.subtle, fontSize: smallFontSize };
  if (isNarrow(frame)) {
    const right = { frameAnchor: 'right', textAnchor: 'end', dx: marginRight, dy: above } as const;
    return [
      Plot.text(groups, { ...name, dy: above, fill: ink.text }),
      bases && Plot.text(groups, { ...base, ...right })
    ];
  }
  const shift = bases ? 9 : 0;
  return [
    Plot.text(groups, { ...name, dy: -shift, fill: ink.text }),
    bases && Plot.text(groups, { ...name, ...base, dy: shift })
  ];
}
