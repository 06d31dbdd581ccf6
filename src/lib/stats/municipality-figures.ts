import type { Filter } from '#lib/domain/filter.ts';
import type { FigureStatus } from '#lib/domain/figure.ts';
import { filterClause, type Statement } from './cube.ts';

/** One figure of one municipality as the audience may see it; gathered figures have no such row. */
export type MunicipalityFigure = {
  municipalityNo: string;
  countyNo: string;
  indicator: string;
  category: string | null;
  value: number | null;
  status: FigureStatus;
};

/** The figures behind the table of municipalities and the maps, by municipality number. */
export function municipalityFiguresQuery(filter: Filter): Statement {
  const { where, params } = filterClause(filter);
  return {
    params,
    sql: `select
  municipality_no as "municipalityNo",
  county_no as "countyNo",
  indicator as "indicator",
  category as "category",
  value::double as "value",
  status as "status"
from figure
where municipality_no is not null
  and ${where}
order by municipality_no, indicator`
  };
}
