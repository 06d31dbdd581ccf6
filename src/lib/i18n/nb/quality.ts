import type { CellMark, CellStatus } from '#lib/domain/quality-cell.ts';
import type { ThreadEvent, ThreadState } from '#lib/domain/query-thread.ts';
import type { ReviewState } from '#lib/domain/review.ts';
import { formatNumber, numberInText } from '#lib/i18n/format.ts';
import { cell } from './quality-cell.ts';
import { figures } from './quality-figures.ts';
import { mail, own } from './quality-own.ts';

const number = (value: number) => formatNumber(value, 'nb');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);
const answers = (count: number) => `${numberInText(count, 'nb', 'neuter')} svar`;

const statuses: Record<CellStatus, string> = {
  reported: 'oppgitt',
  confirmed_none: 'bekreftet ingen',
  dont_know: 'vet ikke',
  not_applicable: 'ikke aktuelt',
  not_given: 'ikke oppgitt',
  not_asked: 'ikke spurt',
  missing: 'mangler svar',
  covered: 'dekket av vertskommune',
  declined: 'svarer ikke'
};
/** What stands in the table, where there is no room for the whole. */
const signs: Record<Exclude<CellStatus, 'reported'>, string> = {
  confirmed_none: '0 ✓',
  dont_know: 'vet ikke',
  not_applicable: 'ikke aktuelt',
  not_given: '–',
  not_asked: '·',
  missing: 'mangler',
  covered: 'dekket',
  declined: 'svarer ikke'
};
const marks: Record<CellMark, string> = {
  asked: 'spørsmål hos kommunen',
  answered: 'kommunen har svart på spørsmålet',
  explained: 'begrunnet',
  corrected: 'rettet siden første versjon',
  surprising: 'skjemaet spør om det stemmer',
  unconfirmed: 'ikke bekreftet av kommunen'
};
const reviews: Record<ReviewState, string> = {
  unreviewed: 'ikke gjennomgått',
  accepted: 'godtatt',
  returned: 'bedt om retting'
};
const states: Record<ThreadState, string> = {
  asked: 'Venter på kommunen',
  answered: 'Kommunen har svart',
  accepted: 'Godtatt',
  corrected: 'Tallet er rettet',
  withdrawn: 'Trukket'
};
const events: Record<ThreadEvent | 'ask', string> = {
  ask: 'spurte',
  answer: 'svarte',
  correct: 'rettet tallet',
  accept: 'godtok svaret',
  ask_again: 'spurte igjen',
  withdraw: 'trakk spørsmålet'
};

export const quality = {
  title: (round: string) => `Kvalitet: ${round}`,
  navigation: 'Kvalitet',
  lead: 'Alle tall i runden. Åpne et tall for å se historikken, spørre kommunen eller godta svaret.',
  caption: 'Tallene fra hver kommune',
  municipality: 'Kommune',
  response: 'Svar',
  review: 'Gjennomgang',
  hosted: (host: string) => `svar fra ${host}`,
  sent: (version: number) => `versjon ${number(version)}`,
  statuses,
  signs,
  marks,
  reviews,
  pages: { title: 'Flere kommuner', page: (number: number) => `Side ${number}` },
  sum: 'Sum',
  base: (given: number, of: number) => `${number(given)} av ${number(of)}`,
  count: (shown: number, all: number) =>
    `${number(shown)} av ${number(all)} ${plural(all, 'kommune', 'kommuner')} vises.`,
  empty: 'Ingen kommuner passer med utvalget. Fjern noe av det for å se flere.',
  legend: 'Tegnene i tabellen',
  shortcuts: 'Snarveier i tabellen',
  keys: {
    arrows: ['Piltaster', 'flytt mellom tallene'],
    home: ['Home og End', 'første og siste tall i raden, med Ctrl i tabellen'],
    enter: ['Enter', 'åpne tallet'],
    escape: ['Esc', 'tilbake til tabellen'],
    ask: ['S', 'spør om tallet'],
    accept: ['G', 'godta hele svaret fra kommunen']
  },
  filter: {
    county: 'Fylke',
    allCounties: 'Alle fylker',
    response: 'Svar fra kommunen',
    all: 'Alle',
    responses: {
      answered: 'Har svart',
      missing: 'Mangler svar',
      covered: 'Dekket av vertskommune',
      declined: 'Svarer ikke'
    },
    open: 'Bare med åpne spørsmål',
    unreviewed: 'Bare ikke gjennomgåtte',
    show: 'Vis',
    reset: 'Fjern utvalget'
  },
  acceptMany: {
    link: 'Godta alle uten merknader',
    title: 'Godta svar uten merknader',
    lead: 'Disse svarene har ingen åpne spørsmål og ingen tall skjemaet spør om, og er ikke gjennomgått. Se over listen før du godtar.',
    none: 'Ingen svar kan godtas samlet nå. De som gjenstår, har åpne spørsmål eller tall skjemaet spør om.',
    button: (count: number) => `Godta ${answers(count)}`,
    back: 'Tilbake til tabellen'
  },
  accepted: (count: number) => `${count === 1 ? 'Ett' : number(count)} svar er godtatt.`,
  undone: (count: number) => `${count === 1 ? 'Ett' : number(count)} svar er tilbake til ikke gjennomgått.`,
  undo: 'Angre',
  moved: {
    'question-open': 'Svaret har et åpent spørsmål. Godta eller trekk spørsmålet først.',
    'answer-renewed': 'Kommunen har sendt en ny versjon. Se på den før du avgjør.',
    'review-moved': 'Noen har allerede avgjort dette. Siden viser hvordan det står nå.',
    'question-moved': 'Noen har allerede gjort noe med spørsmålet. Siden viser hvordan det står nå.',
    'already-exists': 'Det er allerede et åpent spørsmål om dette tallet. Siden viser det.',
    'round-closed': 'Runden tar ikke imot flere svar, så kommunen kan ikke rette.'
  },
  states,
  events,
  message: (name: string, event: string, moment: string) => `${name} ${event} ${moment}`,
  problem: {
    empty: {
      ask: 'Spørsmålet: feltet er tomt. Skriv hva du lurer på.',
      answer: 'Svaret: feltet er tomt. Skriv en forklaring, eller rett tallet.',
      return: 'Hva må rettes: feltet er tomt. Skriv hva kommunen skal rette.'
    },
    too_long: (length: number) => `Teksten har ${number(length)} tegn. Den kan ha 1000. Kort den ned.`,
    name: 'Navnet ditt: feltet er tomt. Skriv hvem som svarer.',
    nameTooLong: 'Navnet ditt kan ha 100 tegn. Kort det ned.'
  },
  cell,
  own,
  mail,
  figures
};
