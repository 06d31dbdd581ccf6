import type { Messages } from '#lib/i18n/nb.ts';

type Cases = Messages['cases'];
const state: Cases['state'] = {
  received: 'mottatt',
  active: 'aktiv',
  to_clarify: 'til avklaring',
  awaiting_prosecution: 'ventar på påtalemakta',
  transferred: 'overført',
  closed: 'avslutta',
  purged: 'sletta'
};
const notice: Cases['page']['notice'] = {
  unclear_condition: 'vilkåret er uklart',
  wrong_municipality: 'feil kommune',
  no_show: 'ikkje møtt',
  test_not_given: 'prøve ikkje gitt',
  positive_test: 'resultat etter avtale',
  attended: 'møtt'
};
const person: Cases['person'] = {
  reference: 'Referansen til påtalemakta',
  name: 'Namn',
  nationalId: 'Fødselsnummer (kan stå tomt)',
  born: 'Fødselsdato',
  address: 'Adresse',
  mobile: 'Mobil',
  language: 'Målform i brev',
  interpreter: 'Tolk i språket',
  guardianName: 'Føresett',
  guardianAddress: 'Adressa til føresett',
  guardianMobile: 'Mobilen til føresett'
};

/** The case register of an advisory unit. */
export const cases: Cases = {
  navigation: 'Saker',
  title: 'Saker',
  state,
  person,
  channels: { letter: 'brev', manual: 'på annan måte', svarinn: 'SvarInn' },
  languages: { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' },
  number: (number: number, year: number) => `Sak ${number}/${year}`,
  due: (day: string) => `Frist ${day}`,
  onDay: (day: string) => `Den ${day}`,
  home: {
    lead: 'Det som hastar mest, står først. Namna blir berre viste når du ber om det, og det blir ført kven som har sett dei.',
    overdue: 'Over fristen',
    soon: 'Dei neste sju dagane',
    other: 'Seinare, eller når andre har svart',
    none: 'Det er ingen saker å gjere noko med.',
    noneOverdue: 'Ingenting er over fristen.',
    showNames: 'Vis namna',
    hideNames: 'Gøym namna',
    add: 'Ny tilvising',
    settings: 'Fristar og lagring',
    responsible: (name: string) => `ansvarleg: ${name}`,
    notInUse:
      'Saksregisteret er ikkje teke i bruk på denne serveren. Den som driftar løysinga, må leggje inn ein nøkkel.',
    notOpened: (unit: string) => `Den rådgjevande eininga i ${unit} har ikkje teke i bruk saksregisteret.`,
    open: 'Ta i bruk saksregisteret',
    askLeader: 'Leiaren for eininga kan ta det i bruk.',
    fictitious: 'oppdikta personar og saker'
  },
  add: {
    title: 'Ny tilvising',
    lead: 'Skriv berre det som trengst for å kalle inn. Ingenting om helse, rusmiddel eller det personen er sikta for.',
    municipality: 'Kommune',
    receivedOn: 'Kom inn',
    decidedOn: 'Dato for avgjerda',
    probationMonths: 'Prøvetid i månader (0 når ho ikkje er kjend)',
    channel: 'Korleis kom ho?',
    legalGround: 'Grunnlag',
    more: 'Føresett, språk og tolk',
    bornHint: 'Til dømes 1.3.2008. Kan stå tomt når du skriv fødselsnummeret.',
    submit: 'Registrer tilvisinga',
    summary: 'Dette må rettast før tilvisinga kan registrerast',
    problem: (label: string, value: string) =>
      value === '' ? `${label} manglar.` : `«${value}» kan ikkje brukast under «${label}».`
  },
  page: {
    nextStep: 'Neste steg',
    can: 'Dette kan du gjere',
    canMore: 'Meir du kan gjere',
    nothing: 'Det er ingenting du kan gjere i saka no.',
    done: 'Det er ført.',
    proposed: 'Det er føreslått. Ein annan må stadfeste det.',
    summary: 'Dette må rettast',
    problem: (label: string, value: string) =>
      value === '' ? `Fyll inn «${label}».` : `«${value}» kan ikkje brukast under «${label}».`,
    confirmLead: (what: string) => `Føreslått: ${what}. Ein annan person må stadfeste det.`,
    who: 'Kven saka gjeld',
    whoHidden: 'Rolla di ser ikkje kven saka gjeld no.',
    notGiven: 'ikkje oppgitt',
    about: 'Om saka',
    state: 'Status',
    received: 'Kom inn',
    decided: 'Avgjerd',
    ground: 'Grunnlag',
    probation: 'Prøvetid til',
    responsible: 'Ansvarleg',
    meetings: 'Møte',
    meetingsOf: (met: number, required: number) => `${met} av ${required} haldne`,
    tests: 'Prøver',
    testsOf: (taken: number, required: number) => `${taken} av ${required} gitt`,
    noneRequired: 'ikkje eit vilkår',
    closedBecause: 'Avslutta fordi',
    deleteAfter: 'Kan slettast etter',
    minor: 'Under 18 år ved tilvisinga. Følg det påtalemakta har bestemt om føresette.',
    notices: 'Meldingar til påtalemakta',
    notice,
    noticeDue: (day: string) => `skal sendast innan ${day}`,
    noticeSent: (day: string, how: string) => `send ${day}, ${how}`,
    markSent: 'Meldinga er send',
    onPaper: 'Innkallinga er send på papir',
    history: 'Historikk',
    by: (name: string, moment: string) => `${name}, ${moment}`,
    system: 'systemet',
    confirmedBy: (name: string) => `stadfesta av ${name}`,
    seen: 'Kven har sett denne saka?',
    health: 'Helsehjelp blir tilboden og journalført ein annan stad. Skriv ingenting om det her.',
    back: 'Alle saker'
  },
  seen: {
    title: 'Kven har sett denne saka?',
    lead: 'Kvar gong nokon har sett kven saka gjeld, eller ført noko i ho. Den nyaste først.',
    none: 'Ingen har sett saka enno.',
    when: 'Når',
    who: 'Kven',
    what: 'Kva'
  },
  setting: {
    title: 'Fristar og lagring',
    lead: 'Inga lov set desse fristane. Det eininga bestemmer, gjeld frå dagen de vel. Fristar er i vyrkedagar.',
    validFrom: 'Gjeld frå',
    registerDays: 'Vyrkedagar til å registrere ei tilvising',
    summonDays: 'Vyrkedagar til å kalle inn',
    meetingDays: 'Vyrkedagar frå tilvising til møte',
    noticeDays: 'Vyrkedagar til å melde frå',
    leastWarningDays: 'Vyrkedagar med varsel før eit møte',
    reminderHours: 'Timar før møtet påminninga blir send',
    retentionMonths: 'Månader ei avslutta sak blir lagra',
    leastAttempts: 'Innkallingar før eininga melder frå',
    attendances: 'Møte som vanlegvis er kravde',
    resultAgreement: 'Referanse til avtale om resultat av prøver (tomt: laboratoriet svarer sjølv)',
    now: 'Dette gjeld no',
    submit: 'Bestem dette',
    done: 'Det er bestemt.',
    problem: (label: string, value: string) => `«${value}» kan ikkje brukast under «${label}».`
  }
};
