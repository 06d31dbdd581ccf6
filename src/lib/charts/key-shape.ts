import { createSvg } from './draw.ts';
import { ink, toneInk, type Tone } from './theme.ts';

/** How a mark that is no area looks in the key; all are twelve pixels wide and high. */
export type KeyShape = 'dot' | 'diamond' | 'triangle' | 'interval' | 'dashes' | 'square' | 'tick';

const paths: Record<KeyShape, string> = {
  dot: 'M6,1.5a4.5,4.5 0 1 1 0,9a4.5,4.5 0 1 1 0,-9z',
  diamond: 'M6,1.5L10.5,6L6,10.5L1.5,6z',
  triangle: 'M6,1.5L11,10.5H1z',
  square: 'M2,2H10V10H2z',
  interval: 'M0,6H12M6,2a4,4 0 1 1 0,8a4,4 0 1 1 0,-8z',
  dashes: 'M0,6H3M4.5,6H7.5M9,6H12',
  tick: 'M6,0V12'
};
const filled = new Set<KeyShape>(['dot', 'triangle', 'square', 'interval']);

/** The small picture of a mark in the key; what is not filled is drawn in outline. */
export function keyShape(document: Document, shape: KeyShape, tone: Tone, at: { x: number; y: number }): SVGElement {
  const line = tone === 'outside' ? (shape === 'diamond' ? ink.muted : ink.text) : toneInk(tone);
  return createSvg(document, 'path', {
    d: paths[shape],
    transform: `translate(${at.x},${at.y})`,
    fill: filled.has(shape) || (shape === 'diamond' && tone !== 'outside') ? line : 'none',
    stroke: line,
    'stroke-width': shape === 'interval' ? 2 : 1.5
  });
}
