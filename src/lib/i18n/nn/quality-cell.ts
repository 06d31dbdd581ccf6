import { formatNumber } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');

/** The page of one figure, or of one whole answer. */
export const cell: Messages['quality']['cell'] = {
  title: (question: string, municipality: string) => `${question}: ${municipality}`,
  whole: 'Heile svaret',
  wholeTitle: (municipality: string) => `Svaret frå ${municipality}`,
  back: 'Tilbake til tabellen',
  previous: 'Førre tal',
  next: 'Neste tal',
  now: 'No',
  history: 'Historikk',
  historyColumns: ['Versjon', 'Svar', 'Sendt inn', 'Frå'],
  version: (version: number) => `Versjon ${number(version)}`,
  reason: 'Grunngjevinga frå kommunen',
  hosted: (host: string, name: string) => `${host} svarer for ${name}. Spør om tala der.`,
  hostLink: (host: string) => `Opne svaret frå ${host}`,
  noAnswer: 'Kommunen har ikkje svart, så det er ingenting å spørje om enno.',
  threads: 'Spørsmål og svar',
  noThreads: 'Ingen har spurt om dette.',
  askTitle: 'Spør kommunen',
  askLabel: 'Spørsmålet ditt',
  askHelp: 'Skriv kort kva du lurer på. Ikkje skriv noko om personar. Kommunen får e-post om at det er eit spørsmål.',
  ask: 'Send spørsmålet',
  noContact: 'Kommunen har ingen kontakt med e-post. Han ser spørsmålet når han opnar skjemaet.',
  askAgainLabel: 'Spør vidare',
  askAgain: 'Spør igjen',
  acceptAnswer: 'Godta forklaringa',
  withdraw: 'Trekk spørsmålet',
  reviewTitle: 'Gjennomgang av heile svaret',
  accept: 'Godta svaret',
  returnLabel: 'Kva må rettast?',
  returnHelp: 'Kommunen får e-post og ser setninga i skjemaet.',
  return: 'Be om retting',
  reviewedBy: (state: string, name: string, moment: string) => `${state} av ${name} ${moment}`,
  figures: 'Tala i svaret'
};
