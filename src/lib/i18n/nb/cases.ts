import type { CaseState, NoticeKind } from '#lib/domain/case/case-file.ts';
import type { PersonField } from '#lib/domain/case/case-person.ts';

const state: Record<CaseState, string> = {
  received: 'mottatt',
  active: 'aktiv',
  to_clarify: 'til avklaring',
  awaiting_prosecution: 'venter på påtalemyndigheten',
  transferred: 'overført',
  closed: 'avsluttet',
  purged: 'slettet'
};
const notice: Record<NoticeKind, string> = {
  unclear_condition: 'vilkåret er uklart',
  wrong_municipality: 'feil kommune',
  no_show: 'ikke møtt',
  test_not_given: 'prøve ikke avgitt',
  positive_test: 'resultat etter avtale',
  attended: 'møtt'
};
const person: Record<PersonField, string> = {
  reference: 'Påtalemyndighetens referanse',
  name: 'Navn',
  nationalId: 'Fødselsnummer (kan stå tomt)',
  born: 'Fødselsdato',
  address: 'Adresse',
  mobile: 'Mobil',
  language: 'Målform i brev',
  interpreter: 'Tolk i språket',
  guardianName: 'Foresatt',
  guardianAddress: 'Adressen til foresatt',
  guardianMobile: 'Mobilen til foresatt'
};

/** The case register of an advisory unit. */
export const cases = {
  navigation: 'Saker',
  title: 'Saker',
  state,
  person,
  channels: { letter: 'brev', manual: 'på annen måte', svarinn: 'SvarInn' } as Record<string, string>,
  languages: { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' } as Record<string, string>,
  number: (number: number, year: number) => `Sak ${number}/${year}`,
  due: (day: string) => `Frist ${day}`,
  onDay: (day: string) => `Den ${day}`,
  home: {
    lead: 'Det som haster mest, står først. Navnene vises bare når du ber om det, og det blir ført hvem som har sett dem.',
    overdue: 'Over fristen',
    soon: 'De neste sju dagene',
    other: 'Senere, eller når andre har svart',
    none: 'Det er ingen saker å gjøre noe med.',
    noneOverdue: 'Ingenting er over fristen.',
    showNames: 'Vis navnene',
    hideNames: 'Skjul navnene',
    add: 'Ny henvisning',
    settings: 'Frister og lagring',
    responsible: (name: string) => `ansvarlig: ${name}`,
    notInUse:
      'Saksregisteret er ikke tatt i bruk på denne serveren. Den som drifter løsningen, må legge inn en nøkkel.',
    notOpened: (unit: string) => `Den rådgivende enheten i ${unit} har ikke tatt i bruk saksregisteret.`,
    open: 'Ta i bruk saksregisteret',
    askLeader: 'Lederen for enheten kan ta det i bruk.',
    fictitious: 'oppdiktede personer og saker'
  },
  add: {
    title: 'Ny henvisning',
    lead: 'Skriv bare det som trengs for å innkalle. Ingenting om helse, rusmidler eller det personen er siktet for.',
    municipality: 'Kommune',
    receivedOn: 'Kom inn',
    decidedOn: 'Dato for avgjørelsen',
    probationMonths: 'Prøvetid i måneder (0 når den ikke er kjent)',
    channel: 'Hvordan kom den?',
    legalGround: 'Grunnlag',
    more: 'Foresatt, språk og tolk',
    bornHint: 'For eksempel 1.3.2008. Kan stå tomt når du skriver fødselsnummeret.',
    submit: 'Registrer henvisningen',
    summary: 'Dette må rettes før henvisningen kan registreres',
    problem: (label: string, value: string) =>
      value === '' ? `${label} mangler.` : `«${value}» kan ikke brukes under «${label}».`
  },
  page: {
    nextStep: 'Neste steg',
    can: 'Dette kan du gjøre',
    canMore: 'Mer du kan gjøre',
    nothing: 'Det er ingenting du kan gjøre i saken nå.',
    done: 'Det er ført.',
    proposed: 'Det er foreslått. En annen må bekrefte det.',
    summary: 'Dette må rettes',
    problem: (label: string, value: string) =>
      value === '' ? `Fyll inn «${label}».` : `«${value}» kan ikke brukes under «${label}».`,
    confirmLead: (what: string) => `Foreslått: ${what}. En annen person må bekrefte det.`,
    who: 'Hvem saken gjelder',
    whoHidden: 'Rollen din ser ikke hvem saken gjelder nå.',
    notGiven: 'ikke oppgitt',
    about: 'Om saken',
    state: 'Status',
    received: 'Kom inn',
    decided: 'Avgjørelse',
    ground: 'Grunnlag',
    probation: 'Prøvetid til',
    responsible: 'Ansvarlig',
    meetings: 'Møter',
    meetingsOf: (met: number, required: number) => `${met} av ${required} holdt`,
    tests: 'Prøver',
    testsOf: (taken: number, required: number) => `${taken} av ${required} avgitt`,
    noneRequired: 'ikke et vilkår',
    closedBecause: 'Avsluttet fordi',
    deleteAfter: 'Kan slettes etter',
    minor: 'Under 18 år ved henvisningen. Følg det påtalemyndigheten har bestemt om foresatte.',
    notices: 'Meldinger til påtalemyndigheten',
    notice,
    noticeDue: (day: string) => `skal sendes innen ${day}`,
    noticeSent: (day: string, how: string) => `sendt ${day}, ${how}`,
    markSent: 'Meldingen er sendt',
    onPaper: 'Innkallingen er sendt på papir',
    history: 'Historikk',
    by: (name: string, moment: string) => `${name}, ${moment}`,
    system: 'systemet',
    confirmedBy: (name: string) => `bekreftet av ${name}`,
    seen: 'Hvem har sett denne saken?',
    health: 'Helsehjelp tilbys og journalføres et annet sted. Skriv ingenting om det her.',
    back: 'Alle saker'
  },
  seen: {
    title: 'Hvem har sett denne saken?',
    lead: 'Hver gang noen har sett hvem saken gjelder, eller ført noe i den. Den nyeste først.',
    none: 'Ingen har sett saken ennå.',
    when: 'Når',
    who: 'Hvem',
    what: 'Hva'
  },
  setting: {
    title: 'Frister og lagring',
    lead: 'Ingen lov setter disse fristene. Det enheten bestemmer, gjelder fra dagen dere velger. Frister er i virkedager.',
    validFrom: 'Gjelder fra',
    registerDays: 'Virkedager til å registrere en henvisning',
    summonDays: 'Virkedager til å innkalle',
    meetingDays: 'Virkedager fra henvisning til møte',
    noticeDays: 'Virkedager til å melde fra',
    leastWarningDays: 'Virkedagers varsel før et møte',
    reminderHours: 'Timer før møtet påminnelsen sendes',
    retentionMonths: 'Måneder en avsluttet sak lagres',
    leastAttempts: 'Innkallinger før det meldes fra',
    attendances: 'Møter som vanligvis kreves',
    resultAgreement: 'Referanse til avtale om resultater av prøver (tomt: laboratoriet svarer selv)',
    now: 'Dette gjelder nå',
    submit: 'Bestem dette',
    done: 'Det er bestemt.',
    problem: (label: string, value: string) => `«${value}» kan ikke brukes under «${label}».`
  }
};
