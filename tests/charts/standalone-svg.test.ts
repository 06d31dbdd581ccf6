import { expect, it } from 'vitest';
import { countByCountyChart } from '#lib/charts/count-by-county-chart.ts';
import { standaloneSvg, type Caption } from '#lib/charts/standalone-svg.ts';
import { renderResponsiveChart } from '#lib/charts/svg.ts';
import { svgDocument } from '#lib/server/svg-document.ts';
import { textsOf } from './snapshot.ts';

const caption: Caption = {
  title: 'Mottatte saker etter fylke: 8 i alt & <mer>',
  measure: 'Antall, Runde 2024',
  chips: [
    { label: '3 av 6 kommuner', isWarning: false },
    { label: 'syntetiske tall', isWarning: true }
  ],
  key: [
    { label: 'ingen', tone: 'missing' },
    { label: '1 eller 2', tone: 'main', strength: 0.2 }
  ],
  notes: ['Rekkefølgen er fast og sier ikke hvem som har mest.'],
  source: 'Kilde: Regionspeil.'
};
const rows = [
  { county: 'Telemark', value: 3, reported: 1, expected: 3 },
  { county: 'Agder', value: null, reported: 0, expected: 3 }
];
const words = { value: String, base: (n: number, of: number) => `${n} av ${of}`, noFigure: 'ingen tall' };
const charts = renderResponsiveChart((frame) => countByCountyChart(rows, words, frame), 'a', svgDocument, {
  title: 'Saker'
});
const picture = standaloneSvg(charts, caption) ?? '';

it('a picture has all that belongs to its chart in it', () => {
  const texts = textsOf(picture);
  for (const text of ['Antall, Runde 2024', '3 av 6 kommuner', 'syntetiske tall', 'Kilde: Regionspeil.']) {
    expect(texts).toContain(text);
  }
  expect(texts).toContain('Telemark');
  expect(texts).toContain('1 eller 2');
  expect(picture).toContain('fill="url(#a-w-missing)"');
  expect(picture).toContain('fill="#0b5a63" fill-opacity="0.2"');
  expect(picture).toContain('<title>Mottatte saker etter fylke: 8 i alt &amp; &lt;mer&gt;</title>');
});

it('it stands alone: a name space, no names of colours, no style sheet, and only the wide chart', () => {
  expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
  expect(picture).not.toMatch(/var\(|currentColor|<style|class="chart|a-n-/);
  expect(picture).toContain('a-w-');
});

it('nothing sticks out below, and long titles are broken', () => {
  const [, height] = /viewBox="0 0 548 (\d+)"/.exec(picture) ?? [];
  const last = [...picture.matchAll(/<text x="24" y="(\d+)"/g)].map(([, y]) => Number(y));
  expect(Math.max(...last)).toBeLessThan(Number(height));
  const long = standaloneSvg(charts, { ...caption, title: 'Andel mottatte saker med person under 18 år '.repeat(3) });
  expect(
    textsOf(long ?? '').filter((text) => text.startsWith('Andel') || text.includes('under 18')).length
  ).toBeGreaterThan(1);
});

it('of names for wide and for narrow screens the wide ones are shown', () => {
  const map = '<svg class="chart" viewBox="0 0 9 9"><g class="map-wide"/><g class="map-narrow"/></svg>';
  expect(standaloneSvg(map, caption)).toContain('<g class="map-wide"/><g display="none"/>');
});

it('without a chart there is no picture', () => {
  expect(standaloneSvg('', caption)).toBeNull();
});
