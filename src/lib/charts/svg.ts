import { areaOfLabel } from './draw.ts';
import * as Plot from '@observablehq/plot';
import { xmlText } from '#lib/domain/xml-text.ts';
import { fontSize, narrowWidth, wideWidth, type ChartFrame } from './theme.ts';

export type ChartLabel = { title: string; description?: string };

const dropped = new Set(['style', 'aria-label', 'aria-hidden', 'aria-description', 'font-family']);
const geometry = new Set([
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'dx',
  'dy',
  'width',
  'height',
  'd',
  'transform',
  'points',
  'cx',
  'cy'
]);
const elementNode = 1;
const textNode = 3;

/** One chart as SVG text for inline HTML under a strict CSP: an image named by its label, no styles, one decimal. */
export function renderChart(options: Plot.PlotOptions, document: Document, label: ChartLabel): string {
  return render(options, document, label, 'chart');
}

/** The same chart for wide and for narrow screens, one after the other; chart.css shows the one that fits. */
export function renderResponsiveChart(
  chart: (frame: ChartFrame) => Plot.PlotOptions,
  id: string,
  document: Document,
  label: ChartLabel
): string {
  const wide = render(chart({ id: `${id}-w`, width: wideWidth }), document, label, 'chart chart-wide');
  const narrow = render(chart({ id: `${id}-n`, width: narrowWidth }), document, label, 'chart chart-narrow');
  return wide + narrow;
}

function render(options: Plot.PlotOptions, document: Document, label: ChartLabel, className: string): string {
  const svg = Plot.plot({ ...options, document });
  const size = `width="${svg.getAttribute('width')}" height="${svg.getAttribute('height')}"`;
  const role = `role="img" aria-label="${xmlText(label.title)}"`;
  const type = `font-size="${fontSize}" text-anchor="middle" fill="currentColor"`;
  const description = label.description === undefined ? '' : `<desc>${xmlText(label.description)}</desc>`;
  const open = `<svg class="${className}" ${role} viewBox="${svg.getAttribute('viewBox')}" ${size} ${type}>`;
  return `${open}${description}${serializeChildren(svg)}</svg>`;
}

function serializeChildren(parent: Node): string {
  return Array.from(parent.childNodes, serialize).join('');
}

function serialize(node: Node): string {
  if (node.nodeType === textNode) return xmlText(node.textContent ?? '');
  if (node.nodeType !== elementNode) return '';
  const element = node as Element;
  const name = element.localName;
  if (name.toLowerCase() === 'style' || name.toLowerCase() === 'script') return '';
  const attributes = Array.from(element.attributes, serializeAttribute).join('');
  const content = serializeChildren(element);
  if (name === 'g' && content === '') return '';
  return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

function serializeAttribute({ name, value }: Attr): string {
  const area = name === 'aria-label' ? areaOfLabel(value) : null;
  if (area !== null) return ` data-area="${xmlText(area)}"`;
  if (dropped.has(name) || name.startsWith('on')) return '';
  return ` ${name}="${xmlText(geometry.has(name) ? roundNumbers(value) : value)}"`;
}

function roundNumbers(value: string): string {
  return value.replace(/-?\d+\.\d+(e-\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10 || 0));
}
