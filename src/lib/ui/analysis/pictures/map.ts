import { hexMapChart } from '#lib/charts/hex-map-chart.ts';
import type { ChartCategory } from '#lib/charts/theme.ts';
import { tonedCategories } from '#lib/charts/theme.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { AnalysisInput } from '#lib/ui/analysis/scene.ts';
import type { Drawing } from './drawing.ts';
import { categoryTiles, countTiles, standingTiles, type MapContent, type SaidTile } from './map-tiles.ts';

const absentCategory = 'none';
const withheldCategory = 'not_shown';
const noRoundCategory = 'no_round';
const outsideCategory = 'outside';

/** Municipalities on the map, with the borders of the chosen division; those outside the selection are left empty. */
export function map(input: AnalysisInput): Drawing {
  const { scene, analysis } = input;
  const { pictures: text, charts, country } = messagesIn(scene.language);
  const expected = new Set(scene.areas.municipality.map(({ id }) => id));
  const content = contentOf(input);
  const tiles = scene.tiles.map((tile) => {
    const said = content.tiles.get(tile.number);
    return {
      ...{ number: tile.number, name: tile.name, x: tile.x, y: tile.y, county: tile.areas[analysis.division] },
      ...(scene.country && !expected.has(tile.number)
        ? { category: noRoundCategory, label: country.noRound }
        : placed(said, text)),
      ...(said ? { area: tile.number } : {})
    };
  });
  const rest: ChartCategory[] = [
    { id: absentCategory, label: text.noFigure, tone: 'missing' },
    { id: withheldCategory, label: charts.absence.withheld, tone: 'withheld' },
    { id: noRoundCategory, label: country.noRound, tone: 'outside' },
    { id: outsideCategory, label: text.outside, tone: 'outside' }
  ];
  const counted = [...content.categories, ...rest].map((category) => ({
    ...category,
    count: tiles.filter(({ category: own }) => own === category.id).length
  }));
  const used = tonedCategories(counted.filter(({ count }) => count > 0));
  const shades = content.categories.filter(({ strength }) => strength !== undefined).map(({ id }) => id);
  return {
    chart: (frame) => hexMapChart(tiles, used, { tile: text.tile }, frame),
    reading: content.reading,
    key: used.map(({ id, label, tone }) => ({
      label: text.key(label, counted.find((one) => one.id === id)?.count ?? 0),
      tone,
      ...(shades.includes(id) ? { step: shades.indexOf(id) } : {})
    })),
    isOneSize: true
  };
}

function contentOf(input: AnalysisInput): MapContent {
  if (indicatorOf(input.analysis.indicator).kind === 'category') return categoryTiles(input);
  return input.analysis.measure === 'count' ? countTiles(input) : standingTiles(input);
}

function placed(said: SaidTile | undefined, { outside }: { outside: string }) {
  if (!said) return { category: outsideCategory, label: outside };
  return {
    category: said.category ?? (said.isWithheld ? withheldCategory : absentCategory),
    label: said.label,
    ...(said.value ? { value: said.value } : {})
  };
}
