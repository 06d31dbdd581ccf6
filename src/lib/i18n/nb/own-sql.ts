import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

/** An adviser's own queries. */
export const ownSql = {
  title: (round: string) => `Egne spørringer: ${round}`,
  lead: 'Skriv en spørring i SQL mot tallene du har tilgang til. Den kjøres bare i nettleseren din, og den kan bare lese.',
  noScript: 'Egne spørringer kjøres i nettleseren og trenger JavaScript. Sidene over virker uten.',
  label: 'Spørring',
  run: 'Kjør spørringen',
  starting: 'Regnemotoren starter …',
  ready: 'Regnemotoren er klar.',
  failed: 'Regnemotoren kom ikke i gang i denne nettleseren. Bruk analysen i stedet.',
  running: 'Spørringen kjører …',
  rows: (count: number) => `${number(count)} ${plural(count, 'rad', 'rader')}`,
  more: (most: number) => `Svaret har flere rader. De første ${number(most)} vises.`,
  result: 'Svar',
  problems: {
    empty: 'Skriv en spørring først.',
    several: 'Skriv én spørring om gangen, uten semikolon mellom.',
    not_reading: 'Spørringen kan bare lese. Begynn med select eller with.',
    syntax: 'Spørringen er ikke riktig skrevet. Se etter en manglende parentes, et komma eller et anførselstegn.',
    unknown: 'Spørringen nevner noe som ikke finnes. Se hva tabellene og kolonnene heter under.',
    too_long: 'Spørringen brukte mer enn ti sekunder og ble stoppet.',
    other: 'Spørringen kunne ikke besvares.'
  },
  engineSays: 'Motoren sier:',
  examples: 'Eksempler',
  exampleNames: ['Mottatte saker etter fylke', 'Hvem som ikke har svart', 'Saker per 10\u00a0000 etter sentralitet'],
  schema: 'Tabeller og kolonner',
  tables: {
    figure: 'Ett tall for én kommune i én runde. Kolonnen indicator sier hvilket tall det er.',
    place: 'Kommunene i hver runde, med det de kan sammenlignes etter.',
    round: 'Rundene. Den eldste har position 1.',
    answer_time: 'Hvor mange dager etter fristen kommunen svarte. Et negativt tall er før fristen.'
  },
  indicators: 'Tallene i kolonnen indicator',
  indicatorId: 'I spørringen',
  indicatorName: 'Tall',
  column: 'Kolonne',
  type: 'Type',
  types: { varchar: 'tekst', double: 'desimaltall' },
  caution: 'Tom verdi betyr at tallet mangler. Det er ikke null. Ta alltid med hvor mange kommuner tallet bygger på.'
};
