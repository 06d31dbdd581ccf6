import { formatNumber, numberInText } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');

/** How the workbench draws a view, and what is chosen in a picture. */
export const pictures = {
  control: 'Vis som',
  names: {
    bars: 'søyler',
    stacked: 'delte søyler',
    dots: 'prikker med intervall',
    funnel: 'trakt',
    map: 'kart',
    heat: 'fargelagt tabell',
    multiples: 'søyler i hvert område',
    slope: 'linjer mellom to runder',
    line: 'tidslinje'
  },
  division: 'Grenser i kartet',
  divisions: { county: 'fylke', korus_region: 'KORUS-region', police_district: 'politidistrikt' },
  byDivision: (division: string) => `Kommuner etter ${division}`,
  key: (label: string, count: number) => `${label}: ${number(count)}`,
  outside: 'utenfor utvalget',
  noFigure: 'ingen tall',
  counts: {
    none: 'ingen',
    upTo: (from: number, to: number) => (from === to ? number(from) : `${number(from)}–${number(to)}`),
    andMore: (from: number) => `${number(from)} eller flere`
  },
  standings: {
    above: 'klart over gjennomsnittet',
    inside: 'kan ikke skilles fra gjennomsnittet',
    below: 'klart under gjennomsnittet'
  },
  mapOfCounts: (name: string, some: number, all: number) =>
    `${name}: ${word(some)} av ${word(all)} ${municipalities(all)} har noen`,
  tile: (name: string, said: string) => `${name}: ${said}`,
  estimate: {
    shrunken: 'utjevnet rate med 95\u00a0% intervall',
    raw: 'tall med 95\u00a0% intervall'
  },
  otherDays: (shortest: number, longest: number) =>
    `Periodene varer fra ${number(shortest)} til ${number(longest)} dager. En lengre periode gir flere saker.`,
  divided: (names: string) => `${names} delt`,
  borders: (change: string) => `Mellom rundene: ${change}. Det som ikke fantes i begge, har ingen linje.`,
  brush: {
    howTo: 'Velg et område i et bilde, så viser de andre bildene bare det. Klikk, eller bruk piltastene og Enter.',
    chosen: (area: string) => `Bare ${area} i de andre bildene.`,
    all: 'Vis alle',
    choose: 'Velg område'
  },
  linked: {
    title: 'Samme utvalg, sett på andre måter',
    county: (name: string) => `${name} etter fylke`,
    map: (name: string) => `${name} i kommunene`,
    line: (name: string) => `${name} over rundene`
  }
};

function word(value: number): string {
  return numberInText(value, 'nb');
}

function municipalities(value: number): string {
  return value === 1 ? 'kommune' : 'kommuner';
}
