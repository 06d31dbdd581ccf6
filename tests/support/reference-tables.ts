import { answerRows, type AnsweredCounts } from '#lib/domain/disclosure/answer-rows.ts';
import { areaCells, areasOf, type Shape } from '#lib/domain/disclosure/area-cells.ts';
import type { Table } from '#lib/domain/disclosure/table.ts';
import { dimensions } from './disclosure-tables.ts';
import { seededChance } from './random.ts';

/** How many cases are expected in all, and which figures are told of them. */
export type ReferenceSetting = { cases: number; shape: Shape };

const municipalities = 66;
const counties = 4;

/**
 * A region as those of the reference: inhabitants log-normal, cases gamma-Poisson for each, 66 municipalities in four
 * counties of equal size, all of whom answered. Its rules are P1 alone: no sum is an aggregate, and nobody who answered
 * reads along. The same table for the same seed.
 */
export function referenceTable(seed: number, { cases, shape }: ReferenceSetting): Table {
  const nos = Array.from({ length: municipalities }, (_, index) => String(index).padStart(4, '0'));
  const rows = answersOf(seed, nos, cases).flatMap((answer) => answerRows(answer, dimensions));
  const areas = [
    ...areasOf(nos, 'region', () => 'region'),
    ...areasOf(nos, 'county', (no) => `c${Math.floor((Number(no) * counties) / municipalities)}`),
    ...areasOf(nos, 'municipality', (no) => no)
  ];
  const cells = areaCells(rows, areas, dimensions, shape);
  return {
    rows: rows.map((row) => ({ ...row, contributor: 'all' })),
    cells: cells.map((cell) => ({ ...cell, isAggregate: false }))
  };
}

function answersOf(seed: number, nos: readonly string[], cases: number): AnsweredCounts[] {
  const draw = drawsOf(seed);
  const weights = nos.map(() => Math.exp(1.1 * draw.normal()));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return nos.map((no, index) => {
    const total = draw.poisson(((cases * (weights[index] ?? 0)) / all) * draw.gammaOfTwo());
    const [young, handled] = [draw.among(total, 33), draw.among(total, 88)];
    const split = new Map([
      ['age', [young, total - young]],
      ['handling', [handled, total - handled]]
    ]);
    return { release: 'a', contributor: no, municipalityNo: no, total, split };
  });
}

function drawsOf(seed: number) {
  const chance = seededChance(seed);
  const uniform = () => (chance.below(1_000_000) + 0.5) / 1_000_000;
  return {
    normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
    /** Gamma of size 2 and mean 1. */
    gammaOfTwo: () => -Math.log(uniform() * uniform()) / 2,
    poisson: (mean: number) => {
      let count = 0;
      for (let left = mean + Math.log(uniform()); left > 0; left += Math.log(uniform())) count += 1;
      return count;
    },
    among: (total: number, percent: number) =>
      Array.from({ length: total }, () => chance.percent(percent)).filter(Boolean).length
  };
}

/**
 * What the reference measured on 40 such tables with 71 cases (its section 3): the mean number of figures that are small,
 * and that are hidden once nothing can be worked out.
 */
export const referenceRuns = [
  { shape: 'star', zeros: 'hidden', most: 4, small: 326, hidden: 339 },
  { shape: 'star', zeros: 'open', most: 4, small: 82, hidden: 104 },
  { shape: 'full', zeros: 'hidden', most: 2, small: 576, hidden: 611 },
  { shape: 'full', zeros: 'open', most: 4, small: 125, hidden: 185 }
] as const;
