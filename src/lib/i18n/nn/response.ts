import type { Messages } from '#lib/i18n/nb.ts';
import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');
const municipalities = (value: number) => (value === 1 ? 'kommune' : 'kommunar');
const days = (value: number) => `${number(value)} ${value === 1 ? 'dag' : 'dagar'}`;

export const response: Messages['response'] = {
  link: 'Svar og fristar',
  title: (round: string) => `Svar og fristar: ${round}`,
  lead: 'Sjå kven som har svart, og om svara kom innan fristen.',
  measure: 'Svar på kartlegginga',
  finding: (answered: number, expected: number) =>
    `${number(answered)} av ${number(expected)} ${municipalities(expected)} har svart`,
  findingAllOnTime: (answered: number, expected: number) =>
    `${number(answered)} av ${number(expected)} ${municipalities(expected)} har svart, alle innan fristen`,
  findingOnTime: (answered: number, expected: number, onTime: number) =>
    `${number(answered)} av ${number(expected)} ${municipalities(expected)} har svart, ${number(onTime)} av dei innan fristen`,
  deadline:
    'Det første svaret tel mot fristen, som er den same for alle. Ein kommune som ein vertskommune svarer for, følgjer verten.',
  noTimes: 'Du ser ikkje når svara kom. Det er ikkje med i tala du har tilgang til.',
  noChart: 'Vel noko anna enn kommune for å få eit diagram.',
  blank: 'Eit tomt felt er ikkje null. Ingen har svart, eller tidspunkta er ikkje med i tala du har tilgang til.',
  categories: {
    onTime: 'Innan fristen',
    late: 'Etter fristen',
    answered: 'Har svart',
    declined: 'Vil ikkje svare',
    silent: 'Ikkje svart'
  },
  columns: {
    answered: 'Har svart',
    population: 'Innbyggjarar bak svara',
    declined: 'Vil ikkje svare',
    onTime: 'Innan fristen',
    shareOnTime: 'Del innan fristen (95 % intervall)',
    median: 'Midtarste svar',
    answer: 'Svar',
    time: 'Svarte'
  },
  states: { answered: 'har svart', declined: 'vil ikkje svare', silent: 'ikkje svart' },
  early: (value: number) => `${days(value)} før fristen`,
  late: (value: number) => `${days(value)} etter fristen`,
  atDeadline: 'på fristen',
  rounds: 'Frå runde til runde',
  csv: {
    answered: 'Har svart',
    declined: 'Vil ikkje svare',
    populationAnswered: 'Innbyggjarar i kommunar som har svart',
    onTime: 'Svarte innan fristen',
    late: 'Svarte etter fristen',
    medianDays: 'Midtarste svar, dagar etter fristen'
  }
};
