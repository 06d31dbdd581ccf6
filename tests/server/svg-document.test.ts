import { expect, test } from 'vitest';
import { svgDocument } from '#lib/server/svg-document.ts';

test('the server document makes SVG elements', () => {
  const circle = svgDocument.createElementNS('http://www.w3.org/2000/svg', 'circle');
  circle.setAttribute('r', '2');
  expect(circle.namespaceURI).toBe('http://www.w3.org/2000/svg');
  expect(circle.outerHTML).toBe('<circle r="2" />');
});

test('nothing is attached to it', () => {
  expect(svgDocument.body.childNodes).toHaveLength(0);
});
