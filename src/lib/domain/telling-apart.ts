import { countTails, type CountDistribution } from './count-distribution.ts';
import { countLimits, type Funnel, type FunnelLimits } from './funnel.ts';
import { perInhabitants } from './rate.ts';
import type { AreaCount } from './shrinkage.ts';

/** An area outside the funnel's 95 % limits, or outside those of 99.8 %. */
type Outside = { municipalityNo: string; side: 'above' | 'below'; isFar: boolean };

/**
 * Whether areas can be told apart. `too_few`: all are inside their 95 % limits. `chance`: some are outside, but no more
 * than there would be in one of twenty such rounds where all were alike, and none far. `apart`: more, or far. `outside`
 * is in the order of the areas, never a ranking; `byChance` is how many would be outside if all were alike.
 */
export type TellingApart = {
  verdict: 'too_few' | 'chance' | 'apart';
  outside: Outside[];
  byChance: number;
  areas: number;
};

const unlikely = 0.05;

/** Holds each area with inhabitants against the funnel's limits, those that the chart draws. */
export function tellApart(
  areas: readonly (AreaCount & { municipalityNo: string })[],
  { rate, alpha }: Funnel
): TellingApart {
  const inhabited = areas
    .filter(({ population }) => population > 0)
    .map((area) => {
      const distribution = { mean: (rate * area.population) / perInhabitants, alpha };
      return { ...area, distribution, limits: countLimits(distribution) };
    });
  const outside = inhabited.flatMap(outsideOf);
  const chances = inhabited.map(chanceOutside);
  return {
    verdict: verdictOf(outside, chances),
    outside,
    byChance: chances.reduce((sum, chance) => sum + chance, 0),
    areas: inhabited.length
  };
}

type Held = AreaCount & { municipalityNo: string; distribution: CountDistribution; limits: FunnelLimits };

function outsideOf({ municipalityNo, count, limits }: Held): Outside[] {
  if (count >= limits.low95 && count <= limits.high95) return [];
  const side = count > limits.high95 ? 'above' : 'below';
  return [{ municipalityNo, side, isFar: count < limits.low998 || count > limits.high998 }];
}

/** The probability of a count outside the 95 % limits: not 5 % but often more, as counts are whole numbers. */
function chanceOutside({ distribution, limits }: Held): number {
  const below = limits.low95 > 0 ? countTails(Math.ceil(limits.low95) - 1, distribution).lower : 0;
  return below + countTails(Math.floor(limits.high95) + 1, distribution).upper;
}

function verdictOf(outside: readonly Outside[], chances: readonly number[]): TellingApart['verdict'] {
  if (outside.length === 0) return 'too_few';
  if (outside.some(({ isFar }) => isFar)) return 'apart';
  return chanceOfSoMany(outside.length, chances) < unlikely ? 'apart' : 'chance';
}

/** The probability that so many areas or more are outside, each with its own chance: all numbers are followed exactly. */
function chanceOfSoMany(number: number, chances: readonly number[]): number {
  const none: number[] = Array.from({ length: number }, (_, index) => (index === 0 ? 1 : 0));
  const fewer = chances.reduce(
    (ways, chance) => ways.map((way, index) => way * (1 - chance) + (ways[index - 1] ?? 0) * chance),
    none
  );
  return 1 - fewer.reduce((sum, way) => sum + way, 0);
}
