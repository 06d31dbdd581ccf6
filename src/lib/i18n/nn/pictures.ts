import { formatNumber, numberInText } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');

/** How the workbench draws a view, and what is chosen in a picture. */
export const pictures = {
  control: 'Vis som',
  names: {
    bars: 'søyler',
    stacked: 'delte søyler',
    dots: 'prikkar med intervall',
    funnel: 'trakt',
    map: 'kart',
    heat: 'fargelagd tabell',
    multiples: 'søyler i kvart område',
    slope: 'linjer mellom to rundar',
    line: 'tidslinje'
  },
  division: 'Grenser i kartet',
  divisions: { county: 'fylke', korus_region: 'KORUS-region', police_district: 'politidistrikt' },
  byDivision: (division: string) => `Kommunar etter ${division}`,
  key: (label: string, count: number) => `${label}: ${number(count)}`,
  outside: 'utanfor utvalet',
  noFigure: 'ingen tal',
  counts: {
    none: 'ingen',
    upTo: (from: number, to: number) => (from === to ? number(from) : `${number(from)}–${number(to)}`),
    andMore: (from: number) => `${number(from)} eller fleire`
  },
  standings: {
    above: 'klart over gjennomsnittet',
    inside: 'kan ikkje skiljast frå gjennomsnittet',
    below: 'klart under gjennomsnittet'
  },
  mapOfCounts: (name: string, some: number, all: number) =>
    `${name}: ${word(some)} av ${word(all)} ${municipalities(all)} har nokon`,
  tile: (name: string, said: string) => `${name}: ${said}`,
  estimate: {
    shrunken: 'utjamna rate med 95\u00a0% intervall',
    raw: 'tal med 95\u00a0% intervall'
  },
  otherDays: (shortest: number, longest: number) =>
    `Periodane varer frå ${number(shortest)} til ${number(longest)} dagar. Ein lengre periode gir fleire saker.`,
  divided: (names: string) => `${names} delt`,
  borders: (change: string) => `Mellom rundane: ${change}. Det som ikkje fanst i begge, har inga linje.`,
  brush: {
    howTo: 'Vel eit område i eit bilete, så viser dei andre bileta berre det. Klikk, eller bruk piltastane og Enter.',
    chosen: (area: string) => `Berre ${area} i dei andre bileta.`,
    all: 'Vis alle',
    choose: 'Vel område'
  },
  linked: {
    title: 'Same utval, sett på andre måtar',
    county: (name: string) => `${name} etter fylke`,
    map: (name: string) => `${name} i kommunane`,
    line: (name: string) => `${name} over rundane`
  }
};

function word(value: number): string {
  return numberInText(value, 'nn');
}

function municipalities(value: number): string {
  return value === 1 ? 'kommune' : 'kommunar';
}
