import { formatNumber, formatShare } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');

/** The quality of a round in figures. */
export const figures: Messages['quality']['figures'] = {
  title: (round: string) => `Kvaliteten i tal: ${round}`,
  link: 'Kvaliteten i tal',
  back: 'Tilbake til tabellen',
  lead: 'Kor mange som har svart, kva som er retta, og kva som er spurt om.',
  download: 'Last ned som CSV',
  all: 'Heile runden',
  county: 'Fylke',
  question: 'Spørsmål',
  byCounty: 'Svar, gjennomgang og spørsmål etter fylke',
  byQuestion: (area: string) => `Rettingar og kontrollar etter spørsmål: ${area}`,
  columns: {
    expected: 'Kommunar i alt',
    answered: 'Har svart',
    onTime: 'Svarte innan fristen',
    corrected: 'Har retta',
    accepted: 'Godteke',
    returned: 'Bedt om retting',
    unreviewed: 'Ikkje gjennomgått',
    open: 'Opne spørsmål',
    closed: 'Avslutta spørsmål',
    days: 'Dagar til svar, median'
  },
  questionColumns: {
    corrections: 'Rettingar',
    fired: '«Stemmer dette?»',
    explained: 'Grunngitt',
    asked: 'Spørsmål stilte'
  },
  share: (part: number, whole: number) =>
    whole === 0 ? '–' : `${number(part)} av ${number(whole)} (${formatShare(part, whole, 'nn') ?? ''})`,
  ofAnswered: 'Delane gjeld kommunane som har svart. «Har svart» og «Svarte innan fristen» gjeld alle i runden.',
  csv: { table: 'Tabell', area: 'Område', figure: 'Mål', value: 'Verdi', base: 'Av' }
};
