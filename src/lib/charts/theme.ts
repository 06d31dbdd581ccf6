import type { RenderFunction } from '@observablehq/plot';
import { createSvg, drawMark } from './draw.ts';

/** Where a chart stands: an id unique on the page (patterns carry it) and its width in CSS pixels. */
export type ChartFrame = { id: string; width?: number };

/**
 * How a category is drawn; `missing` is always hatched, `third` dotted, `none` ringed, so that no two depend on colour alone;
 * `outside` is left empty, `withheld` hatched both ways.
 */
export type Tone = 'main' | 'second' | 'third' | 'muted' | 'warning' | 'missing' | 'withheld' | 'none' | 'outside';

/** `strength`, 0 to 1, is how much of the tone is seen where categories are steps of one thing. */
export type ChartCategory = { id: string; label: string; tone?: Tone; strength?: number };

export type TonedCategory = ChartCategory & { tone: Tone };

export const wideWidth = 500;
export const narrowWidth = 328;
const narrowBelow = 480;

export const fontSize = 13;
export const smallFontSize = 12;

export const ink = {
  text: 'currentColor',
  subtle: 'var(--chart-text)',
  onHue: 'var(--chart-on-hue,black)',
  muted: 'var(--chart-muted)',
  grid: 'var(--chart-grid)',
  surface: 'var(--chart-surface)'
};

const solid = {
  main: 'var(--chart-main)',
  second: 'var(--chart-second)',
  third: 'var(--chart-third)',
  muted: ink.grid,
  warning: 'var(--chart-warning)',
  missing: ink.surface,
  withheld: ink.surface,
  none: ink.surface,
  outside: ink.surface
} satisfies Record<Tone, string>;

const labelInk = {
  main: ink.surface,
  second: ink.onHue,
  third: ink.onHue,
  muted: ink.text,
  warning: ink.surface,
  missing: ink.text,
  withheld: ink.text,
  none: ink.text,
  outside: ink.subtle
} satisfies Record<Tone, string>;

const order: Tone[] = ['main', 'second', 'third', 'muted'];

export function frameWidth(frame: ChartFrame): number {
  return frame.width ?? wideWidth;
}

export function isNarrow(frame: ChartFrame): boolean {
  return frameWidth(frame) < narrowBelow;
}

/** Categories without a tone get one by position; more than four must choose theirs. */
export function tonedCategories(categories: ChartCategory[]): TonedCategory[] {
  return categories.map((category, position) => {
    const tone = category.tone ?? order[position];
    if (!tone) throw new Error(`category without a tone: ${category.id}`);
    return { ...category, tone };
  });
}

/** The fill of a tone: a colour, or the pattern that `patternDefs` defines under the frame's id. */
export function toneFill(tone: Tone, { id }: ChartFrame): string {
  return isPatterned(tone) ? `url(#${id}-${tone})` : solid[tone];
}

/** The colour of a tone's lines and dots, which have no room for a pattern. */
export function toneInk(tone: Tone): string {
  return tone === 'muted' || isEmpty(tone) ? ink.muted : solid[tone];
}

/** The colours of a label that stands on a tone: its ink, and a halo where a pattern lies beneath. */
export function toneLabel(tone: Tone): { fill: string; stroke?: string; strokeWidth?: number } {
  const halo = isPatterned(tone) ? { stroke: solid[tone], strokeWidth: 4 } : {};
  return { fill: labelInk[tone], ...halo };
}

/** The outline that keeps a pale tone visible on the page. */
export function toneOutline(tone: Tone): { stroke?: string } {
  return isEmpty(tone) ? { stroke: ink.muted } : {};
}

/** Whether nothing but a pattern fills a tone. */
export function isEmpty(tone: Tone): boolean {
  return tone === 'missing' || tone === 'withheld' || tone === 'none' || tone === 'outside';
}

/** A mark that defines the patterns of the tones in use. */
export function patternDefs(tones: Tone[], { id }: ChartFrame): RenderFunction {
  return drawMark((document) => {
    const defs = createSvg(document, 'defs', {});
    if (tones.includes('missing')) defs.append(hatchPattern(document, `${id}-missing`, 'M1,0V5'));
    if (tones.includes('withheld')) defs.append(hatchPattern(document, `${id}-withheld`, 'M1,0V5M0,1H5'));
    if (tones.includes('none')) defs.append(ringPattern(document, `${id}-none`));
    if (tones.includes('third')) defs.append(dotPattern(document, `${id}-third`));
    return defs;
  });
}

function isPatterned(tone: Tone): boolean {
  return tone === 'missing' || tone === 'withheld' || tone === 'none' || tone === 'third';
}

function hatchPattern(document: Document, id: string, lines: string): SVGElement {
  const size = { width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  const pattern = createSvg(document, 'pattern', { id, ...size });
  pattern.append(createSvg(document, 'path', { d: 'M0,0H5V5H0z', fill: solid.missing }));
  pattern.append(createSvg(document, 'path', { d: lines, stroke: ink.muted }));
  return pattern;
}

function ringPattern(document: Document, id: string): SVGElement {
  const pattern = createSvg(document, 'pattern', { id, width: 10, height: 10, patternUnits: 'userSpaceOnUse' });
  pattern.append(createSvg(document, 'path', { d: 'M0,0H10V10H0z', fill: solid.none }));
  pattern.append(createSvg(document, 'circle', { cx: 5, cy: 5, r: 2, fill: 'none', stroke: ink.muted }));
  return pattern;
}

function dotPattern(document: Document, id: string): SVGElement {
  const pattern = createSvg(document, 'pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' });
  pattern.append(createSvg(document, 'path', { d: 'M0,0H6V6H0z', fill: solid.third }));
  pattern.append(createSvg(document, 'circle', { cx: 3, cy: 3, r: 1.1, fill: ink.surface }));
  return pattern;
}
