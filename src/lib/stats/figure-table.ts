import type { Figure } from '#lib/domain/figure.ts';
import { createTable, type Column } from './engine-table.ts';

/** The columns of the table `figure` in both engines, in their order in every data set. */
export const figureColumns: readonly Column<Figure>[] = [
  { key: 'indicator', name: 'indicator', type: 'varchar' },
  { key: 'category', name: 'category', type: 'varchar' },
  { key: 'municipalityNo', name: 'municipality_no', type: 'varchar' },
  { key: 'countyNo', name: 'county_no', type: 'varchar' },
  { key: 'value', name: 'value', type: 'double' },
  { key: 'numerator', name: 'numerator', type: 'double' },
  { key: 'denominator', name: 'denominator', type: 'double' },
  { key: 'status', name: 'status', type: 'varchar' },
  { key: 'expected', name: 'expected', type: 'double' },
  { key: 'reported', name: 'reported', type: 'double' },
  { key: 'population', name: 'population', type: 'double' },
  { key: 'populationReported', name: 'population_reported', type: 'double' }
];

/** The statement that makes the empty table. */
export const figureTable = createTable({ name: 'figure', columns: figureColumns });
