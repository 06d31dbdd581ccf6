import { formatNumber, formatShare, numberInText, sentenceCase } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const share = (part: number, whole: number) => formatShare(part, whole, 'nb') ?? '–';
const word = (value: number) => numberInText(value, 'nb');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);
const municipalities = (value: number) => plural(value, 'kommune', 'kommuner');
const receivedCases = (value: number) =>
  value === 0 ? 'ikke mottatt noen saker' : `mottatt ${word(value)} ${plural(value, 'sak', 'saker')}`;

const noOther: Record<string, string> = {};

const asked = {
  otherRounds: 'Andre runder',
  indexTitle: 'Statistikk',
  indexLead: 'Rundene som er gjennomført, region for region.',
  noRounds: 'Ingen runder er åpnet ennå.',
  title: (round: string) => `Rådgivende enheter for russaker: ${round}`,
  period: (from: string, to: string) => `Periode: ${from} til ${to}`,
  synthetic: 'syntetiske tall',
  syntheticNote:
    'Tallene om enkeltkommuner er laget for demonstrasjon. Før nye svar kommer, er summene de samme som KORUS Sør har publisert; fordelingen på kommuner er oppdiktet.',
  publishedData: 'publiserte tall',
  publishedNote:
    'Runden inneholder bare tall som andre har publisert. For de andre kommunene er ingenting publisert. Det betyr ikke at de hadde null saker.',
  base: (reported: number, expected: number) =>
    `${number(reported)} av ${number(expected)} ${municipalities(expected)}`,
  populationShare: (part: number, whole: number) => `${share(part, whole)} av innbyggerne`,
  filterTitle: 'Velg hva du vil se',
  county: 'Fylke',
  all: 'Alle',
  show: 'Vis',
  reset: 'Vis alt',
  unknownFilter: (parameter: string, value: string) =>
    `Adressen ber om ${parameter} «${value}», som ikke finnes i denne runden. Derfor vises alt.`,
  selected: (choices: string) => `Utvalg: ${choices}`,
  whole: 'Hele runden',
  engine: {
    server: 'Regnet ut på serveren.',
    prepared: 'Hentet fra ferdige tall.',
    browser: 'Regnet ut i nettleseren din.',
    failed: 'Regnemotoren i nettleseren kom ikke i gang. Serveren svarer i stedet.',
    unreachable: 'Fikk ikke kontakt med serveren. Tallene under er fra forrige valg. Trykk «Vis» for å prøve igjen.'
  },
  headline: {
    answered: 'Kommuner som har svart',
    received: 'Mottatte saker',
    handled: 'Behandlede saker',
    under18: 'Saker med person under 18 år'
  },
  ofReceived: (part: number, whole: number) => `${share(part, whole)} av ${number(whole)} mottatte`,
  noFigure: 'ingen tall',
  withheld: 'vises ikke',
  withheldReason:
    'Tall på saker for et utvalg vises bare for rådgiverne i regionen. Velg «Alle» for å se summen for regionen.',
  notYetReason: 'Summen vises når runden er frosset og svarene ikke endres lenger.',
  tooFewReason: 'Færre enn tre kommuner har oppgitt tallet. Da vises det ikke.',
  partial: 'Summen gjelder bare kommunene som har svart. Ikke svart er ikke det samme som null.',
  findings: {
    answered: (answered: number, expected: number) =>
      `${sentenceCase(word(answered))} av ${word(expected)} ${municipalities(expected)} har svart`,
    received: (cases: number, reported: number) =>
      `${sentenceCase(word(reported))} ${municipalities(reported)} har ${receivedCases(cases)}${reported > 1 ? ' til sammen' : ''}`,
    receivedNone: 'Ingen kommuner i utvalget har oppgitt hvor mange saker de har mottatt',
    web: (yes: number, answered: number) =>
      `${sentenceCase(word(yes))} av ${word(answered)} ${municipalities(answered)} har informasjon på nettsiden`,
    category: (count: number, answered: number, label: string) =>
      `${sentenceCase(word(count))} av ${word(answered)} ${plural(answered, 'enhet', 'enheter')} er organisert under ${label.toLowerCase()}`,
    nobody: 'Ingen kommuner i utvalget har svart',
    statusMap: (missing: number) =>
      missing === 0
        ? 'Alle kommunene har svart'
        : `${sentenceCase(word(missing))} ${municipalities(missing)} har ikke svart`,
    webMap: (planned: number) =>
      planned === 0
        ? 'Ingen flere kommuner planlegger informasjon på nettsiden'
        : `${sentenceCase(word(planned))} ${municipalities(planned)} planlegger informasjon på nettsiden`
  },
  measures: {
    answered: 'Antall kommuner som har svart, av dem som er med i runden, etter fylke',
    received: 'Antall saker mottatt fra påtalemyndigheten i perioden, etter fylke',
    web: 'Antall kommuner etter om de har informasjon om enheten på nettsiden, etter fylke',
    organised: 'Antall kommuner etter hvor enheten er organisert, etter fylke',
    statusMap: 'Én sekskant er én kommune. Tykke linjer er fylkesgrenser. Plasseringen er skjematisk.',
    webMap: 'Én sekskant er én kommune, farget etter informasjon på nettsiden'
  },
  countsForAdvisers: 'Saker per fylke vises bare for rådgiverne i regionen, fordi små tall kan peke på enkeltpersoner.',
  showTable: 'Vis tallene i tabell',
  source: (round: string) => `Kilde: Regionspeil, ${round}. Befolkning: Statistisk sentralbyrå (NLOD).`,
  chart: {
    answered: 'har svart',
    notAnswered: 'ikke svart',
    answeredOf: (answered: number, expected: number) => `${number(answered)} av ${number(expected)}`,
    value: (value: number) => number(value),
    key: (label: string, total: number) => `${label}: ${number(total)}`,
    count: (count: number) => number(count),
    tile: (name: string, category: string) => `${name}: ${category.toLowerCase()}`
  },
  notAnswered: 'Ikke svart',
  notGiven: 'Vet ikke eller ikke oppgitt',
  answerStatus: noOther,
  outside: 'Utenfor utvalget',
  municipalities: 'Kommunene',
  municipality: 'Kommune',
  municipalitiesLead: (shown: number) => `${number(shown)} ${municipalities(shown)} i utvalget`,
  noMunicipalities: 'Ingen kommuner passer med valgene. Ta bort et valg for å se flere.',
  total: 'I alt',
  share: 'Andel',
  number: 'Antall',
  status: {
    reported: 'oppgitt',
    confirmed_none: 'bekreftet ingen',
    dont_know: 'vet ikke',
    not_applicable: 'ikke aktuelt',
    not_given: 'ikke oppgitt',
    covered_by_host: 'dekket av vertskommune',
    declined: 'vil ikke svare',
    missing: 'ikke svart',
    not_shown: 'vises ikke'
  },
  download: 'Last ned tallene som vises (CSV)',
  csv: {
    name: 'tall',
    figure: 'Tall',
    category: 'Kategori',
    area: 'Område',
    value: 'Verdi',
    status: 'Status',
    numerator: 'Teller',
    denominator: 'Nevner',
    reported: 'Kommuner med tall',
    expected: 'Kommuner i alt',
    population: 'Innbyggere',
    populationReported: 'Innbyggere i kommuner med tall',
    kind: 'Type tall',
    wholeRound: 'Hele runden',
    shown: 'vist',
    hidden: 'vises ikke',
    none: 'ingen tall'
  },
  published: {
    title: 'Det som er publisert før',
    lead: 'Her står tall andre har publisert, ved siden av våre, med sitat og kilde.',
    label: 'Tall',
    figure: 'Publisert',
    ours: 'Her',
    quote: 'Sitat',
    source: 'Kilde',
    noNumber: 'uten tall',
    range: (low: string, high: string) => `${low}–${high}`,
    notComparable: 'ikke målt her',
    usedHere: 'brukt her',
    checksTitle: 'Henger de publiserte tallene sammen?',
    holds: 'stemmer',
    contradicts: 'stemmer ikke',
    unclear: 'uklart'
  },
  howWeKnow: {
    title: 'Slik vet vi dette',
    text: 'Kommunene svarer selv på kartleggingen. Hvert tall står med hvor mange kommuner det bygger på. Kommuner som ikke har svart, regnes ikke som null, og summene er ikke regnet opp for å dekke dem.'
  }
};

/** A page of statistics; `publishedRound` stands in where nobody was asked and only published figures are known. */
export const statistics = {
  ...asked,
  publishedRound: {
    partial: 'Summen gjelder bare kommunene det finnes publiserte tall for. Ikke publisert er ikke det samme som null.',
    headline: { ...asked.headline, answered: 'Kommuner med publiserte tall' },
    findings: {
      ...asked.findings,
      answered: (known: number, expected: number) =>
        `${sentenceCase(word(known))} av ${word(expected)} ${municipalities(expected)} har publiserte tall`,
      nobody: 'Ingen kommuner i utvalget har publisert dette',
      statusMap: (missing: number) =>
        missing === 0
          ? 'Alle kommunene har publiserte tall'
          : `${sentenceCase(word(missing))} ${municipalities(missing)} har ikke publiserte tall`
    },
    measures: {
      ...asked.measures,
      answered: 'Antall kommuner med publiserte tall, av dem som er med i runden, etter fylke'
    },
    chart: { ...asked.chart, answered: 'har publiserte tall', notAnswered: 'ikke publisert' },
    notAnswered: 'Ikke publisert',
    notGiven: 'Ikke publisert av dem som har publisert andre tall',
    answerStatus: { answered: 'Publiserte tall', missing: 'Ikke publisert' } as Record<string, string>,
    status: { ...asked.status, not_given: 'ikke publisert', missing: 'ikke publisert' }
  }
};
