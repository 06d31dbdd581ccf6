import type { RenderFunction } from '@observablehq/plot';
import { createSvg, drawMark } from './draw.ts';
import { textWidth } from './text-width.ts';
import { keyShape, type KeyShape } from './key-shape.ts';
import { fontSize, frameWidth, ink, toneFill, toneOutline, type ChartFrame, type Tone } from './theme.ts';

export type KeyItem = { label: string; tone: Tone; shape?: KeyShape };

const swatch = 12;
const lineHeight = 22;
const gap = 20;

/** The quiet line above a chart that names its tones; it wraps when the frame is narrow. */
export function keyLine(items: KeyItem[], frame: ChartFrame): { mark: RenderFunction; height: number } {
  const placed = place(items, frameWidth(frame));
  const lines = (placed.at(-1)?.line ?? -1) + 1;
  return { mark: drawMark((document) => draw(placed, frame, document)), height: lines * lineHeight + 8 };
}

function place(items: KeyItem[], width: number) {
  let line = 0;
  let x = 0;
  return items.map((item) => {
    const itemWidth = swatch + 6 + textWidth(item.label, fontSize);
    if (x > 0 && x + itemWidth > width) {
      line += 1;
      x = 0;
    }
    const left = x;
    x += itemWidth + gap;
    return { ...item, line, left };
  });
}

function draw(items: ReturnType<typeof place>, frame: ChartFrame, document: Document): SVGElement {
  const group = createSvg(document, 'g', { 'text-anchor': 'start', fill: ink.text });
  for (const { label, tone, shape, line, left } of items) {
    const at = { x: left, y: line * lineHeight + 2 };
    group.append(shape ? keyShape(document, shape, tone, at) : createSwatch(document, tone, frame, at));
    const text = createSvg(document, 'text', { x: left + swatch + 6, y: line * lineHeight + 12.5 });
    text.append(label);
    group.append(text);
  }
  return group;
}

function createSwatch(document: Document, tone: Tone, frame: ChartFrame, at: { x: number; y: number }): SVGElement {
  const place = { x: at.x + 0.5, y: at.y + 0.5, width: swatch - 1, height: swatch - 1 };
  return createSvg(document, 'rect', { ...place, fill: toneFill(tone, frame), ...toneOutline(tone) });
}
