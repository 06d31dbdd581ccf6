import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');

/** Making a release: what advisers see. */
export const release = {
  link: 'Utgivelser',
  title: (round: string) => `Utgivelser av ${round}`,
  lead: 'En utgivelse er tallene som alle får se. Den lages av én rådgiver og godkjennes av en annen. Det som er godkjent, endres aldri. En feil rettes med en ny versjon.',
  none: 'Ingen tall er gitt ut fra denne runden ennå. Lag det første utkastet under.',
  tooEarly: 'Runden må være låst før tallene kan gis ut. Da endrer de seg ikke mer.',
  underWay: 'Gjør ferdig utgivelsen som er i gang, før du lager en ny.',
  version: 'Versjon',
  versionOf: (version: number) => `Versjon ${number(version)}`,
  state: 'Status',
  author: 'Laget av',
  someone: 'en annen rådgiver',
  states: {
    draft: 'Utkast',
    review: 'Til godkjenning',
    approved: 'Godkjent',
    published: 'Gitt ut',
    superseded: 'Erstattet',
    withdrawn: 'Trukket tilbake'
  },
  form: {
    title: 'Lag et utkast',
    change: 'Endre utkastet',
    plan: 'Hva skal vises?',
    planHint: 'Jo mer du viser, desto flere tall må skjules. Begynn med lite.',
    titleNb: 'Tittel på bokmål',
    titleNn: 'Tittel på nynorsk',
    note: 'Hva er rettet siden forrige versjon?',
    noteHint: 'Alle kan lese dette. Skriv ikke noe om personer.',
    create: 'Lag utkast',
    save: 'Lagre utkastet',
    problems: 'Rett dette før du lagrer:',
    missing: 'Fyll ut dette feltet.',
    tooLong: 'Teksten er for lang. Kort den ned.',
    unknown: 'Velg hva som skal vises.'
  },
  plans: {
    region: 'Regionen: mottatte, behandlede og under 18 år',
    county_totals: 'Regionen, og mottatte saker i hvert fylke',
    counties: 'Regionen og fylkene: mottatte, behandlede og under 18 år',
    municipality_totals: 'Regionen og fylkene, og mottatte saker i hver kommune'
  },
  gate: {
    title: 'Personvernkontroll',
    lead: 'Kontrollen finner tallene som kan peke på personer, og alle tall som røper dem. De skjules.',
    run: 'Kjør kontrollen',
    again: 'Kjør kontrollen på nytt',
    stop: 'Stopp kontrollen',
    running: 'Kontrollen er i gang.',
    phases: {
      given: 'Leser tallene og det som er gitt ut før.',
      public: 'Prøver om en leser kan regne seg fram.',
      insiders: 'Prøver om en kommune kan regne seg fram til en annen.'
    },
    round: (value: number) => `Runde ${number(value)}.`,
    refresh: 'Se om den er ferdig',
    notRun: 'Kontrollen er ikke kjørt.',
    stale: 'Tallene, planen eller tidligere utgivelser er endret siden kontrollen. Kjør den på nytt.',
    clean: (shown: number, hidden: number) =>
      `Ingen kan regne seg fram til et lite tall. ${number(shown)} tall vises, ${number(hidden)} er skjult.`,
    refused: 'Tallene kan ikke gis ut slik. Det som er gitt ut før, røper dette:',
    refusedHelp:
      'Å vise mindre hjelper ikke, for det er gitt ut alt. Vent til neste runde, eller be personvernombudet om råd.',
    unprotected: (figure: string, limits: string, who: string) => `${figure}: ${who} kan regne seg fram til ${limits}.`,
    exactly: (value: number) => `at det er ${number(value)}`,
    between: (least: number, greatest: number) => `at det er fra ${number(least)} til ${number(greatest)}`,
    everybody: 'alle',
    heldBy: (figures: string) => `Det følger av ${figures}.`,
    someFigure: 'et tall fra en kommune'
  },
  reasons: {
    few_cases: 'Færre enn fem saker',
    few_besides: 'Resten er færre enn fem saker',
    one_dominates: 'Nesten alle sakene er fra én kommune',
    few_behind: 'Færre enn tre kommuner har svart',
    hidden_before: 'Var skjult i en tidligere utgivelse',
    protects_others: 'Ville røpet et annet tall'
  },
  figures: {
    title: 'Det som vises og skjules',
    figure: 'Tall',
    value: 'Verdi',
    base: 'Kommuner bak tallet',
    why: 'Hvorfor skjult',
    ofAll: (reported: number, expected: number) => `${number(reported)} av ${number(expected)}`,
    measures: { count: 'antall', share: 'andel av mottatte', rate: 'per 10 000 innbyggere' },
    in: (figure: string, area: string) => `${figure}, ${area}`,
    missing: 'ikke svart',
    notApplicable: 'ikke aktuelt',
    facts: 'Hvordan kommunene har ordnet seg, er åpent og vises alltid.'
  },
  checklist: {
    title: 'Sjekkliste',
    done: 'I orden',
    missing: 'Mangler',
    required: 'Mangler. Må være i orden før godkjenning',
    items: {
      gate: 'Personvernkontrollen er kjørt på nettopp disse tallene',
      note: 'Det står hva som er rettet siden forrige versjon',
      method: 'Skjema, regler og programversjon er ført på',
      estimates: 'Det er avgjort om de som ikke har svart, skal anslås',
      sentences: 'Setningene finnes på bokmål og nynorsk',
      footnotes: 'Fotnotene finnes på bokmål og nynorsk',
      links: 'Nettadressene i tekstene er skrevet helt ut og kan følges',
      access: 'Tittelen finnes på bokmål og nynorsk. Diagrammene får tekst og tabell av seg selv'
    }
  },
  steps: {
    title: 'Videre',
    submit: 'Send til godkjenning',
    submitHelp: 'En annen rådgiver må godkjenne. Innholdet kan ikke endres mens den ser på det.',
    discard: 'Forkast utkastet',
    approve: 'Godkjenn og lås',
    approveHelp: 'Du godkjenner tallene over, slik de står. De kan ikke endres etterpå.',
    freezing: (made: number, all: number) =>
      all === 0
        ? 'Lager filene som skal låses.'
        : `Lager filene som skal låses: ${number(made)} av ${number(all)} er ferdige.`,
    freezingRefresh: 'Se om de er ferdige',
    notApproved: 'Utgivelsen er ikke godkjent.',
    ownAuthor: 'Du har laget denne utgivelsen. En annen rådgiver i regionen må godkjenne den.',
    returned: 'Send tilbake',
    why: 'Hvorfor?',
    whyMissing: 'Skriv hvorfor.',
    publish: 'Gi ut',
    publishHelp: 'Alle får se tallene, straks eller når sperrefristen er ute.',
    withdraw: 'Trekk tilbake',
    withdrawHelp: 'Adressen sier at utgivelsen er trukket tilbake. Tallene vises ikke lenger.',
    embargo: 'Sperrefrist',
    embargoHint: 'Tallene vises fra klokken 08.00 denne dagen. La feltet stå tomt for å vise dem straks.',
    embargoSave: 'Lagre sperrefristen',
    embargoUntil: (moment: string) => `Vises fra ${moment}.`,
    notDay: 'Skriv en dag, for eksempel 4.9.2026.',
    open: 'Se utgivelsen',
    correct: 'Lag en rettet versjon'
  },
  readers: {
    title: 'De som får lese før andre',
    none: 'Ingen får lese før andre.',
    email: 'E-postadressen de logger inn med',
    until: 'Til og med',
    add: 'Legg til',
    remove: (email: string) => `Fjern ${email}`,
    one: (email: string, until: string) => `${email}, til og med ${until}`,
    notEmail: 'Skriv en e-postadresse, for eksempel navn@kommune.no.'
  },
  events: {
    title: 'Det som er gjort',
    kinds: {
      submit: 'Sendt til godkjenning',
      return: 'Sendt tilbake',
      approve: 'Godkjent',
      publish: 'Gitt ut',
      withdraw: 'Trukket tilbake'
    },
    by: (event: string, name: string) => `${event} av ${name}`
  },
  done: {
    saved: 'Lagret.',
    stopped: 'Kontrollen er stoppet.',
    submitted: 'Utgivelsen er sendt til godkjenning.',
    returned: 'Utgivelsen er sendt tilbake.',
    approved: 'Utgivelsen er godkjent og låst.',
    published: 'Utgivelsen er gitt ut.',
    withdrawn: 'Utgivelsen er trukket tilbake.'
  },
  errors: {
    state: 'Utgivelsen er ikke der den var. Last siden på nytt og se hva som er gjort.',
    stale: 'Tallene er endret siden kontrollen. Send utgivelsen tilbake og kjør kontrollen på nytt.',
    notReady: 'Noe i sjekklisten mangler. Se hva som må være i orden, og prøv igjen.',
    tooEarly: 'Runden må være låst før tallene kan gis ut.',
    stopped: 'Kontrollen ble stoppet.',
    slow: 'Kontrollen tok for lang tid og ble stoppet. Vis mindre, og prøv igjen.',
    filesBroke: 'Filene kunne ikke lages på grunn av en feil hos oss. Ingenting er låst. Prøv igjen.',
    filesSlow: 'Filene tok for lang tid å lage. Ingenting er låst. Prøv igjen.',
    filesStopped: 'Arbeidet med filene ble stoppet. Ingenting er låst. Prøv igjen.',
    broke: 'Kontrollen stanset av en feil hos oss. Ingenting er gitt ut.'
  }
};
