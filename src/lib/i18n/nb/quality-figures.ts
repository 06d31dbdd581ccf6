import { formatNumber, formatShare } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');

/** The quality of a round in figures. */
export const figures = {
  title: (round: string) => `Kvaliteten i tall: ${round}`,
  link: 'Kvaliteten i tall',
  back: 'Tilbake til tabellen',
  lead: 'Hvor mange som har svart, hva som er rettet, og hva som er spurt om.',
  download: 'Last ned som CSV',
  all: 'Hele runden',
  county: 'Fylke',
  question: 'Spørsmål',
  byCounty: 'Svar, gjennomgang og spørsmål etter fylke',
  byQuestion: (area: string) => `Rettelser og kontroller etter spørsmål: ${area}`,
  columns: {
    expected: 'Kommuner i alt',
    answered: 'Har svart',
    onTime: 'Svart innen fristen',
    corrected: 'Har rettet',
    accepted: 'Godtatt',
    returned: 'Bedt om retting',
    unreviewed: 'Ikke gjennomgått',
    open: 'Åpne spørsmål',
    closed: 'Avsluttede spørsmål',
    days: 'Dager til svar, median'
  },
  questionColumns: {
    corrections: 'Rettelser',
    fired: '«Stemmer dette?»',
    explained: 'Begrunnet',
    asked: 'Spørsmål stilt'
  },
  share: (part: number, whole: number) =>
    whole === 0 ? '–' : `${number(part)} av ${number(whole)} (${formatShare(part, whole, 'nb') ?? ''})`,
  ofAnswered: 'Andelene gjelder kommunene som har svart. «Har svart» og «Svart innen fristen» gjelder alle i runden.',
  csv: { table: 'Tabell', area: 'Område', figure: 'Mål', value: 'Verdi', base: 'Av' }
};
