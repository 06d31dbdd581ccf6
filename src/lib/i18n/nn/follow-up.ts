import type { Messages } from '#lib/i18n/nb.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { followUpPlan } from './follow-up-plan.ts';
import { followUpLetter } from './follow-up-letter.ts';
import { followUpMunicipality } from './follow-up-municipality.ts';

const number = (value: number) => formatNumber(value, 'nn');
const municipalities = (count: number) => `${number(count)} ${count === 1 ? 'kommune' : 'kommunar'}`;

export const followUp = {
  title: 'Oppfølging',
  heading: (round: string) => `Oppfølging: ${round}`,
  lead: 'Dei som ikkje har svart: kven du når dei gjennom, siste brev og neste samtale.',
  back: 'Tilbake til oppfølginga',
  toPlan: 'Plan og utsending',
  toLetters: 'Tekstane i breva',
  toCsv: 'Last ned ringelista (CSV for Excel)',
  print: 'Skriv ut sida for å få ei ringeliste på papir.',
  view: 'Vis',
  views: {
    silent: 'Alle som ikkje har svart',
    today: 'Ring i dag',
    no_address: 'Utan adresse',
    bounced: 'Returnert',
    promised: 'Lova svar'
  },
  county: 'Fylke',
  allCounties: 'Alle fylke',
  show: 'Vis lista',
  found: (shown: number, all: number) => `${municipalities(shown)} av ${number(all)} som ikkje har svart`,
  emptyAll: 'Alle har svart. Ingen å følgje opp.',
  emptyView: 'Ingen kommunar passar til utvalet. Vel «Alle som ikkje har svart» for å sjå resten.',
  choose: 'Vel',
  chooseOne: (name: string) => `Vel ${name}`,
  chooseAll: 'Vel alle i lista',
  municipality: 'Kommune',
  contact: 'Kontakt',
  lastLetter: 'Siste brev',
  next: 'Neste',
  note: 'Notat',
  noAddress: 'Inga e-postadresse',
  noLetter: 'Ikkje skrive til',
  bounced: 'returnert',
  draft: (moment: string) => `Utkast lagra ${moment}`,
  extended: (date: string) => `Utsett til ${date}`,
  callOn: (date: string) => `Ring ${date}`,
  promisedFor: (date: string) => `Lova svar ${date}`,
  broken: (date: string) => `Lova svar ${date}, ikkje halde`,
  language: { nb: 'bokmål', nn: 'nynorsk' },
  kinds: { invitation: 'Invitasjon', reminder: 'Påminning', last_reminder: 'Siste påminning' },
  otherKinds: { handover: 'Om tilgang til svaret', other: 'Anna' },
  letterStatus: {
    queued: 'i kø',
    sent: 'sendt',
    failed: 'ikkje levert',
    bounced: 'returnert',
    dropped: 'ikkje sendt',
    deferred: 'utsett, prøver igjen'
  },
  letterLine: (kind: string, date: string, status: string) => `${kind} ${date}, ${status}`,
  hindrance: {
    round_closed: 'runden tek ikkje imot svar no',
    answered: 'har svart',
    covered: 'dekt av ein vertskommune',
    declined: 'vil ikkje svare',
    extended: 'har fått utsett frist',
    read_only: 'svara er låste av kommunen',
    no_address: 'utan adresse',
    replaced: 'kontakten er bytt',
    bounced: 'adressa er returnert',
    already: 'har fått brevet i denne utsendinga',
    recently: 'fekk brev for mindre enn tre dagar sidan',
    not_chosen: 'ikkje vald'
  },
  cancelled: 'utsendinga vart avlyst',
  reason: {
    told: 'meldt av rådgjevar',
    '5.1.1': 'adressa finst ikkje',
    '5.2.2': 'postkassa er full',
    refused: (code: string) => `mottakaren avviser e-posten (${code})`
  },
  csv: {
    file: 'ringeliste',
    number: 'Kommunenummer',
    phone: 'Telefon',
    email: 'E-post',
    mailbox: 'Felles postkasse',
    extended: 'Utsett til',
    nextDate: 'Ring igjen',
    promisedFor: 'Lova til',
    state: 'Status',
    lastNote: 'Siste notat',
    states: {
      broken_promise: 'lovnad ikkje halden',
      due: 'ring i dag',
      promised: 'lova svar',
      later: 'ring seinare',
      none: 'ingen avtale'
    }
  },
  ...followUpPlan,
  ...followUpLetter,
  ...followUpMunicipality
} satisfies Messages['followUp'];
