import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');

/** The page of one figure, or of one whole answer. */
export const cell = {
  title: (question: string, municipality: string) => `${question}: ${municipality}`,
  whole: 'Hele svaret',
  wholeTitle: (municipality: string) => `Svaret fra ${municipality}`,
  back: 'Tilbake til tabellen',
  previous: 'Forrige tall',
  next: 'Neste tall',
  now: 'Nå',
  history: 'Historikk',
  historyColumns: ['Versjon', 'Svar', 'Sendt inn', 'Fra'],
  version: (version: number) => `Versjon ${number(version)}`,
  reason: 'Kommunens begrunnelse',
  hosted: (host: string, name: string) => `${host} svarer for ${name}. Spør om tallene der.`,
  hostLink: (host: string) => `Åpne svaret fra ${host}`,
  noAnswer: 'Kommunen har ikke svart, så det er ingenting å spørre om ennå.',
  threads: 'Spørsmål og svar',
  noThreads: 'Ingen har spurt om dette.',
  askTitle: 'Spør kommunen',
  askLabel: 'Spørsmålet ditt',
  askHelp: 'Skriv kort hva du lurer på. Ikke skriv noe om personer. Kommunen får e-post om at det er et spørsmål.',
  ask: 'Send spørsmålet',
  noContact: 'Kommunen har ingen kontakt med e-post. Den ser spørsmålet når den åpner skjemaet.',
  askAgainLabel: 'Spør videre',
  askAgain: 'Spør igjen',
  acceptAnswer: 'Godta forklaringen',
  withdraw: 'Trekk spørsmålet',
  reviewTitle: 'Gjennomgang av hele svaret',
  accept: 'Godta svaret',
  returnLabel: 'Hva må rettes?',
  returnHelp: 'Kommunen får e-post og ser setningen i skjemaet.',
  return: 'Be om retting',
  reviewedBy: (state: string, name: string, moment: string) => `${state} av ${name} ${moment}`,
  figures: 'Tallene i svaret'
};
