import type { RenderFunction } from '@observablehq/plot';

/** A mark drawn by hand: anything that needs a document but no scale. */
export function drawMark(draw: (document: Document) => SVGElement): RenderFunction {
  return (...[, , , , context]) => draw(context.document);
}

/** An SVG element with its attributes; numbers are rounded when the chart is written. */
export function createSvg(document: Document, name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
