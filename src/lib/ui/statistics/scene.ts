import type { Audience } from '#lib/domain/disclosure.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { DataKind } from '#lib/domain/round.ts';
import type { Cell } from '#lib/stats/cube.ts';
import type { MunicipalityFigure } from '#lib/stats/municipality-figures.ts';

/** What stays the same on a statistics page whatever is chosen. */
export type Scene = {
  roundId: string;
  roundName: string;
  dataKind: DataKind;
  audience: Audience;
  language: Language;
  questionnaire: Questionnaire;
  counties: { number: string; name: string }[];
  /** How many stand in the totals of a host in another county; only for those who see cases by county. */
  coveredElsewhere?: number;
  municipalities: { number: string; name: string; countyNumber: string; x: number; y: number }[];
};

/** The rows of a view, from either engine. */
export type Rows = { cells: readonly Cell[]; municipalityFigures: readonly MunicipalityFigure[] };

/** A table ready to be shown or read aloud; numbers are formatted. A quiet row has nothing to tell but why. */
export type Table = { caption: string; columns: string[]; rows: TableRow[] };
type TableRow = { header: string; cells: string[]; isQuiet?: boolean };

/** The cell of an indicator, for all or one county, whole or one category; undefined when the audience has none. */
export function cellOf(
  rows: Rows,
  indicator: string,
  { county = null, category = null }: { county?: string | null; category?: string | null } = {}
): Cell | undefined {
  return rows.cells.find(
    (cell) => cell.indicator === indicator && cell.countyNo === county && cell.category === category
  );
}
