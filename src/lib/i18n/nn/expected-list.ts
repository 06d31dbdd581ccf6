import { formatNumber } from '#lib/i18n/format.ts';
import type { expectedList as pattern } from '#lib/i18n/nb/expected-list.ts';

const number = (value: number) => formatNumber(value, 'nn');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

export const expectedList: typeof pattern = {
  expectedList: 'Kommunar',
  expectedTitle: (count) => `Kommunar i runden (${number(count)})`,
  expectedLead: 'Ta ut og legg til kommunar, og sei kven som svarer for kven. Lista blir låst når du opnar runden.',
  expectedFrozen: 'Lista er låst. Vertskommunar og fråfall kan endrast til runden blir frosen.',
  expectedEmpty: 'Ingen kommunar står på lista. Legg til ein over.',
  comparedWith: (name) => `Merka viser kva som er annleis enn i ${name}.`,
  gone: (names) => `Var med sist, men ikkje no: ${names}.`,
  add: 'Legg til ein kommune',
  addNow: 'Legg til',
  added: (name) => `${name} er lagd til.`,
  removed: (name) => `${name} er teken ut.`,
  municipality: 'Kommune',
  status: 'Kva som er venta',
  contact: 'Kontakt',
  noContact: 'Ingen kontakt',
  actions: 'Val',
  change: 'Endre',
  remove: 'Ta ut',
  expected: 'Skal svare',
  covered: (host) => `${host} svarer`,
  coveredChoice: 'Ein vertskommune svarer for han',
  declinedChoice: 'Svarer ikkje',
  declinedBecause: (reason) => (reason === '' ? 'Svarer ikkje' : `Svarer ikkje: ${reason}`),
  extended: (day) => `utsett frist til ${day}`,
  expectedOf: (name) => `Kva er venta av ${name}?`,
  expectedQuestion: 'Kva er venta av kommunen?',
  host: 'Vertskommune',
  hostHint: 'Kommunen som svarer. Berre kommunar som skal svare sjølve, kan veljast.',
  hostNone: 'Ingen',
  declinedReason: 'Kvifor svarer han ikkje?',
  declinedReasonHint: 'Til dømes: «Har ikkje kapasitet i år.» Skriv ikkje namn på personar.',
  contactName: 'Namnet på kontakten',
  contactEmail: 'E-postadressa til kontakten',
  contactElsewhere: 'Byt kontakt på sida om kommunen',
  backToList: 'Tilbake til lista',
  county: 'Fylke',
  allCounties: 'Alle fylke',
  view: 'Vis',
  views: {
    all: 'Alle kommunar',
    no_contact: 'Utan e-postadresse',
    not_self: 'Svarer ikkje sjølve',
    changed: 'Annleis enn sist'
  },
  show: 'Vis lista',
  shown: (shown, all) => `${number(shown)} av ${number(all)} kommunar`,
  emptyView: 'Ingen kommunar passar til utvalet. Vel «Alle kommunar» for å sjå resten.',
  toList: (count) => `Gå til lista over ${number(count)} ${plural(count, 'kommune', 'kommunar')}`
};
