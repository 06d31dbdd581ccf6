import { expect, test } from 'vitest';
import { slopeChart } from '#lib/charts/slope-chart.ts';
import { slopeReading } from '#lib/charts/slope-reading.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { comparisonPart } from '#lib/ui/statistics/comparison-part.ts';
import { slope } from '../../charts/comparison-scene.ts';

const text = messagesIn('nb').charts.area.slope;
const reading = slopeReading(slope(), text);
const chart = (frame: { id: string; width?: number }) => slopeChart(slope(), text, frame);

test('a figure has the finding as title, its base, its caution and its table, and is drawn for both widths', () => {
  const part = comparisonPart('runder', reading, { chart }, svgDocument);
  expect(part).toMatchObject({ title: reading.title, base: '4 av 6 områder', measure: 'Mottatte saker', key: [] });
  expect(part.caution).toContain('Ikke like mange svarte');
  expect(part.svg.match(/<svg [^>]*role="img"/g)).toHaveLength(2);
  expect(part.svg).toContain(`<desc>${reading.description}</desc>`);
  expect(part.table.rows).toHaveLength(6);
});

test('a map is drawn once, and nothing to warn of is no warning', () => {
  const part = comparisonPart('kart', { ...reading, caution: null }, { chart, once: true }, svgDocument);
  expect(part.svg.match(/<svg /g)).toHaveLength(1);
  expect(part).not.toHaveProperty('caution');
});
