import Papa from 'papaparse';
import { categoriesOf, indicatorOf } from '#lib/domain/indicator.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Cell } from '#lib/stats/cube.ts';
import type { Rows, Scene } from './scene.ts';

const byteOrderMark = '\uFEFF';

/**
 * The cells of a view for Norwegian Excel: UTF-8 with a byte order mark, semicolons, decimal commas. A figure that is
 * not shown has an empty value and its reason in the status column.
 */
export function viewCsv(rows: Rows, scene: Scene): string {
  const text = messagesIn(scene.language).statistics;
  const kind = { synthetic: text.synthetic, published: text.publishedData, reported: '' }[scene.dataKind];
  const { figure, category, area, value, status, denominator, reported, expected, population, populationReported } =
    text.csv;
  const header = [
    figure,
    category,
    area,
    value,
    status,
    denominator,
    reported,
    expected,
    population,
    populationReported
  ];
  const lines = rows.cells.map((cell) => [
    indicatorOf(cell.indicator).name[scene.language],
    categoryLabel(cell, scene),
    scene.counties.find(({ number }) => number === cell.countyNo)?.name ?? text.csv.wholeRound,
    decimal(cell.value),
    cell.value !== null ? text.csv.shown : cell.reported > 0 ? text.csv.hidden : text.csv.none,
    decimal(cell.denominator),
    decimal(cell.reported),
    decimal(cell.expected),
    decimal(cell.population),
    decimal(cell.populationReported)
  ]);
  const table = [[...header, text.csv.kind], ...lines.map((line) => [...line, kind])];
  return `${byteOrderMark}${Papa.unparse(table, { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;
}

function categoryLabel(cell: Cell, scene: Scene): string {
  if (cell.category === null) return '';
  const categories = categoriesOf(indicatorOf(cell.indicator), scene.questionnaire);
  return categories.find(({ id }) => id === cell.category)?.text[scene.language] ?? cell.category;
}

function decimal(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',');
}
