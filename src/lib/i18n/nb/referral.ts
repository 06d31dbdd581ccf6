import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const municipalities = (value: number) => (value === 1 ? 'kommune' : 'kommuner');

/** Where nobody was referred, and where nobody knows. */
export const referral = {
  link: 'Områder uten saker',
  title: (round: string) => `Områder uten saker: ${round}`,
  lead: 'Se hvor kommunene har svart at de ikke hadde noen saker, og hvor vi ikke vet.',
  measure: 'Kommuner etter om de mottok saker',
  finding: (none: number, told: number) =>
    `${number(none)} av ${number(told)} ${municipalities(told)} som har oppgitt tallet, hadde ingen saker`,
  findingNone: 'Ingen kommuner har oppgitt om de hadde saker',
  silence: 'En kommune som ikke har svart, kan ha hatt saker. Den er aldri regnet som null.',
  hosts: 'Tallene til en kommune kan stå hos vertskommunen. Da vet vi ikke hvor mange av sakene som er dens egne.',
  none: (areas: string) => `Alle har svart, og ingen hadde saker: ${areas}.`,
  noneSoFar: (areas: string) => `Ingen saker så langt, men ikke alle har svart: ${areas}.`,
  inHost: (areas: string) => `Noen av tallene står hos en vertskommune som hadde saker, så vi vet ikke: ${areas}.`,
  unknown: (areas: string) => `Ingen har oppgitt tallet: ${areas}.`,
  blank: 'Et tomt felt er ikke null: ingen har oppgitt tallet. Kolonnen Hva vi vet sier hva vi vet om området.',
  categories: { some: 'Hadde saker', none: 'Ingen saker', inHost: 'Tallene står hos verten', silent: 'Vet ikke' },
  states: {
    some: 'hadde saker',
    none: 'ingen saker',
    none_so_far: 'ingen saker så langt',
    in_host: 'tallene står hos verten',
    unknown: 'vet ikke'
  },
  columns: {
    state: 'Hva vi vet',
    cases: 'Mottatte saker',
    none: 'Kommuner uten saker',
    told: 'Kommuner med tall',
    population: 'Innbyggere i kommuner uten saker'
  }
};
