import { parseHTML } from 'linkedom';
import { expect } from 'vitest';
import { textWidth } from '#lib/charts/text-width.ts';

export type LabelBox = { text: string; left: number; right: number; top: number; bottom: number };

/** Widths are estimated on the safe side: real letters are narrower. */
const trueWidth = 0.82;

/** Where the labels of a drawn chart stand, those turned on their side left out; `svg` has translations only. */
export function labelBoxes(svg: string): LabelBox[] {
  const { document } = parseHTML(`<!doctype html><body>${svg}</body>`);
  return [...document.querySelectorAll('text')]
    .filter((label) => !transformOf(label).includes('rotate') && !label.closest('[class^="map-narrow"]'))
    .map(boxOf);
}

export function expectNoOverlap(svg: string): void {
  const boxes = labelBoxes(svg);
  const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => [a, b] as const));
  const touching = pairs.filter(
    ([a, b]) => a.left < b.right && b.left < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom
  );
  expect(touching.map(([a, b]) => `${a.text} / ${b.text}`)).toEqual([]);
}

export function expectWithin(svg: string): void {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const outside = labelBoxes(svg).filter(
    ({ left, right, top, bottom }) => left < -2 || right > Number(width) + 2 || top < -2 || bottom > Number(height) + 2
  );
  expect(outside.map(({ text }) => text)).toEqual([]);
}

function boxOf(label: Element): LabelBox {
  const spans = [...label.querySelectorAll('tspan')];
  const lines = spans.length > 0 ? spans : [label];
  const texts = lines.map(({ textContent }) => textContent ?? '');
  const size = Number(inherited(label, 'font-size') ?? 13);
  const width = Math.max(...texts.map((text) => textWidth(text, size))) * trueWidth;
  const places = lineage(label).map(placeOf);
  const x = places.reduce((sum, place) => sum + place.x, 0) + lengthOf(label, 'x', size);
  const y = places.reduce((sum, place) => sum + place.y, 0);
  const steps = lines.map((line) => lengthOf(line, 'y', size) + lengthOf(line, 'dy', size));
  const baselines = steps.map((_, i) => y + steps.slice(0, i + 1).reduce((sum, step) => sum + step, 0));
  const start = { start: 0, middle: width / 2, end: width }[inherited(label, 'text-anchor') ?? 'start'] ?? 0;
  return {
    text: texts.join(' '),
    left: x - start,
    right: x - start + width,
    top: Math.min(...baselines) - size * 0.72,
    bottom: Math.max(...baselines) + size * 0.05
  };
}

function lengthOf(element: Element, name: string, size: number): number {
  const value = element.getAttribute(name) ?? '0';
  return value.endsWith('em') ? parseFloat(value) * size : Number(value);
}

function placeOf(element: Element): { x: number; y: number } {
  const [, x = '0', y = '0'] = /translate\((-?[\d.]+),\s*(-?[\d.]+)\)/.exec(transformOf(element)) ?? [];
  return { x: Number(x), y: Number(y) };
}

function lineage(element: Element): Element[] {
  return element.parentElement ? [element, ...lineage(element.parentElement)] : [element];
}

function inherited(element: Element, name: string): string | null {
  return (
    lineage(element)
      .map((one) => one.getAttribute?.(name) ?? null)
      .find((value) => value !== null) ?? null
  );
}

function transformOf(element: Element): string {
  return element.getAttribute?.('transform') ?? '';
}
