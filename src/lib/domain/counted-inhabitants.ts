import type { Entry } from './figure.ts';
import type { Place } from './place.ts';

type Inhabitants = Pick<Place, 'population' | 'population15to17' | 'population18plus'>;

/**
 * Whose inhabitants the cases of a municipality are of. `hostNo` is the host whose figures include its own, null where
 * none does; `counted*` are the inhabitants of all whose cases stand in its figures: of a host also those it answers for,
 * and 0 of those. An age is null where one of them has none published.
 */
export type CountedInhabitants = {
  hostNo: string | null;
  countedPopulation: number;
  counted15to17: number | null;
  counted18plus: number | null;
};

/** Finds them among the entries of a round, by the number of a municipality. */
export function countedInhabitants(
  entries: readonly Pick<Entry, 'municipalityNo' | 'standsIn'>[],
  inhabitantsOf: (municipalityNo: string) => Inhabitants
): (municipalityNo: string) => CountedInhabitants {
  const hosts = new Map(
    entries.flatMap(({ municipalityNo, standsIn }) =>
      standsIn?.part === 'whole' ? [[municipalityNo, standsIn.host] as const] : []
    )
  );
  return (municipalityNo) => {
    const hostNo = hosts.get(municipalityNo) ?? null;
    const covered = [...hosts].flatMap(([number, host]) => (host === municipalityNo ? [number] : []));
    const counted = (hostNo === null ? [municipalityNo, ...covered] : []).map(inhabitantsOf);
    return {
      hostNo,
      countedPopulation: counted.reduce((sum, { population }) => sum + population, 0),
      counted15to17: sumOfAge(counted.map(({ population15to17 }) => population15to17)),
      counted18plus: sumOfAge(counted.map(({ population18plus }) => population18plus))
    };
  };
}

function sumOfAge(ages: readonly (number | null)[]): number | null {
  return ages.reduce((sum, age) => (sum === null || age === null ? null : sum + age), 0 as number | null);
}
