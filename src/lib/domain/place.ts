/**
 * A municipality at the date of a round, as the statistics group it. Ages are null in a year published without them;
 * `organisedUnder` is what the municipality answered, null without an answer.
 */
export type Place = {
  municipalityNo: string;
  name: string;
  countyNo: string;
  korusRegion: string;
  policeDistrict: string;
  countyGovernor: string;
  /** Statistics Norway's class, 1 (most central) to 6. */
  centrality: number;
  populationClass: PopulationClass;
  population: number;
  population15to17: number | null;
  population18plus: number | null;
  organisedUnder: string | null;
};

/** Inhabitants in classes, the smallest first, by where each begins. */
export const populationClasses = [
  { id: 'under_2000', from: 0 },
  { id: '2000_4999', from: 2000 },
  { id: '5000_9999', from: 5000 },
  { id: '10000_19999', from: 10_000 },
  { id: '20000_49999', from: 20_000 },
  { id: 'from_50000', from: 50_000 }
] as const;
export type PopulationClass = (typeof populationClasses)[number]['id'];

/** The class a number of inhabitants belongs to. */
export function populationClassOf(population: number): PopulationClass {
  return populationClasses.findLast(({ from }) => population >= from)?.id ?? 'under_2000';
}
