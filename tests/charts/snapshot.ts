import { readFileSync, writeFileSync } from 'node:fs';
import type { PlotOptions } from '@observablehq/plot';
import { expect } from 'vitest';
import { renderChart } from '#lib/charts/svg.ts';
import type { ChartFrame } from '#lib/charts/theme.ts';
import { svgDocument } from '#lib/server/svg-document.ts';

export function draw(options: PlotOptions): string {
  return renderChart(options, svgDocument, { title: 'Tittel' });
}

export function textsOf(svg: string): string[] {
  return Array.from(svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g), ([, text]) => text ?? '');
}

export function expectSnapshots(name: string, chart: (frame: ChartFrame) => PlotOptions): void {
  expectSnapshot(`${name}-wide`, draw(chart({ id: name, width: 640 })));
  expectSnapshot(`${name}-narrow`, draw(chart({ id: name, width: 328 })));
}

function expectSnapshot(name: string, svg: string): void {
  const file = new URL(`./snapshots/${name}.svg`, import.meta.url);
  const lines = `${svg.replace(/></g, '>\n<')}\n`;
  if (process.env.UPDATE_SNAPSHOTS) writeFileSync(file, lines);
  expect(lines).toBe(readFileSync(file, 'utf8'));
}
