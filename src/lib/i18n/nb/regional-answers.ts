import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');

/** What municipalities answered to the region's own questions. */
export const regionalAnswers = {
  link: 'Egne spørsmål',
  title: (round: string) => `Egne spørsmål: ${round}`,
  lead: 'Se svarene på spørsmålene regionen har lagt til, fylke for fylke og runde for runde.',
  none: 'Runden har ingen egne spørsmål å telle. Spørsmål med kort tekst står bare i svarene.',
  covered: 'En kommune som er dekket av en vertskommune, er ikke spurt og er ikke med i tallene.',
  all: 'Alle',
  base: (reported: number, expected: number) => `${number(reported)} av ${number(expected)}`,
  findings: {
    none: (asked: string) => `${asked} Ingen har svart`,
    sum: (asked: string, sum: number, reported: number) =>
      `${asked} ${number(sum)} til sammen i ${number(reported)} ${reported === 1 ? 'kommune' : 'kommuner'}`,
    most: (asked: string, answer: string, most: number, reported: number) =>
      `${asked} ${number(most)} av ${number(reported)} svarte «${answer}»`
  },
  columns: {
    county: 'Fylke',
    round: 'Runde',
    answered: 'Har svart på spørsmålet',
    sum: 'Sum',
    overRounds: 'Runde for runde',
    broken: (round: string) => `${round} (spurt annerledes enn før)`
  },
  source: 'Kilde: svarene fra kommunene. Andelene er av dem som har svart på spørsmålet.'
};
