/** What makes municipalities alike: `centrality` 1 (most central) to 6, `organisedUnder` null when it has not told. */
export type Likeness = {
  municipalityNo: string;
  population: number;
  centrality: number;
  korusRegion: string;
  organisedUnder: string | null;
};

/** A municipality and how far it is from the one that asks: 0 is alike in everything, and see `distanceBetween`. */
export type Similar = { municipalityNo: string; distance: number };

/** The municipalities most like one, nearest first and then by number; never itself. */
export function similarMunicipalities(own: Likeness, others: readonly Likeness[], most: number): Similar[] {
  return others
    .filter(({ municipalityNo }) => municipalityNo !== own.municipalityNo)
    .map((other) => ({ municipalityNo: other.municipalityNo, distance: distanceBetween(own, other) }))
    .toSorted((one, other) => one.distance - other.distance || one.municipalityNo.localeCompare(other.municipalityNo))
    .slice(0, most);
}

/**
 * One for twice as many inhabitants, one for each class of centrality, one when the unit is organised under something else
 * or either has not told, and one for another KORUS region. A choice of ours, no statistical distance.
 */
export function distanceBetween(one: Likeness, other: Likeness): number {
  const isOrganisedAlike = one.organisedUnder !== null && one.organisedUnder === other.organisedUnder;
  return (
    Math.abs(Math.log2(one.population / other.population)) +
    Math.abs(one.centrality - other.centrality) +
    (isOrganisedAlike ? 0 : 1) +
    (one.korusRegion === other.korusRegion ? 0 : 1)
  );
}

/** What two municipalities have in common. */
export const likenesses = ['population', 'centrality', 'organised_under'] as const;
type AlikeIn = (typeof likenesses)[number];

/** In what two municipalities are alike: inhabitants when neither has half as many again as the other. */
export function alikeIn(one: Likeness, other: Likeness): AlikeIn[] {
  const [fewest, most] = [one.population, other.population].toSorted((a, b) => a - b) as [number, number];
  const isAlike: Record<AlikeIn, boolean> = {
    population: most < fewest * 1.5,
    centrality: one.centrality === other.centrality,
    organised_under: one.organisedUnder !== null && one.organisedUnder === other.organisedUnder
  };
  return likenesses.filter((likeness) => isAlike[likeness]);
}
