import type { CountedUnit, EstimateBasis, SilentUnit } from '#lib/domain/estimate/basis.ts';
import { surveyRows } from './hand-count.ts';

const unitOf = ({ number = '', population_2024: population }: Record<string, string>) => ({
  municipalityNo: number,
  municipalities: 1,
  population: Number(population)
});

/** The cases received in the synthetic Region Sør, read without the product's code: 71 from 42 of 66. */
export const regionSor: EstimateBasis & { counted: CountedUnit[]; silent: SilentUnit[] } = {
  indicator: 'cases_received',
  counted: surveyRows
    .filter(({ response_status }) => response_status === 'svart')
    .map((row) => ({ ...unitOf(row), count: Number(row.cases_received) })),
  silent: surveyRows
    .filter(({ response_status }) => response_status !== 'svart')
    .map((row) => ({ ...unitOf(row), why: 'missing' }))
};

/** The same with other cases, and the silent so scaled that they hold a share of all inhabitants. */
export function regionWhereSilentHold(share: number, counts: readonly number[] | null = null): EstimateBasis {
  const { counted, silent } = regionSor;
  const sum = (units: readonly { population: number }[]) => units.reduce((all, { population }) => all + population, 0);
  const scale = (sum(counted) * share) / (1 - share) / sum(silent);
  return {
    ...regionSor,
    counted: counted.map((unit, index) => ({ ...unit, count: counts?.[index] ?? unit.count })),
    silent: silent.map((unit) => ({ ...unit, population: unit.population * scale }))
  };
}

/** 71 cases as well, that vary as those of the reference: alpha is 0.6. */
export const unlikeCounts = [
  ...[0, 0, 6, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 7, 17, 3, 5, 7, 0, 0, 0],
  ...[2, 1, 0, 0, 0, 1, 0, 0, 2, 2, 15, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]
];
