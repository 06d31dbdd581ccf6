import type { Messages } from '#lib/i18n/nb.ts';
import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');

export const release: Messages['release'] = {
  link: 'Utgivingar',
  title: (round: string) => `Utgivingar av ${round}`,
  lead: 'Ei utgiving er tala som alle får sjå. Ein rådgivar lagar ho, og ein annan godkjenner. Det som er godkjent, blir aldri endra. Ein feil blir retta med ein ny versjon.',
  none: 'Ingen tal er gitt ut frå denne runden enno. Lag det første utkastet under.',
  tooEarly: 'Runden må vere låst før tala kan givast ut. Då endrar dei seg ikkje meir.',
  underWay: 'Gjer ferdig utgivinga som er i gang, før du lagar ei ny.',
  version: 'Versjon',
  versionOf: (version: number) => `Versjon ${number(version)}`,
  state: 'Status',
  author: 'Laga av',
  someone: 'ein annan rådgivar',
  states: {
    draft: 'Utkast',
    review: 'Til godkjenning',
    approved: 'Godkjent',
    published: 'Gitt ut',
    superseded: 'Erstatta',
    withdrawn: 'Trekt tilbake'
  },
  form: {
    title: 'Lag eit utkast',
    change: 'Endre utkastet',
    plan: 'Kva skal visast?',
    planHint: 'Jo meir du viser, desto fleire tal må gøymast. Begynn med lite.',
    titleNb: 'Tittel på bokmål',
    titleNn: 'Tittel på nynorsk',
    note: 'Kva er retta sidan førre versjon?',
    noteHint: 'Alle kan lese dette. Skriv ikkje noko om personar.',
    create: 'Lag utkast',
    save: 'Lagre utkastet',
    problems: 'Rett dette før du lagrar:',
    missing: 'Fyll ut dette feltet.',
    tooLong: 'Teksten er for lang. Kort han ned.',
    unknown: 'Vel kva som skal visast.'
  },
  plans: {
    region: 'Regionen: mottekne, behandla og under 18 år',
    county_totals: 'Regionen, og mottekne saker i kvart fylke',
    counties: 'Regionen og fylka: mottekne, behandla og under 18 år',
    municipality_totals: 'Regionen og fylka, og mottekne saker i kvar kommune'
  },
  gate: {
    title: 'Personvernkontroll',
    lead: 'Kontrollen finn tala som kan peike på personar, og alle tal som røper dei. Dei blir gøymde.',
    run: 'Køyr kontrollen',
    again: 'Køyr kontrollen på nytt',
    stop: 'Stopp kontrollen',
    running: 'Kontrollen er i gang.',
    phases: {
      given: 'Les tala og det som er gitt ut før.',
      public: 'Prøver om ein lesar kan rekne seg fram.',
      insiders: 'Prøver om ein kommune kan rekne seg fram til ein annan.'
    },
    round: (value: number) => `Runde ${number(value)}.`,
    refresh: 'Sjå om han er ferdig',
    notRun: 'Kontrollen er ikkje køyrd.',
    stale: 'Tala, planen eller tidlegare utgivingar er endra sidan kontrollen. Køyr han på nytt.',
    clean: (shown: number, hidden: number) =>
      `Ingen kan rekne seg fram til eit lite tal. ${number(shown)} tal er viste, ${number(hidden)} er gøymde.`,
    refused: 'Tala kan ikkje givast ut slik. Det som er gitt ut før, røper dette:',
    refusedHelp:
      'Å vise mindre hjelper ikkje, for det er gitt ut alt. Vent til neste runde, eller be personvernombodet om råd.',
    unprotected: (figure: string, limits: string, who: string) => `${figure}: ${who} kan rekne seg fram til ${limits}.`,
    exactly: (value: number) => `at det er ${number(value)}`,
    between: (least: number, greatest: number) => `at det er frå ${number(least)} til ${number(greatest)}`,
    everybody: 'alle',
    heldBy: (figures: string) => `Det følgjer av ${figures}.`,
    someFigure: 'eit tal frå ein kommune'
  },
  reasons: {
    few_cases: 'Færre enn fem saker',
    few_besides: 'Resten er færre enn fem saker',
    one_dominates: 'Nesten alle sakene er frå éin kommune',
    few_behind: 'Færre enn tre kommunar har svart',
    hidden_before: 'Var gøymt i ei tidlegare utgiving',
    protects_others: 'Ville røpt eit anna tal'
  },
  figures: {
    title: 'Det som blir vist og gøymt',
    figure: 'Tal',
    value: 'Verdi',
    base: 'Kommunar bak talet',
    why: 'Kvifor gøymt',
    ofAll: (reported: number, expected: number) => `${number(reported)} av ${number(expected)}`,
    measures: { count: 'mengd', share: 'del av mottekne', rate: 'per 10 000 innbyggjarar' },
    in: (figure: string, area: string) => `${figure}, ${area}`,
    missing: 'ikkje svart',
    notApplicable: 'ikkje aktuelt',
    facts: 'Korleis kommunane har ordna seg, er ope og blir alltid vist.'
  },
  checklist: {
    title: 'Sjekkliste',
    done: 'I orden',
    missing: 'Manglar',
    required: 'Manglar. Må vere i orden før godkjenning',
    items: {
      gate: 'Personvernkontrollen er køyrd på nettopp desse tala',
      note: 'Det står kva som er retta sidan førre versjon',
      method: 'Skjema, reglar og programversjon er ført på',
      estimates: 'Det er avgjort om dei som ikkje har svart, skal anslåast',
      sentences: 'Setningane finst på bokmål og nynorsk',
      footnotes: 'Fotnotane finst på bokmål og nynorsk',
      links: 'Nettadressene i tekstane er skrivne heilt ut og kan følgjast',
      access: 'Tittelen finst på bokmål og nynorsk. Diagramma får tekst og tabell av seg sjølve'
    }
  },
  steps: {
    title: 'Vidare',
    submit: 'Send til godkjenning',
    submitHelp: 'Ein annan rådgivar må godkjenne. Innhaldet kan ikkje endrast medan den ser på det.',
    discard: 'Forkast utkastet',
    approve: 'Godkjenn og lås',
    approveHelp: 'Du godkjenner tala over, slik dei står. Dei kan ikkje endrast etterpå.',
    freezing: (made: number, all: number) =>
      all === 0
        ? 'Lagar filene som skal låsast.'
        : `Lagar filene som skal låsast: ${number(made)} av ${number(all)} er ferdige.`,
    freezingRefresh: 'Sjå om dei er ferdige',
    notApproved: 'Utgivinga er ikkje godkjend.',
    ownAuthor: 'Du har laga denne utgivinga. Ein annan rådgivar i regionen må godkjenne ho.',
    returned: 'Send tilbake',
    why: 'Kvifor?',
    whyMissing: 'Skriv kvifor.',
    publish: 'Gi ut',
    publishHelp: 'Alle får sjå tala, straks eller når sperrefristen er ute.',
    withdraw: 'Trekk tilbake',
    withdrawHelp: 'Adressa seier at utgivinga er trekt tilbake. Tala blir ikkje viste lenger.',
    embargo: 'Sperrefrist',
    embargoHint: 'Tala blir viste frå klokka 08.00 denne dagen. Lat feltet stå tomt for å vise dei straks.',
    embargoSave: 'Lagre sperrefristen',
    embargoUntil: (moment: string) => `Blir vist frå ${moment}.`,
    notDay: 'Skriv ein dag, til dømes 4.9.2026.',
    open: 'Sjå utgivinga',
    correct: 'Lag ein retta versjon'
  },
  readers: {
    title: 'Dei som får lese før andre',
    none: 'Ingen får lese før andre.',
    email: 'E-postadressa dei loggar inn med',
    until: 'Til og med',
    add: 'Legg til',
    remove: (email: string) => `Fjern ${email}`,
    one: (email: string, until: string) => `${email}, til og med ${until}`,
    notEmail: 'Skriv ei e-postadresse, til dømes namn@kommune.no.'
  },
  events: {
    title: 'Det som er gjort',
    kinds: {
      submit: 'Sendt til godkjenning',
      return: 'Sendt tilbake',
      approve: 'Godkjent',
      publish: 'Gitt ut',
      withdraw: 'Trekt tilbake'
    },
    by: (event: string, name: string) => `${event} av ${name}`
  },
  done: {
    saved: 'Lagra.',
    stopped: 'Kontrollen er stoppa.',
    submitted: 'Utgivinga er send til godkjenning.',
    returned: 'Utgivinga er send tilbake.',
    approved: 'Utgivinga er godkjend og låst.',
    published: 'Utgivinga er gitt ut.',
    withdrawn: 'Utgivinga er trekt tilbake.'
  },
  errors: {
    state: 'Utgivinga er ikkje der ho var. Last sida på nytt og sjå kva som er gjort.',
    stale: 'Tala er endra sidan kontrollen. Send utgivinga tilbake og køyr kontrollen på nytt.',
    notReady: 'Noko i sjekklista manglar. Sjå kva som må vere i orden, og prøv igjen.',
    tooEarly: 'Runden må vere låst før tala kan givast ut.',
    stopped: 'Kontrollen vart stoppa.',
    slow: 'Kontrollen tok for lang tid og vart stoppa. Vis mindre, og prøv igjen.',
    filesBroke: 'Filene kunne ikkje lagast på grunn av ein feil hos oss. Ingenting er låst. Prøv igjen.',
    filesSlow: 'Det tok for lang tid å lage filene. Ingenting er låst no. Prøv igjen.',
    filesStopped: 'Arbeidet med filene vart stoppa. Ingenting er låst. Prøv igjen.',
    broke: 'Kontrollen stansa av ein feil hos oss. Ingenting er gitt ut.'
  }
};
