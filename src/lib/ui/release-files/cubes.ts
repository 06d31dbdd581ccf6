import type { Indicator } from '#lib/domain/indicator.ts';
import { cubeCells, type Cube, type CubeCell, type CubeDimension } from '#lib/domain/json-stat.ts';
import type { ReleasedFigure, ReleasedMeasure } from '#lib/domain/release-content.ts';
import { releaseSymbols, shownOf } from '#lib/domain/release-reading.ts';
import { categoryLabels } from '#lib/ui/statistics/words.ts';
import { named } from './data-tables.ts';
import { areaKey, figureFinder, indicatorName, releasedIndicators, textOf, type ReleaseInput } from './input.ts';

type MetricId = keyof ReturnType<typeof textOf>['metrics'];
type Metric = {
  id: MetricId;
  unit: keyof ReturnType<typeof textOf>['units'];
  decimals: number;
  of: (figure: (measure: ReleasedMeasure) => ReleasedFigure | undefined) => CubeCell;
};

const none = releaseSymbols.not_applicable;
const valued = (measure: ReleasedMeasure, part: 'value' | 'low' | 'high'): Metric['of'] => {
  return (figure) => cellOf(figure(measure), part);
};
const based = (part: 'reported' | 'expected' | 'population' | 'populationReported'): Metric['of'] => {
  return (figure) => (figure('count') ?? figure('share') ?? figure('rate'))?.[part] ?? none;
};

/** What a cube says of each figure: as counted, as a share and a rate with their intervals, and its base. */
function metricsOf(counted: 'cases' | 'municipalities'): Metric[] {
  return [
    { id: 'antall', unit: counted, decimals: 0, of: valued('count', 'value') },
    { id: 'andel', unit: 'share', decimals: 4, of: valued('share', 'value') },
    { id: 'andel_nedre', unit: 'share', decimals: 4, of: valued('share', 'low') },
    { id: 'andel_oevre', unit: 'share', decimals: 4, of: valued('share', 'high') },
    { id: 'rate', unit: 'rate', decimals: 2, of: valued('rate', 'value') },
    { id: 'rate_nedre', unit: 'rate', decimals: 2, of: valued('rate', 'low') },
    { id: 'rate_oevre', unit: 'rate', decimals: 2, of: valued('rate', 'high') },
    { id: 'kommuner_svart', unit: 'municipalities', decimals: 0, of: based('reported') },
    { id: 'kommuner', unit: 'municipalities', decimals: 0, of: based('expected') },
    { id: 'innbyggere_svart', unit: 'inhabitants', decimals: 0, of: based('populationReported') },
    { id: 'innbyggere', unit: 'inhabitants', decimals: 0, of: based('population') }
  ];
}

/** The tables of a release: cases by area and measure, and for each institutional indicator its categories by area. */
export function releaseCubes(input: ReleaseInput): Cube[] {
  const counts = releasedIndicators(input, 'count');
  const categories = releasedIndicators(input, 'category');
  return [
    ...(counts.length > 0 ? [casesCube(counts, input)] : []),
    ...categories.map((one) => categoryCube(one, input))
  ];
}

function casesCube(counts: readonly Indicator[], input: ReleaseInput): Cube {
  const text = textOf(input);
  const first: CubeDimension = {
    id: 'indikator',
    label: text.dimensions.indicator,
    kind: null,
    categories: counts.map(({ id }) => ({ id, label: indicatorName(id, input) }))
  };
  const find = figureFinder(input);
  return cubeOf(
    { id: 'saker', label: text.casesTable, metrics: metricsOf('cases'), first },
    input,
    (indicator, area) => {
      return (measure) => find({ indicator, category: null, area, measure });
    }
  );
}

function categoryCube(indicator: Indicator, input: ReleaseInput): Cube {
  const text = textOf(input);
  const first: CubeDimension = {
    id: 'kategori',
    label: text.dimensions.category,
    kind: null,
    categories: categoryLabels(indicator.id, named(input))
  };
  const label = text.categoryTable(indicatorName(indicator.id, input));
  const metrics = metricsOf('municipalities').filter(({ id }) => !id.startsWith('rate'));
  const find = figureFinder(input);
  const id = indicator.slug ?? indicator.id;
  return cubeOf({ id, label, metrics, first }, input, (category, area) => {
    return (measure) => find({ indicator: indicator.id, category, area, measure });
  });
}

type Shape = { id: string; label: string; metrics: readonly Metric[]; first: CubeDimension };
type Finder = (row: string, area: string) => (measure: ReleasedMeasure) => ReleasedFigure | undefined;

function cubeOf({ id, label, metrics, first }: Shape, input: ReleaseInput, find: Finder): Cube {
  const { content, at } = input;
  const areas = new Set(content.figures.map(({ area }) => area));
  const dimensions = [first, ...sharedDimensions(metrics, areas, input)];
  const byId = new Map(metrics.map((metric) => [metric.id as string, metric]));
  const keys = new Map(content.areas.map((area) => [area.id, areaKey(area)]));
  return {
    id,
    label: `${label}, ${content.round.name}`,
    source: sourceOf(input),
    updated: at,
    note: notesOf(input),
    dimensions,
    cells: cubeCells(dimensions, ([row = '', area = '', metric = '']) => {
      return byId.get(metric)?.of(find(row, keys.get(area) ?? area)) ?? none;
    }),
    extension: { regionspeil: identityOf(input) }
  };
}

function sharedDimensions(
  metrics: readonly Metric[],
  areas: ReadonlySet<string>,
  input: ReleaseInput
): CubeDimension[] {
  const { dimensions, metrics: labels, units } = textOf(input);
  const { round, slug, areas: known } = input.content;
  return [
    {
      id: 'omraade',
      label: dimensions.area,
      kind: 'geo',
      categories: known.filter((area) => areas.has(areaKey(area))).map(({ id, name }) => ({ id, label: name }))
    },
    {
      id: 'maal',
      label: dimensions.measure,
      kind: 'metric',
      categories: metrics.map(({ id, unit, decimals }) => ({
        id,
        label: labels[id],
        unit: { base: units[unit], decimals }
      }))
    },
    { id: 'runde', label: dimensions.round, kind: 'time', categories: [{ id: slug, label: round.name }] }
  ];
}

/** An end of an interval that a figure has not is not applicable; one that is not shown has the figure's sign. */
function cellOf(figure: ReleasedFigure | undefined, part: 'value' | 'low' | 'high'): CubeCell {
  if (!figure) return none;
  if (figure.status !== 'shown') return releaseSymbols[figure.status];
  return shownOf(figure)[part] ?? none;
}

/** Where the figures are from. */
export function sourceOf(input: ReleaseInput): string {
  const { round, version } = input.content;
  return textOf(input).source(round.name, version, input.address);
}

/** What must be known before figures are read: their kind, footnotes, and each sign. */
function notesOf(input: ReleaseInput): string[] {
  const { symbols, method, kinds } = textOf(input);
  const { round, footnotes } = input.content;
  return [
    ...(round.dataKind === 'synthetic' ? [method.synthetic] : [`${kinds[round.dataKind]}`]),
    ...footnotes[input.language],
    ...Object.entries(symbols).map(([sign, meaning]) => `${sign} = ${meaning}`),
    method.missing
  ];
}

function identityOf({ content, address }: ReleaseInput): Record<string, unknown> {
  const { id, version, korusRegion, round, madeBy } = content;
  const { periodStart, periodEnd, dataKind } = round;
  return { release: id, version, address, korusRegion, round: round.id, periodStart, periodEnd, dataKind, madeBy };
}
