import { indicatorOf } from '#lib/domain/indicator.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { csvFile } from '#lib/ui/csv-file.ts';
import type { Cell } from '#lib/stats/cube.ts';
import { cellOf, type Rows, type Scene } from './scene.ts';
import { labelOf, wordsOf } from './words.ts';

const headings = [
  'figure',
  'category',
  'area',
  'value',
  'status',
  'numerator',
  'denominator',
  'reported',
  'expected',
  'population',
  'populationReported',
  'kind'
] as const;

/**
 * The cells of a view for Norwegian Excel: UTF-8 with a byte order mark, semicolons, decimal commas. A figure that is
 * not shown has an empty value and its reason in the status column.
 */
export function viewCsv(rows: Rows, scene: Scene): string {
  const text = wordsOf(scene);
  const kind = { synthetic: text.synthetic, published: text.publishedData, reported: '' }[scene.dataKind];
  const lines = rows.cells.map((cell) => [
    indicatorOf(cell.indicator).name[scene.language],
    categoryLabel(cell, scene),
    scene.counties.find(({ number }) => number === cell.countyNo)?.name ?? text.csv.wholeRound,
    decimal(valueOf(cell)),
    statusOf(cell, scene),
    decimal(cell.numerator),
    decimal(cell.denominator),
    ...baseOf(cell, rows).map(decimal),
    kind
  ]);
  return csvFile([headings.map((heading) => text.csv[heading]), ...lines]);
}

/** Advisers see every figure: where there is none and someone answered, a host elsewhere has it in its own. */
function statusOf(cell: Cell, scene: Scene): string {
  const { csv } = wordsOf(scene);
  if (valueOf(cell) !== null) return csv.shown;
  if (cell.reported === 0) return csv.none;
  return scene.audience === 'region' ? messagesIn(scene.language).coverage.statistics.inHost : csv.hidden;
}

/** Of a category the number of municipalities in it; of a whole category indicator how many have answered. */
function valueOf(cell: Cell): number | null {
  if (indicatorOf(cell.indicator).kind === 'count') return cell.value;
  return cell.category === null ? cell.reported : cell.expected;
}

/** A category's base is that of its whole indicator in the same area: 17 of the 42 that answered, of 66. */
function baseOf(cell: Cell, rows: Rows): number[] {
  const base = cellOf(rows, cell.indicator, { county: cell.countyNo }) ?? cell;
  return [base.reported, base.expected, base.population, base.populationReported];
}

function categoryLabel(cell: Cell, scene: Scene): string {
  if (cell.category === null) return '';
  return labelOf(cell.indicator, cell.category, scene);
}

function decimal(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',');
}
