import { populationClasses, populationClassOf, type PopulationClass } from '#lib/domain/place.ts';
import { observedIn, total, type EstimateBasis } from './basis.ts';

type Units = Pick<EstimateBasis, 'counted' | 'silent'>;

/** Municipalities of about one size: the silent are taken to have as many cases per inhabitant as those who answered. */
export type Stratum = {
  classes: readonly PopulationClass[];
  counted: number;
  cases: number;
  population: number;
  silent: number;
  silentPopulation: number;
};

/** Cases in all if the silent have as many per inhabitant as the others: Y × P / P answered. Null when nobody answered. */
export function ratioTotal({ counted, silent }: Units): number | null {
  const population = total(counted, 'population');
  if (population === 0) return null;
  return observedIn({ counted }) * (1 + total(silent, 'population') / population);
}

/** The same within each class of inhabitants, added up. Null when nobody answered. */
export function ratioByClassTotal({ counted, silent }: Units): { value: number; strata: Stratum[] } | null {
  const strata = strataOf({ counted, silent });
  if (strata.some(({ population }) => population === 0)) return null;
  const missing = strata.reduce(
    (sum, { cases, population, silentPopulation }) => sum + (cases / population) * silentPopulation,
    0
  );
  return { value: observedIn({ counted }) + missing, strata };
}

/** Cases in all if the silent have as many each as the others have in the mean. Null when nobody answered. */
export function meanTotal({ counted, silent }: Units): number | null {
  if (counted.length === 0) return null;
  return observedIn({ counted }) * (1 + silent.length / counted.length);
}

/** A class with silent ones and nobody who answered is joined to the one below, or the first with an answer above. */
function strataOf({ counted, silent }: Units): Stratum[] {
  const strata: Stratum[] = [];
  for (const { id } of populationClasses) {
    const isIn = ({ population }: { population: number }) => populationClassOf(population) === id;
    const answered = counted.filter(isIn);
    const missing = silent.filter(isIn);
    if (answered.length === 0 && missing.length === 0) continue;
    const own: Stratum = {
      classes: [id],
      counted: answered.length,
      cases: total(answered, 'count'),
      population: total(answered, 'population'),
      silent: missing.length,
      silentPopulation: total(missing, 'population')
    };
    const below = strata.at(-1);
    if (below && (own.population === 0 || below.population === 0)) strata.splice(-1, 1, joined(below, own));
    else strata.push(own);
  }
  return strata;
}

function joined(one: Stratum, other: Stratum): Stratum {
  return {
    classes: [...one.classes, ...other.classes],
    counted: one.counted + other.counted,
    cases: one.cases + other.cases,
    population: one.population + other.population,
    silent: one.silent + other.silent,
    silentPopulation: one.silentPopulation + other.silentPopulation
  };
}
