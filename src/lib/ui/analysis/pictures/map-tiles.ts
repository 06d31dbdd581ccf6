import { indicatorOf } from '#lib/domain/indicator.ts';
import { isAbsent } from '#lib/charts/absence.ts';
import { dotIntervalReading } from '#lib/charts/dot-interval-reading.ts';
import type { ChartCategory } from '#lib/charts/theme.ts';
import type { Messages } from '#lib/i18n/nb.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { labelledCategories } from '#lib/ui/statistics/chart-parts.ts';
import { cellOf, shownRound, type AnalysisInput } from '#lib/ui/analysis/scene.ts';
import { areasOf } from '#lib/ui/analysis/table.ts';
import { absenceOf, areaFigures, unitOf } from './area-figures.ts';
import { dotScene } from './dots.ts';
import type { Drawing } from './drawing.ts';
import { stacked } from './stacked.ts';

/**
 * What a tile is filled by, null without a figure, which `isWithheld` tells to be known to others; `label` is read, `value`
 * stands under its name where there is room.
 */
export type SaidTile = { category: string | null; label: string; value?: string; isWithheld?: boolean };
/** Categories with the tiles of the selection by municipality. */
export type MapContent = Pick<Drawing, 'reading'> & { categories: ChartCategory[]; tiles: Map<string, SaidTile> };

/** From how many a shade is; the last has no end. */
const shadesFrom = [1, 2, 5, 10];
/** How strong each shade is, up to the strongest on which text is read; and that of zero, which is grey. */
const strengths = [0.18, 0.26, 0.34, 0.42];
const faint = 0.4;

/** Counts in shades, a counted zero apart from them. */
export function countTiles(input: AnalysisInput): MapContent {
  const { pictures: text } = messagesIn(input.scene.language);
  const { value: told } = unitOf(input);
  const figures = areaFigures(input);
  const counts = figures.flatMap(({ estimate }) => estimate?.value ?? []);
  const shade = (count: number) => `from-${shadesFrom.findLast((from) => count >= from) ?? 0}`;
  const some = counts.filter((count) => count > 0).length;
  const name = indicatorOf(input.analysis.indicator).name[input.scene.language];
  return {
    categories: [
      { id: 'from-0', label: text.counts.none, tone: 'muted', strength: faint },
      ...shadesFrom.map((from, index) => ({
        id: `from-${from}`,
        label: shadeLabel(index, text.counts),
        tone: 'main' as const,
        strength: strengths[index] ?? 0
      }))
    ],
    tiles: new Map(
      figures.map(({ area, cell, estimate, absence }) => [
        area,
        estimate
          ? { category: shade(estimate.value), label: told(estimate.value), value: told(estimate.value) }
          : { category: null, label: absence, isWithheld: absenceOf(cell, 'count') === 'withheld' }
      ])
    ),
    reading: {
      title: counts.length === 0 ? null : text.mapOfCounts(name, some, counts.length),
      caution: null,
      description: messagesIn(input.scene.language).charts.geographyMap.description
    }
  };
}

/** Shares and rates by whether their interval is clear of the mean: nothing else can be told from so few. */
export function standingTiles(input: AnalysisInput): MapContent {
  const { pictures: words, charts } = messagesIn(input.scene.language);
  const { content, text } = dotScene(input);
  const { mean, rows } = content;
  const standing = ({ low, high }: { low: number; high: number }) => {
    if (mean !== null && low > mean) return 'above';
    return mean !== null && high < mean ? 'below' : 'inside';
  };
  const absences = new Map(areaFigures(input).map(({ area, absence }) => [area, absence]));
  const { title, caution } = dotIntervalReading(content, text);
  return {
    categories: [
      { id: 'above', label: words.standings.above, tone: 'main' },
      { id: 'inside', label: words.standings.inside, tone: 'muted' },
      { id: 'below', label: words.standings.below, tone: 'second' },
      { id: 'of-none', label: charts.absence.none, tone: 'none' }
    ],
    tiles: new Map(
      rows.map(({ area = '', estimate }): [string, SaidTile] => {
        if (isAbsent(estimate)) {
          const category = estimate === 'none' ? 'of-none' : null;
          const label = absences.get(area) ?? words.noFigure;
          return [area, { category, label, isWithheld: estimate === 'withheld' }];
        }
        const { value, low, high } = estimate;
        const label = text.interval(text.value(value), text.value(low), text.value(high));
        return [area, { category: standing(estimate), label: `${label}, ${words.standings[standing(estimate)]}` }];
      })
    ),
    reading: { title, caution, description: charts.geographyMap.description }
  };
}

/** Each municipality by what it has answered. */
export function categoryTiles(input: AnalysisInput): MapContent {
  const { rows, scene, analysis } = input;
  const round = shownRound(input).id;
  const named = { ...scene, questionnaire: scene.choices.questionnaire };
  const categories = labelledCategories(analysis.indicator, named);
  const answers = areasOf(input).map(({ id }) => ({
    id,
    category: categories.find((category) => cellOf(rows, { round, area: id, category: category.id }))
  }));
  const { pictures, charts } = messagesIn(scene.language);
  return {
    categories,
    tiles: new Map(
      answers.map(({ id, category }) => [
        id,
        { category: category?.id ?? null, label: category?.label ?? pictures.noFigure }
      ])
    ),
    reading: {
      title: stacked(input).reading?.title ?? null,
      caution: null,
      description: charts.geographyMap.description
    }
  };
}

function shadeLabel(index: number, text: Messages['pictures']['counts']): string {
  const [from = 0, next] = shadesFrom.slice(index);
  return next === undefined ? text.andMore(from) : text.upTo(from, next - 1);
}
