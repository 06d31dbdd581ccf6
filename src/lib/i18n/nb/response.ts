import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const municipalities = (value: number) => (value === 1 ? 'kommune' : 'kommuner');
const days = (value: number) => `${number(value)} ${value === 1 ? 'dag' : 'dager'}`;

/** How a round was answered, and when. */
export const response = {
  link: 'Svar og frister',
  title: (round: string) => `Svar og frister: ${round}`,
  lead: 'Se hvem som har svart, og om svarene kom innen fristen.',
  measure: 'Svar på kartleggingen',
  finding: (answered: number, expected: number) =>
    `${number(answered)} av ${number(expected)} ${municipalities(expected)} har svart`,
  findingAllOnTime: (answered: number, expected: number) =>
    `${number(answered)} av ${number(expected)} ${municipalities(expected)} har svart, alle innen fristen`,
  findingOnTime: (answered: number, expected: number, onTime: number) =>
    `${number(answered)} av ${number(expected)} ${municipalities(expected)} har svart, ${number(onTime)} av dem innen fristen`,
  deadline:
    'Det første svaret teller mot fristen, som er den samme for alle. En kommune som en vertskommune svarer for, følger verten.',
  noTimes: 'Du ser ikke når svarene kom. Det er ikke med i tallene du har tilgang til.',
  noChart: 'Velg noe annet enn kommune for å få et diagram.',
  blank: 'Et tomt felt er ikke null. Ingen har svart, eller tidspunktene er ikke med i tallene du har tilgang til.',
  categories: {
    onTime: 'Innen fristen',
    late: 'Etter fristen',
    answered: 'Har svart',
    declined: 'Vil ikke svare',
    silent: 'Ikke svart'
  },
  columns: {
    answered: 'Har svart',
    population: 'Innbyggere bak svarene',
    declined: 'Vil ikke svare',
    onTime: 'Innen fristen',
    shareOnTime: 'Andel innen fristen (95 % intervall)',
    median: 'Midterste svar',
    answer: 'Svar',
    time: 'Svarte'
  },
  states: { answered: 'har svart', declined: 'vil ikke svare', silent: 'ikke svart' },
  early: (value: number) => `${days(value)} før fristen`,
  late: (value: number) => `${days(value)} etter fristen`,
  atDeadline: 'på fristen',
  rounds: 'Fra runde til runde',
  csv: {
    answered: 'Har svart',
    declined: 'Vil ikke svare',
    populationAnswered: 'Innbyggere i kommuner som har svart',
    onTime: 'Svarte innen fristen',
    late: 'Svarte etter fristen',
    medianDays: 'Midterste svar, dager etter fristen'
  }
};
