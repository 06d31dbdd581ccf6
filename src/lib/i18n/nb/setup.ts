import type { Origin } from '#lib/domain/expected-list.ts';
import type { RoundPhase } from '#lib/domain/round.ts';
import type { ScheduleKey } from '#lib/domain/round-schedule.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { expectedList } from './expected-list.ts';

const number = (value: number) => formatNumber(value, 'nb');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

const phase: Record<RoundPhase, string> = {
  preparing: 'Forberedes',
  before: 'Klar, ikke åpnet ennå',
  open: 'Åpen',
  closed: 'Stengt for nye svar',
  frozen: 'Frosset'
};

const phaseMeans: Record<RoundPhase, string> = {
  preparing: 'Bare rådgiverne i regionen ser runden. Listen over kommuner kan endres.',
  before: 'Listen over kommuner er låst. Kommunene kan svare fra åpningen.',
  open: 'Kommunene kan svare. Datoer, vertskommuner og frafall kan fortsatt endres.',
  closed: 'Bare de som har svart, eller har fått utsatt frist, kan sende inn.',
  frozen: 'Ingenting kan endres lenger.'
};

const moment: Record<ScheduleKey, string> = {
  opensAt: 'Åpner',
  deadlineAt: 'Svarfrist',
  closesAt: 'Stenger for nye svar',
  freezesAt: 'Fryses'
};

const momentMeans: Record<ScheduleKey, string> = {
  opensAt: 'Fra da kan kommunene svare.',
  deadlineAt: 'Fristen kommunene ser. Den stenger ingenting.',
  closesAt: 'Etter dette kan de som har svart, rette svaret. Ingen nye svar uten utsatt frist.',
  freezesAt: 'Etter dette kan ingen endre noe. Tallene kan publiseres.'
};

const origin: Record<Exclude<Origin['kind'], 'same'>, (from: string) => string> = {
  renumbered: () => 'nytt nummer',
  merged: (from) => `slått sammen av ${from}`,
  split: (from) => `delt ut fra ${from}`,
  new: () => 'ny i listen'
};

export const setup = {
  allRounds: 'Alle runder',
  links: {
    label: 'Sider om runden',
    overview: 'Oversikt',
    setup: 'Oppsett',
    questions: 'Spørsmål',
    dryRun: 'Prøv runden'
  },
  list: { caption: 'Runder', round: 'Runde', phase: 'Status', deadline: 'Svarfrist' },
  phase,
  phaseMeans,
  moment,
  momentMeans,
  origin,
  make: {
    title: 'Ny kartlegging',
    lead: 'Lag neste runde med ett klikk. Alt kan endres før du åpner den.',
    fromLast: (name: string) => `Laget fra ${name}: spørsmål, kommuner, kontakter og vertskommuner følger med.`,
    fromNothing: (region: string) => `${region} har ingen runde ennå. Denne har alle kommunene i regionen.`,
    waiting: 'Denne runden forberedes allerede:',
    questionnaire: 'Spørreskjema',
    version: (version: number) => `Kjernen, versjon ${version}`,
    expected: (count: number, contacts: number) => `${number(count)} kommuner, ${number(contacts)} med kontakt`,
    changed: (count: number) =>
      count === 0
        ? 'Kommunene er de samme som sist.'
        : `${number(count)} ${plural(count, 'kommune skiller', 'kommuner skiller')} seg fra sist. Du ser hvilke på neste side.`,
    submit: (name: string) => `Lag runden ${name}`,
    nobodySees: 'Ingen andre enn rådgiverne i regionen ser runden før du åpner den.'
  },
  title: (name: string) => `Oppsett: ${name}`,
  name: 'Navn',
  period: 'Periode',
  periodDates: (from: string, to: string) => `${from}–${to}`,
  periodStart: 'Perioden begynner',
  periodEnd: 'Perioden slutter',
  day: 'Dag',
  time: 'Klokkeslett',
  save: 'Lagre endringene',
  saved: 'Endringene er lagret.',
  undo: 'Angre',
  opening: {
    title: 'Når du åpner kartleggingen',
    frozenList: (count: number, expected: number) =>
      `Listen låses: ${number(count)} ${plural(count, 'kommune', 'kommuner')}, ${number(expected)} skal svare selv.`,
    opens: (at: string) => `Kommunene kan svare fra ${at}.`,
    opensAtOnce: 'Kommunene kan svare med en gang.',
    deadline: (at: string) => `De ser svarfristen ${at}.`,
    closes: (at: string) => `Nye svar stenger ${at}.`,
    freezes: (at: string) => `Svarene fryses ${at}.`,
    tryFirst: 'Prøv runden med syntetiske svar først',
    submit: 'Åpne kartleggingen',
    nobody: 'Listen er tom. Legg til minst én kommune før du åpner.',
    tooLate: 'Runden stenger før den er åpnet. Flytt stengingen fram i tid og lagre.'
  },
  ...expectedList,
  openedAt: (at: string) => `Åpnet av en rådgiver ${at}.`,
  discard: 'Forkast runden',
  discardMeans: 'Runden og listen blir borte. Det kan ikke angres, men du kan lage en ny fra den forrige.',
  discardNow: 'Forkast runden for godt',
  audit: 'Hvem har sett og endret hva i regionen?',
  contactInSetup: { link: 'Legg inn kontakten i oppsettet.', means: 'Svarlenken går først ut når runden er åpnet.' },
  extension: {
    title: 'Utsatt frist',
    lead: (closes: string, freezes: string) =>
      `Runden stenger for nye svar ${closes}. Med utsatt frist kan kommunen svare lenger, men ikke etter ${freezes}. Så lenge den utsatte fristen løper, sender vi ingen påminnelser til kommunen.`,
    until: 'Siste dag',
    reason: 'Begrunnelse',
    reasonHint: 'Kommunen ser begrunnelsen. Skriv ikke navn på personer.',
    give: 'Gi utsatt frist',
    current: (day: string, reason: string) =>
      `Kommunen kan svare til og med ${day}, og får ingen påminnelser før det. Begrunnelse: ${reason}`,
    given: (day: string) => `Kommunen har fått utsatt frist til og med ${day}. Den får ingen påminnelser før det.`,
    withdraw: 'Trekk tilbake',
    withdrawn: 'Den utsatte fristen er trukket tilbake.',
    own: 'Deres frist',
    ownUntil: (day: string) => `${day} (utsatt)`,
    problem: {
      day: (value: string) => `Siste dag: «${value}» er ikke en dato. Skriv for eksempel 1.3.2026.`,
      past: (value: string) => `Siste dag: ${value} er passert. Velg en dag som kommer.`,
      frozen: (value: string, freezes: string) => `Siste dag: ${value} er etter at runden fryses ${freezes}.`,
      missing: 'Begrunnelse: Skriv hvorfor kommunen får mer tid.',
      tooLong: (length: number) => `Begrunnelse: Teksten er på ${length} tegn. Bruk høyst 300.`
    }
  },
  dryRun: {
    title: (name: string) => `Prøv runden: ${name}`,
    lead: 'Runden åpnes på liksom, hver kommune sender et oppdiktet svar, og tallene leses. Etterpå slettes alt, og ingenting er lagret.',
    submit: 'Kjør prøven',
    done: (at: string) => `Prøvd ${at}. Ingenting er lagret.`,
    accepted: (accepted: number, count: number) =>
      `${number(accepted)} av ${number(count)} ${plural(count, 'svar', 'svar')} ble tatt imot`,
    refused: (names: string) => `Avvist: ${names}.`,
    tooLate: 'Runden er åpen, eller har vært det. Prøven kjøres før kommunene kan svare.',
    hosted: (count: number) =>
      `${number(count)} ${plural(count, 'kommune svarer', 'kommuner svarer')} ikke selv: Verten svarer, eller de har sagt nei.`,
    checks: 'Kontroller som slo til',
    check: 'Kontroll',
    times: 'Ganger',
    noChecks: 'Ingen kontroller slo til.',
    questions: 'Svar på hvert spørsmål',
    question: 'Spørsmål',
    answered: 'Besvart',
    ofAll: (part: number, whole: number) => `${number(part)} av ${number(whole)}`,
    totals: 'Tallene som kom ut',
    measure: 'Mål',
    total: 'Sum',
    base: 'Kommuner bak',
    empty: 'Listen er tom. Legg til kommuner i oppsettet først.'
  },
  problems: {
    title: (count: number) => `${number(count)} ${plural(count, 'ting', 'ting')} må rettes`,
    name: 'Navn: Skriv hva runden heter.',
    nameTooLong: (length: number, most: number) => `Navn: Teksten er på ${length} tegn. Bruk høyst ${most}.`,
    periodStart: (value: string) => `Perioden begynner: «${value}» er ikke en dato. Skriv for eksempel 1.1.2026.`,
    periodEnd: (value: string) => `Perioden slutter: «${value}» er ikke en dato. Skriv for eksempel 31.12.2026.`,
    periodOrder: 'Perioden slutter: Perioden må slutte etter at den begynner.',
    day: (what: string, value: string) => `${what}: «${value}» er ikke en dato. Skriv for eksempel 1.3.2026.`,
    time: (what: string, value: string) => `${what}: «${value}» er ikke et klokkeslett. Skriv for eksempel 08.00.`,
    order: (what: string, value: string, before: string) =>
      `${what}: ${value} er for tidlig. Det må komme etter «${before}».`,
    past: (what: string, value: string) => `${what}: ${value} er passert. Velg en tid som kommer.`,
    begun: 'Åpner: Runden er alt åpen for svar, så åpningen kan ikke flyttes.',
    notThere: (names: string, day: string) =>
      `Perioden slutter: ${names} finnes ikke ${day}. Ta dem ut av listen, eller velg en annen dag.`,
    municipality: (value: string) => `Kommune: «${value}» ligger ikke i regionen. Velg en fra listen.`,
    status: 'Velg hva som ventes av kommunen.',
    host: 'Vertskommune: Velg kommunen som svarer.',
    reason: 'Begrunnelse: Skriv hvorfor kommunen ikke svarer.',
    reasonTooLong: (length: number, most: number) => `Begrunnelse: Teksten er på ${length} tegn. Bruk høyst ${most}.`
  }
};
