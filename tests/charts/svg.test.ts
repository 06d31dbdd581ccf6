import * as Plot from '@observablehq/plot';
import { expect, test } from 'vitest';
import { answeredByCountyChart } from '#lib/charts/answered-by-county-chart.ts';
import { renderChart, renderResponsiveChart } from '#lib/charts/svg.ts';
import { svgDocument } from '#lib/server/svg-document.ts';

const rows = [{ county: 'Møre & Romsdal <i>', answered: 1, expected: 3 }];
const text = { answered: 'Ja', notAnswered: 'Nei', answeredOf: (n: number, of: number) => `${n} av ${of}` };
const label = { title: 'Svar & "base"', description: 'Per fylke' };
const options = answeredByCountyChart(rows, text, { id: 's' });

test('a chart is one image with its label, description and scalable size', () => {
  const svg = renderChart(options, svgDocument, label);
  expect(svg).toMatch(/^<svg class="chart" role="img" aria-label="Svar &amp; &quot;base&quot;" viewBox="0 0 500 \d+" /);
  expect(svg).toMatch(/ width="500" height="\d+"/);
  expect(svg).toContain('<desc>Per fylke</desc>');
  expect(svg.match(/aria-/g)).toHaveLength(1);
});

test('nothing in it needs a loosened content security policy', () => {
  const styled: Plot.PlotOptions = {
    ...options,
    style: { color: 'red' },
    marks: [...(options.marks ?? []), Plot.dot([1], { x: 0, y: 0, mixBlendMode: 'multiply', href: () => '#' })]
  };
  expect(renderChart(styled, svgDocument, label)).not.toMatch(/<style|style=|<script|\son\w+=/i);
});

test('names are escaped', () => {
  const svg = renderChart(options, svgDocument, label);
  expect(svg).toContain('Møre &amp; Romsdal &lt;i&gt;');
  expect(svg).not.toContain('<i>');
});

test('coordinates have at most one decimal', () => {
  expect(renderChart(options, svgDocument, label)).not.toMatch(/\d\.\d\d/);
});

test('the same rows give the same text', () => {
  const again = answeredByCountyChart(rows, text, { id: 's' });
  expect(renderChart(again, svgDocument, label)).toBe(renderChart(options, svgDocument, label));
});

test('the responsive pair shares no id', () => {
  const pair = renderResponsiveChart((frame) => answeredByCountyChart(rows, text, frame), 'p', svgDocument, label);
  const ids = Array.from(pair.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
  expect(ids).toEqual(['p-w-missing', 'p-n-missing']);
  expect(pair).toContain('class="chart chart-wide"');
  expect(pair).toContain('class="chart chart-narrow"');
});
