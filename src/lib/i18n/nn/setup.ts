import { formatNumber } from '#lib/i18n/format.ts';
import { expectedList } from './expected-list.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

export const setup: Messages['setup'] = {
  allRounds: 'Alle rundar',
  links: {
    label: 'Sider om runden',
    overview: 'Oversyn',
    setup: 'Oppsett',
    questions: 'Spørsmål',
    dryRun: 'Prøv runden'
  },
  list: { caption: 'Rundar', round: 'Runde', phase: 'Status', deadline: 'Svarfrist' },
  phase: {
    preparing: 'Blir førebudd',
    before: 'Klar, ikkje opna enno',
    open: 'Open',
    closed: 'Stengd for nye svar',
    frozen: 'Frosen'
  },
  phaseMeans: {
    preparing: 'Berre rådgjevarane i regionen ser runden. Lista over kommunar kan endrast.',
    before: 'Lista over kommunar er låst. Kommunane kan svare frå opninga.',
    open: 'Kommunane kan svare. Datoar, vertskommunar og fråfall kan framleis endrast.',
    closed: 'Berre dei som har svart, eller har fått utsett frist, kan sende inn.',
    frozen: 'Ingenting kan endrast lenger.'
  },
  moment: {
    opensAt: 'Opnar',
    deadlineAt: 'Svarfrist',
    closesAt: 'Stengjer for nye svar',
    freezesAt: 'Blir frosen'
  },
  momentMeans: {
    opensAt: 'Frå då kan kommunane svare.',
    deadlineAt: 'Fristen kommunane ser. Han stengjer ingenting.',
    closesAt: 'Etter dette kan dei som har svart, rette svaret. Ingen nye svar utan utsett frist.',
    freezesAt: 'Etter dette kan ingen endre noko. Tala kan publiserast.'
  },
  origin: {
    renumbered: () => 'nytt nummer',
    merged: (from) => `slått saman av ${from}`,
    split: (from) => `delt ut frå ${from}`,
    new: () => 'ny i lista'
  },
  make: {
    title: 'Ny kartlegging',
    lead: 'Lag neste runde med eitt klikk. Alt kan endrast før du opnar han.',
    fromLast: (name) => `Laga frå ${name}: spørsmål, kommunar, kontaktar og vertskommunar følgjer med.`,
    fromNothing: (region) => `${region} har ingen runde enno. Denne har alle kommunane i regionen.`,
    waiting: 'Denne runden blir alt førebudd:',
    questionnaire: 'Spørjeskjema',
    version: (version) => `Kjernen, versjon ${version}`,
    expected: (count, contacts) => `${number(count)} kommunar, ${number(contacts)} med kontakt`,
    changed: (count) =>
      count === 0
        ? 'Kommunane er dei same som sist.'
        : `${number(count)} ${plural(count, 'kommune skil', 'kommunar skil')} seg frå sist. Du ser kva for nokre på neste side.`,
    submit: (name) => `Lag runden ${name}`,
    nobodySees: 'Ingen andre enn rådgjevarane i regionen ser runden før du opnar han.'
  },
  title: (name) => `Oppsett: ${name}`,
  name: 'Namn',
  period: 'Periode',
  periodDates: (from, to) => `${from}–${to}`,
  periodStart: 'Perioden byrjar',
  periodEnd: 'Perioden sluttar',
  day: 'Dag',
  time: 'Klokkeslett',
  save: 'Lagre endringane',
  saved: 'Endringane er lagra.',
  undo: 'Angre',
  opening: {
    title: 'Når du opnar kartlegginga',
    frozenList: (count, expected) =>
      `Lista blir låst: ${number(count)} ${plural(count, 'kommune', 'kommunar')}, ${number(expected)} skal svare sjølve.`,
    opens: (at) => `Kommunane kan svare frå ${at}.`,
    opensAtOnce: 'Kommunane kan svare med ein gong.',
    deadline: (at) => `Dei ser svarfristen ${at}.`,
    closes: (at) => `Nye svar stengjer ${at}.`,
    freezes: (at) => `Svara blir frosne ${at}.`,
    tryFirst: 'Prøv runden med syntetiske svar først',
    submit: 'Opne kartlegginga',
    nobody: 'Lista er tom. Legg til minst éin kommune før du opnar.',
    tooLate: 'Runden stengjer før han er opna. Flytt stenginga fram i tid og lagre.'
  },
  ...expectedList,
  openedAt: (at) => `Opna av ein rådgjevar ${at}.`,
  discard: 'Forkast runden',
  discardMeans: 'Runden og lista blir borte. Det kan ikkje angrast, men du kan lage ein ny frå den førre.',
  discardNow: 'Forkast runden for godt',
  audit: 'Kven har sett og endra kva i regionen?',
  contactInSetup: { link: 'Legg kontakten inn i oppsettet.', means: 'Svarlenka går først ut når runden er opna.' },
  extension: {
    title: 'Utsett frist',
    lead: (closes, freezes) =>
      `Runden stengjer for nye svar ${closes}. Med utsett frist kan kommunen svare lenger, men ikkje etter ${freezes}. Så lenge den utsette fristen går, sender vi ingen påminningar til kommunen.`,
    until: 'Siste dag',
    reason: 'Grunngjeving',
    reasonHint: 'Kommunen ser grunngjevinga. Skriv ikkje namn på personar.',
    give: 'Gje utsett frist',
    current: (day, reason) =>
      `Kommunen kan svare til og med ${day}, og får ingen påminningar før det. Grunngjeving: ${reason}`,
    given: (day) => `Kommunen har fått utsett frist til og med ${day}. Han får ingen påminningar før det.`,
    withdraw: 'Trekk tilbake',
    withdrawn: 'Den utsette fristen er trekt tilbake.',
    own: 'Fristen dykkar',
    ownUntil: (day) => `${day} (utsett)`,
    problem: {
      day: (value) => `Siste dag: «${value}» er ikkje ein dato. Skriv til dømes 1.3.2026.`,
      past: (value) => `Siste dag: ${value} er passert. Vel ein dag som kjem.`,
      frozen: (value, freezes) => `Siste dag: ${value} er etter at runden blir frosen ${freezes}.`,
      missing: 'Grunngjeving: Skriv kvifor kommunen får meir tid.',
      tooLong: (length) => `Grunngjeving: Teksten er på ${length} teikn. Bruk høgst 300.`
    }
  },
  dryRun: {
    title: (name) => `Prøv runden: ${name}`,
    lead: 'Runden blir opna på liksom, kvar kommune sender eit oppdikta svar, og tala blir lesne. Etterpå blir alt sletta, og ingenting er lagra.',
    submit: 'Køyr prøva',
    done: (at) => `Prøvd ${at}. Ingenting er lagra.`,
    accepted: (accepted, count) => `${number(accepted)} av ${number(count)} svar vart tekne imot`,
    refused: (names) => `Avviste: ${names}.`,
    tooLate: 'Runden er open, eller har vore det. Prøva blir køyrd før kommunane kan svare.',
    hosted: (count) =>
      `${number(count)} ${plural(count, 'kommune svarer', 'kommunar svarer')} ikkje sjølve: Verten svarer, eller dei har sagt nei.`,
    checks: 'Kontrollar som slo til',
    check: 'Kontroll',
    times: 'Gonger',
    noChecks: 'Ingen kontrollar slo til.',
    questions: 'Svar på kvart spørsmål',
    question: 'Spørsmål',
    answered: 'Svara på',
    ofAll: (part, whole) => `${number(part)} av ${number(whole)}`,
    totals: 'Tala som kom ut',
    measure: 'Mål',
    total: 'Sum',
    base: 'Kommunar bak',
    empty: 'Lista er tom. Legg til kommunar i oppsettet først.'
  },
  problems: {
    title: (count) => `${number(count)} ting må rettast`,
    name: 'Namn: Skriv kva runden heiter.',
    nameTooLong: (length, most) => `Namn: Teksten er på ${length} teikn. Bruk høgst ${most}.`,
    periodStart: (value) => `Perioden byrjar: «${value}» er ikkje ein dato. Skriv til dømes 1.1.2026.`,
    periodEnd: (value) => `Perioden sluttar: «${value}» er ikkje ein dato. Skriv til dømes 31.12.2026.`,
    periodOrder: 'Perioden sluttar: Perioden må slutte etter at han byrjar.',
    day: (what, value) => `${what}: «${value}» er ikkje ein dato. Skriv til dømes 1.3.2026.`,
    time: (what, value) => `${what}: «${value}» er ikkje eit klokkeslett. Skriv til dømes 08.00.`,
    order: (what, value, before) => `${what}: ${value} er for tidleg. Det må kome etter «${before}».`,
    past: (what, value) => `${what}: ${value} er passert. Vel ei tid som kjem.`,
    begun: 'Opnar: Runden er alt open for svar, så opninga kan ikkje flyttast.',
    notThere: (names, day) =>
      `Perioden sluttar: ${names} finst ikkje ${day}. Ta dei ut av lista, eller vel ein annan dag.`,
    municipality: (value) => `Kommune: «${value}» ligg ikkje i regionen. Vel ein frå lista.`,
    status: 'Vel kva som er venta av kommunen.',
    host: 'Vertskommune: Vel kommunen som svarer.',
    reason: 'Grunngjeving: Skriv kvifor kommunen ikkje svarer.',
    reasonTooLong: (length, most) => `Grunngjeving: Teksten er på ${length} teikn. Bruk høgst ${most}.`
  }
};
