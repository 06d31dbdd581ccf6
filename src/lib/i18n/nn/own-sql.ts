import { formatNumber } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

/** An adviser's own queries. */
export const ownSql: Messages['ownSql'] = {
  title: (round: string) => `Eigne spørjingar: ${round}`,
  lead: 'Skriv ei spørjing i SQL mot tala du har tilgang til. Ho blir køyrd berre i nettlesaren din, og ho kan berre lese.',
  noScript: 'Eigne spørjingar blir køyrde i nettlesaren og treng JavaScript. Sidene over verkar utan.',
  label: 'Spørjing',
  run: 'Køyr spørjinga',
  starting: 'Reknemotoren startar …',
  ready: 'Reknemotoren er klar.',
  failed: 'Reknemotoren kom ikkje i gang i denne nettlesaren. Bruk analysen i staden.',
  running: 'Spørjinga køyrer …',
  rows: (count: number) => `${number(count)} ${plural(count, 'rad', 'rader')}`,
  more: (most: number) => `Svaret har fleire rader. Dei første ${number(most)} er viste.`,
  result: 'Svar',
  problems: {
    empty: 'Skriv ei spørjing først.',
    several: 'Skriv éi spørjing om gongen, utan semikolon mellom.',
    not_reading: 'Spørjinga kan berre lese. Begynn med select eller with.',
    syntax: 'Spørjinga er ikkje rett skriven. Sjå etter ein parentes som manglar, eit komma eller eit hermeteikn.',
    unknown: 'Spørjinga nemner noko som ikkje finst. Sjå kva tabellane og kolonnane heiter under.',
    too_long: 'Spørjinga brukte meir enn ti sekund og vart stoppa.',
    other: 'Spørjinga kunne ikkje svarast på.'
  },
  engineSays: 'Motoren seier:',
  examples: 'Døme',
  exampleNames: ['Mottekne saker etter fylke', 'Kven som ikkje har svart', 'Saker per 10\u00a0000 etter sentralitet'],
  schema: 'Tabellar og kolonnar',
  tables: {
    figure: 'Eitt tal for éin kommune i éin runde. Kolonnen indicator seier kva tal det er.',
    place: 'Kommunane i kvar runde, med det dei kan samanliknast etter.',
    round: 'Rundane. Den eldste har position 1.',
    answer_time: 'Kor mange dagar etter fristen kommunen svarte. Eit negativt tal er før fristen.'
  },
  indicators: 'Tala i kolonnen indicator',
  indicatorId: 'I spørjinga',
  indicatorName: 'Tal',
  column: 'Kolonne',
  type: 'Type',
  types: { varchar: 'tekst', double: 'desimaltal' },
  caution: 'Tom verdi betyr at talet manglar. Det er ikkje null. Ta alltid med kor mange kommunar talet byggjer på.'
};
