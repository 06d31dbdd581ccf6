import { formatNumber } from '#lib/i18n/format.ts';
import { followUpPlan } from './follow-up-plan.ts';
import { followUpLetter } from './follow-up-letter.ts';
import { followUpMunicipality } from './follow-up-municipality.ts';

const number = (value: number) => formatNumber(value, 'nb');
const municipalities = (count: number) => `${number(count)} ${count === 1 ? 'kommune' : 'kommuner'}`;

export const followUp = {
  title: 'Oppfølging',
  heading: (round: string) => `Oppfølging: ${round}`,
  lead: 'De som ikke har svart: hvem du når dem gjennom, siste brev og neste samtale.',
  back: 'Tilbake til oppfølgingen',
  toPlan: 'Plan og utsending',
  toLetters: 'Tekstene i brevene',
  toCsv: 'Last ned ringelisten (CSV for Excel)',
  print: 'Skriv ut siden for å få en ringeliste på papir.',
  view: 'Vis',
  views: {
    silent: 'Alle som ikke har svart',
    today: 'Ring i dag',
    no_address: 'Uten adresse',
    bounced: 'Returnert',
    promised: 'Lovet svar'
  },
  county: 'Fylke',
  allCounties: 'Alle fylker',
  show: 'Vis listen',
  found: (shown: number, all: number) => `${municipalities(shown)} av ${number(all)} som ikke har svart`,
  emptyAll: 'Alle har svart. Ingen å følge opp.',
  emptyView: 'Ingen kommuner passer til utvalget. Velg «Alle som ikke har svart» for å se resten.',
  choose: 'Velg',
  chooseOne: (name: string) => `Velg ${name}`,
  chooseAll: 'Velg alle i listen',
  municipality: 'Kommune',
  contact: 'Kontakt',
  lastLetter: 'Siste brev',
  next: 'Neste',
  note: 'Notat',
  noAddress: 'Ingen e-postadresse',
  noLetter: 'Ikke skrevet til',
  bounced: 'returnert',
  draft: (moment: string) => `Utkast lagret ${moment}`,
  extended: (date: string) => `Utsatt til ${date}`,
  callOn: (date: string) => `Ring ${date}`,
  promisedFor: (date: string) => `Lovet svar ${date}`,
  broken: (date: string) => `Lovet svar ${date}, ikke holdt`,
  language: { nb: 'bokmål', nn: 'nynorsk' },
  kinds: { invitation: 'Invitasjon', reminder: 'Påminnelse', last_reminder: 'Siste påminnelse' },
  otherKinds: { handover: 'Om tilgang til svaret', other: 'Annet' },
  letterStatus: {
    queued: 'i kø',
    sent: 'sendt',
    failed: 'ikke levert',
    bounced: 'returnert',
    dropped: 'ikke sendt',
    deferred: 'utsatt, prøver igjen'
  },
  letterLine: (kind: string, date: string, status: string) => `${kind} ${date}, ${status}`,
  hindrance: {
    round_closed: 'runden tar ikke imot svar nå',
    answered: 'har svart',
    covered: 'dekket av en vertskommune',
    declined: 'vil ikke svare',
    extended: 'har fått utsatt frist',
    read_only: 'svarene er låst av kommunen',
    no_address: 'uten adresse',
    replaced: 'kontakten er byttet',
    bounced: 'adressen er returnert',
    already: 'har fått brevet i denne utsendingen',
    recently: 'fikk brev for mindre enn tre dager siden',
    not_chosen: 'ikke valgt'
  },
  cancelled: 'utsendingen ble avlyst',
  reason: {
    told: 'meldt av rådgiver',
    '5.1.1': 'adressen finnes ikke',
    '5.2.2': 'postkassen er full',
    refused: (code: string) => `mottakeren avviser e-posten (${code})`
  },
  csv: {
    file: 'ringeliste',
    number: 'Kommunenummer',
    phone: 'Telefon',
    email: 'E-post',
    mailbox: 'Felles postkasse',
    extended: 'Utsatt til',
    nextDate: 'Ring igjen',
    promisedFor: 'Lovet til',
    state: 'Status',
    lastNote: 'Siste notat',
    states: {
      broken_promise: 'løfte ikke holdt',
      due: 'ring i dag',
      promised: 'lovet svar',
      later: 'ring senere',
      none: 'ingen avtale'
    }
  },
  ...followUpPlan,
  ...followUpLetter,
  ...followUpMunicipality
};
