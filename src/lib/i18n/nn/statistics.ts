import { formatNumber, formatShare, numberInText, sentenceCase, type Gender } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');
const share = (part: number, whole: number) => formatShare(part, whole, 'nn') ?? '–';
const word = (value: number, gender: Gender = 'masculine') => numberInText(value, 'nn', gender);
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);
const municipalities = (value: number) => plural(value, 'kommune', 'kommunar');
const receivedCases = (value: number) =>
  value === 0 ? 'ikkje motteke nokon saker' : `motteke ${word(value, 'feminine')} ${plural(value, 'sak', 'saker')}`;

const asked: Omit<Messages['statistics'], 'publishedRound'> = {
  otherRounds: 'Andre rundar',
  indexTitle: 'Statistikk',
  indexLead: 'Rundane som er gjennomførte, region for region.',
  noRounds: 'Ingen rundar er opna enno.',
  title: (round: string) => `Rådgjevande einingar for russaker: ${round}`,
  period: (from: string, to: string) => `Periode: ${from} til ${to}`,
  synthetic: 'syntetiske tal',
  syntheticNote:
    'Tala om enkeltkommunar er laga for demonstrasjon. Før nye svar kjem, er summane dei same som KORUS Sør har publisert. Fordelinga på kommunar er oppdikta.',
  publishedData: 'publiserte tal',
  publishedNote:
    'Runden inneheld berre tal som andre har publisert. For dei andre kommunane er ingenting publisert. Det betyr ikkje at dei hadde null saker.',
  base: (reported: number, expected: number) =>
    `${number(reported)} av ${number(expected)} ${municipalities(expected)}`,
  populationShare: (part: number, whole: number) => `${share(part, whole)} av innbyggjarane`,
  filterTitle: 'Vel kva du vil sjå',
  county: 'Fylke',
  all: 'Alle',
  show: 'Vis',
  reset: 'Vis alt',
  unknownFilter: (parameter: string, value: string) =>
    `Adressa ber om ${parameter} «${value}», som ikkje finst i denne runden. Difor ser du alt.`,
  selected: (choices: string) => `Utval: ${choices}`,
  whole: 'Heile runden',
  engine: {
    server: 'Rekna ut på tenaren.',
    prepared: 'Henta frå ferdige tal.',
    browser: 'Rekna ut i nettlesaren din.',
    failed: 'Reknemotoren i nettlesaren kom ikkje i gang. Tenaren svarer i staden.',
    unreachable: 'Fekk ikkje kontakt med tenaren. Tala under er frå det førre valet. Trykk «Vis» for å prøve igjen.'
  },
  headline: {
    answered: 'Kommunar som har svart',
    received: 'Mottekne saker',
    handled: 'Behandla saker',
    under18: 'Saker med person under 18 år'
  },
  ofReceived: (part: number, whole: number) => `${share(part, whole)} av ${number(whole)} mottekne`,
  noFigure: 'ingen tal',
  withheld: 'blir ikkje vist',
  withheldReason:
    'Tal på saker for eit utval er berre synlege for rådgjevarane i regionen. Vel «Alle» for å sjå summen for regionen.',
  notYetReason: 'Summen blir vist når runden er frosen og svara ikkje blir endra lenger.',
  tooFewReason: 'Færre enn tre kommunar har oppgjeve talet. Då blir det ikkje vist.',
  partial: 'Summen gjeld berre kommunane som har svart. Ikkje svart er ikkje det same som null.',
  findings: {
    answered: (answered: number, expected: number) =>
      `${sentenceCase(word(answered))} av ${word(expected)} ${municipalities(expected)} har svart`,
    received: (cases: number, reported: number) =>
      `${sentenceCase(word(reported))} ${municipalities(reported)} har ${receivedCases(cases)}${reported > 1 ? ' til saman' : ''}`,
    receivedNone: 'Ingen kommunar i utvalet har oppgjeve kor mange saker dei har motteke',
    web: (yes: number, answered: number) =>
      `${sentenceCase(word(yes))} av ${word(answered)} ${municipalities(answered)} har informasjon på nettsida`,
    category: (count: number, answered: number, label: string) =>
      `${sentenceCase(word(count, 'feminine'))} av ${word(answered, 'feminine')} ${plural(answered, 'eining', 'einingar')} er ${plural(count, 'organisert', 'organiserte')} under ${label.toLowerCase()}`,
    nobody: 'Ingen kommunar i utvalet har svart',
    statusMap: (missing: number) =>
      missing === 0
        ? 'Alle kommunane har svart'
        : `${sentenceCase(word(missing))} ${municipalities(missing)} har ikkje svart`,
    webMap: (planned: number) =>
      planned === 0
        ? 'Ingen fleire kommunar planlegg informasjon på nettsida'
        : `${sentenceCase(word(planned))} ${municipalities(planned)} planlegg informasjon på nettsida`
  },
  measures: {
    answered: 'Talet på kommunar som har svart, av dei som er med i runden, etter fylke',
    received: 'Talet på saker mottekne frå påtalemakta i perioden, etter fylke',
    web: 'Talet på kommunar etter om dei har informasjon om eininga på nettsida, etter fylke',
    organised: 'Talet på kommunar etter kvar eininga er organisert, etter fylke',
    statusMap: 'Éin sekskant er éin kommune. Tjukke linjer er fylkesgrenser. Plasseringa er skjematisk.',
    webMap: 'Éin sekskant er éin kommune, farga etter informasjon på nettsida'
  },
  countsForAdvisers:
    'Saker per fylke er berre synlege for rådgjevarane i regionen, fordi små tal kan peike på enkeltpersonar.',
  showTable: 'Vis tala i tabell',
  source: (round: string) => `Kjelde: Regionspeil, ${round}. Folketal: Statistisk sentralbyrå (NLOD).`,
  chart: {
    answered: 'har svart',
    notAnswered: 'ikkje svart',
    answeredOf: (answered: number, expected: number) => `${number(answered)} av ${number(expected)}`,
    value: (value: number) => number(value),
    key: (label: string, total: number) => `${label}: ${number(total)}`,
    count: (count: number) => number(count),
    tile: (name: string, category: string) => `${name}: ${category.toLowerCase()}`
  },
  notAnswered: 'Ikkje svart',
  notGiven: 'Veit ikkje eller ikkje oppgjeve',
  answerStatus: {},
  outside: 'Utanfor utvalet',
  municipalities: 'Kommunane',
  municipality: 'Kommune',
  municipalitiesLead: (shown: number) => `${number(shown)} ${municipalities(shown)} i utvalet`,
  noMunicipalities: 'Ingen kommunar passar med vala. Ta bort eit val for å sjå fleire.',
  total: 'I alt',
  share: 'Del',
  number: 'Tal',
  status: {
    reported: 'oppgjeve',
    confirmed_none: 'stadfesta ingen',
    dont_know: 'veit ikkje',
    not_applicable: 'ikkje aktuelt',
    not_given: 'ikkje oppgjeve',
    covered_by_host: 'dekt av vertskommune',
    declined: 'vil ikkje svare',
    missing: 'ikkje svart',
    not_shown: 'blir ikkje vist'
  },
  download: 'Last ned tala du ser (CSV)',
  csv: {
    name: 'tal',
    figure: 'Tal',
    category: 'Kategori',
    area: 'Område',
    value: 'Verdi',
    status: 'Status',
    numerator: 'Teljar',
    denominator: 'Nemnar',
    reported: 'Kommunar med tal',
    expected: 'Kommunar i alt',
    population: 'Innbyggjarar',
    populationReported: 'Innbyggjarar i kommunar med tal',
    kind: 'Type tal',
    wholeRound: 'Heile runden',
    shown: 'vist',
    hidden: 'blir ikkje vist',
    none: 'ingen tal'
  },
  published: {
    title: 'Det som er publisert før',
    lead: 'Her står tal andre har publisert, ved sida av våre, med sitat og kjelde.',
    label: 'Tal',
    figure: 'Publisert',
    ours: 'Her',
    quote: 'Sitat',
    source: 'Kjelde',
    noNumber: 'utan tal',
    range: (low: string, high: string) => `${low}–${high}`,
    notComparable: 'ikkje målt her',
    usedHere: 'brukt her',
    checksTitle: 'Heng dei publiserte tala saman?',
    holds: 'stemmer',
    contradicts: 'stemmer ikkje',
    unclear: 'uklart'
  },
  howWeKnow: {
    title: 'Slik veit vi dette',
    text: 'Kommunane svarer sjølve på kartlegginga. Kvart tal står med kor mange kommunar det byggjer på. Kommunar som ikkje har svart, blir ikkje rekna som null, og summane er ikkje rekna opp for å dekkje dei.'
  }
};

export const statistics: Messages['statistics'] = {
  ...asked,
  publishedRound: {
    partial: 'Summen gjeld berre kommunane det finst publiserte tal for. Ikkje publisert er ikkje det same som null.',
    headline: { ...asked.headline, answered: 'Kommunar med publiserte tal' },
    findings: {
      ...asked.findings,
      answered: (known: number, expected: number) =>
        `${sentenceCase(word(known))} av ${word(expected)} ${municipalities(expected)} har publiserte tal`,
      nobody: 'Ingen kommunar i utvalet har publisert dette',
      statusMap: (missing: number) =>
        missing === 0
          ? 'Alle kommunane har publiserte tal'
          : `${sentenceCase(word(missing))} ${municipalities(missing)} har ikkje publiserte tal`
    },
    measures: {
      ...asked.measures,
      answered: 'Talet på kommunar med publiserte tal, av dei som er med i runden, etter fylke'
    },
    chart: { ...asked.chart, answered: 'har publiserte tal', notAnswered: 'ikkje publisert' },
    notAnswered: 'Ikkje publisert',
    notGiven: 'Ikkje publisert av dei som har publisert andre tal',
    answerStatus: { answered: 'Publiserte tal', missing: 'Ikkje publisert' },
    status: { ...asked.status, not_given: 'ikkje publisert', missing: 'ikkje publisert' }
  }
};
