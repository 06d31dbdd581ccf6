import { heatTable, type HeatContent, type HeatText } from '#lib/charts/heat-table.ts';
import { heatReading } from '#lib/charts/heat-reading.ts';
import { isAnswer } from '#lib/charts/stacked-bar-chart.ts';
import { tonedCategories } from '#lib/charts/theme.ts';
import { indicatorOf } from '#lib/domain/indicator.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { shownRound, type AnalysisInput } from '#lib/ui/analysis/scene.ts';
import { areasOf, figureIn, partsOf } from '#lib/ui/analysis/table.ts';
import { rowTexts, isChosen, valueOf } from './area-figures.ts';
import { categoryCounts } from './category-counts.ts';
import type { Drawing } from './drawing.ts';

/** Areas by a second dimension, or by category, as a table whose cells are shaded. */
export function heat(input: AnalysisInput): Drawing {
  const { scene, analysis } = input;
  const isCategory = indicatorOf(analysis.indicator).kind === 'category';
  const { texts, unit } = rowTexts(input);
  const { tile } = messagesIn(scene.language).pictures;
  const content: HeatContent = {
    measure: messagesIn(scene.language).analysis.measures[analysis.measure],
    kind: 'categories',
    order: 'given',
    ...(isCategory ? categoryCells(input) : partCells(input))
  };
  const text: HeatText = {
    ...texts.heat,
    ...unit,
    cell: unit.value,
    short: { ...texts.heat.short, missing: messagesIn(scene.language).analysis.noShare },
    point: (row, column, value) => tile(row, `${column}, ${value}`)
  };
  const { title, description, caution } = heatReading(content, text);
  return {
    chart: (frame) => heatTable(content, text, frame),
    reading: { title: isCategory ? title : null, description, caution }
  };
}

function categoryCells(input: AnalysisInput): Pick<HeatContent, 'columns' | 'rows'> {
  const { categories, countOf } = categoryCounts(input);
  return {
    columns: tonedCategories(categories).map((category) => ({ ...category, isAnswer: isAnswer(category) })),
    rows: areasOf(input).map(({ id, label }) => ({
      ...{ area: id, name: label, population: 0, isOwn: isChosen(input, id) },
      values: categories.map((category) => countOf(category.id, id))
    }))
  };
}

function partCells(input: AnalysisInput): Pick<HeatContent, 'columns' | 'rows'> {
  const { measure } = input.analysis;
  const round = shownRound(input).id;
  const parts = partsOf(input);
  return {
    columns: parts,
    rows: areasOf(input).map(({ id, label }) => ({
      ...{ area: id, name: label, population: 0, isOwn: isChosen(input, id) },
      values: parts.map((part) =>
        valueOf(figureIn(input, id, { label: '', round, part: part.id, category: null }), measure)
      )
    }))
  };
}
