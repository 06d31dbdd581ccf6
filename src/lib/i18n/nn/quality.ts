import type { CellMark, CellStatus } from '#lib/domain/quality-cell.ts';
import type { ThreadEvent, ThreadState } from '#lib/domain/query-thread.ts';
import type { ReviewState } from '#lib/domain/review.ts';
import { formatNumber, numberInText } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';
import { cell } from './quality-cell.ts';
import { figures } from './quality-figures.ts';
import { mail, own } from './quality-own.ts';

const number = (value: number) => formatNumber(value, 'nn');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);
const answers = (count: number) => `${numberInText(count, 'nn', 'neuter')} svar`;

const statuses: Record<CellStatus, string> = {
  reported: 'oppgitt',
  confirmed_none: 'stadfesta ingen',
  dont_know: 'veit ikkje',
  not_applicable: 'ikkje aktuelt',
  not_given: 'ikkje oppgitt',
  not_asked: 'ikkje spurt',
  missing: 'manglar svar',
  covered: 'dekt av vertskommune',
  declined: 'svarer ikkje'
};
/** What stands in the table, where there is no room for the whole. */
const signs: Record<Exclude<CellStatus, 'reported'>, string> = {
  confirmed_none: '0 ✓',
  dont_know: 'veit ikkje',
  not_applicable: 'ikkje aktuelt',
  not_given: '–',
  not_asked: '·',
  missing: 'manglar',
  covered: 'dekt',
  declined: 'svarer ikkje'
};
const marks: Record<CellMark, string> = {
  asked: 'spørsmål hos kommunen',
  answered: 'kommunen har svart på spørsmålet',
  explained: 'grunngitt',
  corrected: 'retta sidan første versjon',
  surprising: 'skjemaet spør om det stemmer',
  unconfirmed: 'ikkje stadfesta av kommunen'
};
const reviews: Record<ReviewState, string> = {
  unreviewed: 'ikkje gjennomgått',
  accepted: 'godteke',
  returned: 'bedt om retting'
};
const states: Record<ThreadState, string> = {
  asked: 'Ventar på kommunen',
  answered: 'Kommunen har svart',
  accepted: 'Godteke',
  corrected: 'Talet er retta',
  withdrawn: 'Trekt'
};
const events: Record<ThreadEvent | 'ask', string> = {
  ask: 'spurde',
  answer: 'svarte',
  correct: 'retta talet',
  accept: 'godtok svaret',
  ask_again: 'spurde igjen',
  withdraw: 'trekte spørsmålet'
};

export const quality: Messages['quality'] = {
  title: (round: string) => `Kvalitet: ${round}`,
  navigation: 'Kvalitet',
  lead: 'Alle tal i runden. Opne eit tal for å sjå historikken, spørje kommunen eller godta svaret.',
  caption: 'Tala frå kvar kommune',
  municipality: 'Kommune',
  response: 'Svar',
  review: 'Gjennomgang',
  hosted: (host: string) => `svar frå ${host}`,
  sent: (version: number) => `versjon ${number(version)}`,
  statuses,
  signs,
  marks,
  reviews,
  pages: { title: 'Fleire kommunar', page: (number) => `Side ${number}` },
  sum: 'Sum',
  base: (given: number, of: number) => `${number(given)} av ${number(of)}`,
  count: (shown: number, all: number) =>
    `${number(shown)} av ${number(all)} ${plural(all, 'kommune', 'kommunar')} blir viste.`,
  empty: 'Ingen kommunar passar med utvalet. Fjern noko av det for å sjå fleire.',
  legend: 'Teikna i tabellen',
  shortcuts: 'Snarvegar i tabellen',
  keys: {
    arrows: ['Piltastar', 'flytt mellom tala'],
    home: ['Home og End', 'første og siste tal i rada, med Ctrl i tabellen'],
    enter: ['Enter', 'opne talet'],
    escape: ['Esc', 'tilbake til tabellen'],
    ask: ['S', 'spør om talet'],
    accept: ['G', 'godta heile svaret frå kommunen']
  },
  filter: {
    county: 'Fylke',
    allCounties: 'Alle fylke',
    response: 'Svar frå kommunen',
    all: 'Alle',
    responses: {
      answered: 'Har svart',
      missing: 'Manglar svar',
      covered: 'Dekt av vertskommune',
      declined: 'Svarer ikkje'
    },
    open: 'Berre med opne spørsmål',
    unreviewed: 'Berre ikkje gjennomgåtte',
    show: 'Vis',
    reset: 'Fjern utvalet'
  },
  acceptMany: {
    link: 'Godta alle utan merknader',
    title: 'Godta svar utan merknader',
    lead: 'Desse svara har ingen opne spørsmål og ingen tal skjemaet spør om, og er ikkje gjennomgåtte. Sjå over lista før du godtek.',
    none: 'Ingen svar kan godtakast samla no. Dei som står att, har opne spørsmål eller tal skjemaet spør om.',
    button: (count: number) => `Godta ${answers(count)}`,
    back: 'Tilbake til tabellen'
  },
  accepted: (count: number) =>
    `${count === 1 ? 'Eitt' : number(count)} svar ${count === 1 ? 'er godteke' : 'er godtekne'}.`,
  undone: (count: number) => `${count === 1 ? 'Eitt' : number(count)} svar er tilbake til ikkje gjennomgått.`,
  undo: 'Angre',
  moved: {
    'question-open': 'Svaret har eit ope spørsmål. Godta eller trekk spørsmålet først.',
    'answer-renewed': 'Kommunen har sendt ein ny versjon. Sjå på han før du avgjer.',
    'review-moved': 'Nokon har alt avgjort dette. Sida viser korleis det står no.',
    'question-moved': 'Nokon har alt gjort noko med spørsmålet. Sida viser korleis det står no.',
    'already-exists': 'Det er alt eit ope spørsmål om dette talet. Sida viser det.',
    'round-closed': 'Runden tek ikkje imot fleire svar, så kommunen kan ikkje rette.'
  },
  states,
  events,
  message: (name: string, event: string, moment: string) => `${name} ${event} ${moment}`,
  problem: {
    empty: {
      ask: 'Spørsmålet: feltet er tomt. Skriv kva du lurer på.',
      answer: 'Svaret: feltet er tomt. Skriv ei forklaring, eller rett talet.',
      return: 'Kva må rettast: feltet er tomt. Skriv kva kommunen skal rette.'
    },
    too_long: (length: number) => `Teksten har ${number(length)} teikn. Han kan ha 1000. Kort han ned.`,
    name: 'Namnet ditt: feltet er tomt. Skriv kven som svarer.',
    nameTooLong: 'Namnet ditt kan ha 100 teikn. Kort det ned.'
  },
  cell,
  own,
  mail,
  figures
};
