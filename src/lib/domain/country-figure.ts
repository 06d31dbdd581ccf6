import type { Figure } from './figure.ts';
import { indicators } from './indicator.ts';

/** A figure of the country; `gatheredIn` is the KORUS region whose municipalities one without a number is of. */
export type CountryFigure = Figure & { gatheredIn?: string };

/**
 * What somebody gets of a region whose answers they may not have, or only those of some municipalities (`own`): what the
 * public gate gives of the others. A count of theirs is in the sum of them all when that is published; each of them has it
 * as `not_shown`, expected and not behind the sum, so that n of N counts every municipality once.
 */
export function figuresBeside(open: readonly Figure[], own: readonly Figure[], korusRegion: string): CountryFigure[] {
  const numbers = new Set(own.map(({ municipalityNo }) => municipalityNo));
  const others = open.filter(({ municipalityNo }) => municipalityNo !== null && !numbers.has(municipalityNo));
  const municipalities = others.filter(({ indicator }) => indicator === 'answer_status');
  const personal = indicators.filter(({ nature }) => nature === 'personal');
  const gathered = open.filter(({ municipalityNo }) => municipalityNo === null);
  return [
    ...others.map(withoutHost),
    ...municipalities.flatMap((one) => personal.map(({ id }) => notShown(one, id))),
    ...gathered.map((figure) => ({
      ...restOf(
        figure,
        own.filter(({ indicator }) => indicator === figure.indicator)
      ),
      gatheredIn: korusRegion
    }))
  ];
}

/** Who answers for whom is not public. */
function withoutHost(figure: Figure): Figure {
  const bare = { ...figure };
  delete bare.reporter;
  return bare;
}

function notShown({ municipalityNo, countyNo, population }: Figure, indicator: string): Figure {
  return {
    ...{ indicator, category: null, municipalityNo, countyNo, value: null, numerator: null, denominator: null },
    ...{ status: 'not_shown', expected: 1, reported: 0, population, populationReported: 0 }
  };
}

/** A published sum less one's own part of it; nobody is behind one that is withheld. */
function restOf(gathered: Figure, own: readonly Figure[]): Figure {
  const sum = (pick: (figure: Figure) => number | null) => own.reduce((total, one) => total + (pick(one) ?? 0), 0);
  const less = (key: 'value' | 'numerator' | 'denominator') => {
    const all = gathered[key];
    return all === null ? null : all - sum((one) => one[key]);
  };
  const base = { ...gathered, expected: 0, population: 0 };
  if (gathered.value === null && gathered.reported > 0) {
    return { ...base, status: 'not_shown', reported: 0, populationReported: 0 };
  }
  return {
    ...base,
    ...{ value: less('value'), numerator: less('numerator'), denominator: less('denominator') },
    reported: gathered.reported - sum((one) => one.reported),
    populationReported: Math.max(0, gathered.populationReported - sum((one) => one.populationReported))
  };
}
