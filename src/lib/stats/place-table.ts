import type { CountedInhabitants } from '#lib/domain/counted-inhabitants.ts';
import type { CountryFigure } from '#lib/domain/country-figure.ts';
import type { Place } from '#lib/domain/place.ts';
import type { AnswerTime } from '#lib/domain/punctuality.ts';
import type { DataKind } from '#lib/domain/round.ts';
import type { Column, EngineTable } from './engine-table.ts';
import { figureColumns } from './figure-table.ts';

/** A figure of one of the workbench's rounds. */
export type RoundFigure = CountryFigure & { roundId: string };
/**
 * A municipality in a round: one row for each that the round expects. `followedNo` is its number in the newest round, null
 * where it was divided before that and is none of them.
 */
export type RoundPlace = Place & CountedInhabitants & { roundId: string; followedNo: string | null };
/** When a municipality answered a round. */
export type RoundAnswerTime = AnswerTime & { roundId: string };
/** A round of the workbench; `position` counts them from the oldest, 1. */
export type RoundRow = {
  roundId: string;
  name: string;
  periodStart: string;
  periodEnd: string;
  dataKind: DataKind;
  position: number;
};

const roundFigureColumns: readonly Column<RoundFigure>[] = [
  { key: 'roundId', name: 'round_id', type: 'varchar' },
  ...figureColumns,
  { key: 'gatheredIn', name: 'gathered_in', type: 'varchar' }
];

const placeColumns: readonly Column<RoundPlace>[] = [
  { key: 'roundId', name: 'round_id', type: 'varchar' },
  { key: 'municipalityNo', name: 'municipality_no', type: 'varchar' },
  { key: 'followedNo', name: 'followed_no', type: 'varchar' },
  { key: 'name', name: 'name', type: 'varchar' },
  { key: 'countyNo', name: 'county_no', type: 'varchar' },
  { key: 'korusRegion', name: 'korus_region', type: 'varchar' },
  { key: 'policeDistrict', name: 'police_district', type: 'varchar' },
  { key: 'countyGovernor', name: 'county_governor', type: 'varchar' },
  { key: 'centrality', name: 'centrality', type: 'double' },
  { key: 'populationClass', name: 'population_class', type: 'varchar' },
  { key: 'population', name: 'population', type: 'double' },
  { key: 'population15to17', name: 'population_15_to_17', type: 'double' },
  { key: 'population18plus', name: 'population_18_plus', type: 'double' },
  { key: 'organisedUnder', name: 'organised_under', type: 'varchar' },
  { key: 'hostNo', name: 'host_no', type: 'varchar' },
  { key: 'countedPopulation', name: 'counted_population', type: 'double' },
  { key: 'counted15to17', name: 'counted_15_to_17', type: 'double' },
  { key: 'counted18plus', name: 'counted_18_plus', type: 'double' }
];

const roundColumns: readonly Column<RoundRow>[] = [
  { key: 'roundId', name: 'round_id', type: 'varchar' },
  { key: 'name', name: 'name', type: 'varchar' },
  { key: 'periodStart', name: 'period_start', type: 'varchar' },
  { key: 'periodEnd', name: 'period_end', type: 'varchar' },
  { key: 'dataKind', name: 'data_kind', type: 'varchar' },
  { key: 'position', name: 'position', type: 'double' }
];

const answerTimeColumns: readonly Column<RoundAnswerTime>[] = [
  { key: 'roundId', name: 'round_id', type: 'varchar' },
  { key: 'municipalityNo', name: 'municipality_no', type: 'varchar' },
  { key: 'daysAfterDeadline', name: 'days_after_deadline', type: 'double' }
];

/** The rows of the workbench's tables; `answer_time` has none for those who may not know when a municipality answered. */
export type WorkbenchRows = {
  figure: readonly RoundFigure[];
  place: readonly RoundPlace[];
  round: readonly RoundRow[];
  answer_time: readonly RoundAnswerTime[];
};
export const workbenchColumns = {
  figure: roundFigureColumns,
  place: placeColumns,
  round: roundColumns,
  answer_time: answerTimeColumns
};
export type WorkbenchTable = keyof WorkbenchRows;
export const workbenchTableNames = Object.keys(workbenchColumns) as WorkbenchTable[];

/** The workbench's tables with their rows, as both engines load them. */
export function workbenchTables(rows: WorkbenchRows): EngineTable[] {
  return workbenchTableNames.map((name) => ({ name, columns: workbenchColumns[name], rows: rows[name] }));
}
