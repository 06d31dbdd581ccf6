import type { RenderFunction } from '@observablehq/plot';

/** A mark drawn by hand: anything that needs a document but no scale. */
export function drawMark(draw: (document: Document) => SVGElement): RenderFunction {
  return (...[, , , , context]) => draw(context.document);
}

const areaPrefix = 'area:';

/** The label that tells which area a mark is of, for whoever chooses by it; none without one. */
export function areaLabel(area: string | undefined): string | undefined {
  return area === undefined ? undefined : areaPrefix + area;
}

/** The area that a label tells; null of any other label. */
export function areaOfLabel(label: string): string | null {
  return label.startsWith(areaPrefix) ? label.slice(areaPrefix.length) : null;
}

/** An SVG element with its attributes; numbers are rounded when the chart is written. */
export function createSvg(document: Document, name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
