import type { Messages } from '#lib/i18n/nb.ts';
import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');

export const regionalAnswers: Messages['regionalAnswers'] = {
  link: 'Eigne spørsmål',
  title: (round) => `Eigne spørsmål: ${round}`,
  lead: 'Sjå svara på spørsmåla regionen har lagt til, fylke for fylke og runde for runde.',
  none: 'Runden har ingen eigne spørsmål å telje. Spørsmål med kort tekst står berre i svara.',
  covered: 'Ein kommune som er dekt av ein vertskommune, er ikkje spurd og er ikkje med i tala.',
  all: 'Alle',
  base: (reported, expected) => `${number(reported)} av ${number(expected)}`,
  findings: {
    none: (asked) => `${asked} Ingen har svart`,
    sum: (asked, sum, reported) =>
      `${asked} ${number(sum)} til saman i ${number(reported)} ${reported === 1 ? 'kommune' : 'kommunar'}`,
    most: (asked, answer, most, reported) => `${asked} ${number(most)} av ${number(reported)} svara «${answer}»`
  },
  columns: {
    county: 'Fylke',
    round: 'Runde',
    answered: 'Har svart på spørsmålet',
    sum: 'Sum',
    overRounds: 'Runde for runde',
    broken: (round) => `${round} (spurt på ein annan måte enn før)`
  },
  source: 'Kjelde: svara frå kommunane. Delane er av dei som har svart på spørsmålet.'
};
