import { widestText } from './text-width.ts';
import { frameWidth, isNarrow, smallFontSize, type ChartFrame } from './theme.ts';
import type { SmallMultiplesContent } from './small-multiples-chart.ts';

/** Where the panels stand, in pixels: so many beside each other, with bars between `barTop` and `bottom` of each. */
export type Layout = {
  columns: number;
  width: number;
  bar: number;
  barTop: number;
  bottom: number;
  /** Where the first row of panels begins, and how high each is. */
  top: number;
  height: number;
  /** Whether the labels under the bars stand upright. */
  isTurned: boolean;
};

const panelHeight = 172;
const barTop = 58;
const bottom = 144;
/** An upright label needs as much. */
const leastUpright = 16;
/** Between two panels, in pixels. */
export const gapBetween = 20;

/** As many panels beside each other as have room; parts of an area are all named, upright where they do not fit otherwise. */
export function layOut(
  { labels, panels, across }: Pick<SmallMultiplesContent, 'labels' | 'panels' | 'across'>,
  top: number,
  frame: ChartFrame
): Layout {
  const wanted = isNarrow(frame) ? 2 : Math.max(2, Math.floor((frameWidth(frame) + gapBetween) / 160));
  const upright = Math.floor((frameWidth(frame) + gapBetween) / (labels.length * leastUpright + gapBetween));
  const most = across === 'parts' ? Math.max(1, Math.min(wanted, upright)) : wanted;
  const rows = Math.max(1, Math.ceil(panels.length / most));
  const columns = Math.max(1, Math.ceil(panels.length / rows));
  const width = (frameWidth(frame) - gapBetween * (columns - 1)) / columns;
  const bar = width / Math.max(1, labels.length);
  const widest = widestText(labels, smallFontSize);
  const isTurned = across === 'parts' && widest > bar;
  return { columns, width, bar, barTop, bottom, top, height: panelHeight + (isTurned ? widest : 0), isTurned };
}
