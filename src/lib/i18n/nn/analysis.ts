import { formatNumber, numberInText } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');
const word = (value: number) => numberInText(value, 'nn');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

/** The workbench of an adviser. */
export const analysis: Messages['analysis'] = {
  link: 'Analyse',
  title: (round: string) => `Analyse: ${round}`,
  lead: 'Vel tal og kva kommunane skal samanliknast etter. Adressa held på valet, så du kan lagre ho eller sende ho til ein kollega med same tilgang.',
  pages: { label: 'Sider i analysen', figures: 'Tal', sql: 'Eigne spørjingar' },
  form: 'Vel kva du vil sjå',
  show: 'Vis',
  reset: 'Begynn på nytt',
  indicator: 'Tal',
  measure: 'Mål',
  measures: {
    count: 'antal',
    share: 'del i prosent',
    rate: 'per 10\u00a0000 innbyggjarar',
    rate_15_to_17: 'per 10\u00a0000 innbyggjarar 15–17 år',
    rate_18_plus: 'per 10\u00a0000 innbyggjarar 18 år og over'
  },
  dimension: 'Samanlikn etter',
  columns: 'Del opp på tvers',
  noColumns: 'ikkje del opp',
  dimensions: {
    county: 'fylke',
    municipality: 'kommune',
    population_class: 'innbyggjartal',
    centrality: 'sentralitet',
    organised_under: 'kvar eininga er organisert',
    police_district: 'politidistrikt',
    county_governor: 'statsforvaltar',
    korus_region: 'KORUS-region',
    own_group: 'eiga gruppe'
  },
  populationClasses: {
    under_2000: 'under 2\u00a0000',
    '2000_4999': '2\u00a0000–4\u00a0999',
    '5000_9999': '5\u00a0000–9\u00a0999',
    '10000_19999': '10\u00a0000–19\u00a0999',
    '20000_49999': '20\u00a0000–49\u00a0999',
    from_50000: '50\u00a0000 og over'
  },
  centrality: (level: number) =>
    level === 1
      ? 'sentralitet 1 (mest sentral)'
      : level === 6
        ? 'sentralitet 6 (minst sentral)'
        : `sentralitet ${level}`,
  unknownArea: 'ikkje oppgitt',
  beforeDivision: (name: string) => `${name} (før delinga)`,
  groupAreas: { group: 'Eiga gruppe', others: 'Dei andre' },
  group: 'Kommunar i eiga gruppe',
  groupHint: 'Kommunenummer med mellomrom eller komma, slik som 4204 4223',
  groupMissing: (narrow: string, field: string) =>
    `Du har ikkje laga ei eiga gruppe enno. Skriv kommunenummer i «${field}» under «${narrow}».`,
  rounds: 'Rundar',
  narrow: 'Vel ut kommunar',
  filters: 'Berre kommunar i',
  county: 'Fylke',
  populationClass: 'Innbyggjartal',
  organisedUnder: 'Organisert under',
  all: 'Alle',
  area: 'Område',
  whole: 'I alt',
  base: (reported: number, expected: number) =>
    `${number(reported)} av ${number(expected)} ${plural(expected, 'kommune', 'kommunar')}`,
  asked: (expected: number) => `${number(expected)} ${plural(expected, 'kommune', 'kommunar')}`,
  roundBase: (round: string, base: string) => `${round}: ${base}`,
  shortBase: (reported: number, expected: number) => `${number(reported)}\u00a0av\u00a0${number(expected)}`,
  baseColumn: 'Kommunar med tal',
  populationColumn: 'Innbyggjarar bak talet',
  interval: '95 % intervall',
  intervalText: (low: string, high: string) => `${low}–${high}`,
  percent: (value: string) => `${value}\u00a0%`,
  withBase: (value: string, base: string) => `${value} (${base})`,
  noFigure: 'ingen tal',
  noShare: '–',
  finding: (indicator: string, dimension: string, whole: string) => `${indicator} etter ${dimension}: ${whole} i alt`,
  findingNone: (indicator: string) => `${indicator}: ingen i utvalet har oppgitt talet`,
  findingWithheld: (indicator: string) => `${indicator}: talet blir ikkje vist for utvalet`,
  findingCategory: (indicator: string, dimension: string) => `${indicator} etter ${dimension}`,
  measureLine: (measure: string, round: string) => `${measure}, ${round}`,
  selection: (choices: string) => `Berre ${choices}`,
  tooFew: (few: number, areas: number) =>
    few === areas
      ? 'For få til å skilje: det er venta færre enn fem i kvart område. Forskjellar kan vere tilfeldige.'
      : `For få til å skilje: ${word(few)} av ${word(areas)} område har færre enn fem venta. Forskjellar mellom dei kan vere tilfeldige.`,
  grown: 'Saker med person under 18 år er trekte frå, i kommunar som har oppgjeve begge tala.',
  order: 'Rekkjefølgja er fast og seier ikkje kven som har mest.',
  hosts:
    'Ein vertskommune har tala til dei han svarer for. Raten hans er derfor rekna av innbyggjarane i alle saman, og dei andre har ingen eigen.',
  empty: 'Ingen kommunar passar med vala. Ta bort eit val for å sjå fleire.',
  unknown: (parameter: string, value: string) =>
    `Adressa ber om ${parameter} «${value}», som ikkje kan brukast her. Resten av valet blir vist.`,
  notAcross:
    'Ein kommune høyrer til i berre eitt område. Derfor kan kommunar verken delast opp på tvers eller stå på tvers.',
  byMunicipality: 'Samanlikn etter kommune i staden',
  tooManyRounds: (most: number) =>
    `Landet viser høgst ${word(most)} rundar om gongen. Du ser dei nyaste av dei du har valt.`,
  series: {
    title: 'Utvikling',
    finding: (round: string, before: string, after: string, same: number) =>
      `${round}: frå ${before} til ${after} i ${plural(same, 'kommunen', `dei ${word(same)} kommunane`)} som har oppgitt talet begge gongene`,
    none: 'Ingen kommunar har oppgitt talet i to rundar på rad. Då kan inga endring lesast.',
    round: 'Runde',
    total: 'I alt',
    base: 'Kommunar med tal',
    before: 'Same kommunar, før',
    after: 'Same kommunar, no',
    same: 'Kommunar i begge',
    inDays: (figure: string, days: number) => `${figure} på ${number(days)} dagar`,
    note: 'Summane byggjer på ulike kommunar frå runde til runde. Endringa blir lesen av dei same kommunane.',
    change: 'Endring',
    remark: 'Merknad',
    upFrom: (low: string) => `frå ${low} og opp`,
    told: (ratio: string, limits: string) =>
      `Endringa er større enn det tilfeldige utslag vanlegvis gir: ${ratio} gonger så mange saker per innbyggjar og dag (95 % intervall ${limits}).`,
    untold: (ratio: string, limits: string) =>
      `Endringa kan vere tilfeldig: ${ratio} gonger så mange saker per innbyggjar og dag (95 % intervall ${limits}).`,
    toldFromNone: 'Endringa er større enn det tilfeldige utslag vanlegvis gir: det var ingen saker før.',
    untoldFromNone: 'Endringa kan vere tilfeldig: det var ingen saker før.',
    otherDays: (before: number, after: number) =>
      `Periodane er ulike (${number(before)} og ${number(after)} dagar). Difor er endringa rekna per innbyggjar og dag.`,
    break: (names: string) => `brot: ${names} er delt`,
    divided: (name: string, date: string, parts: string) =>
      `${name} vart delt ${date} i ${parts} og er ikkje med blant dei same kommunane.`
  },
  showTable: 'Tabell',
  source: (rounds: string) => `Kjelde: Regionspeil, ${rounds}. Folketal: Statistisk sentralbyrå (NLOD).`,
  engine: {
    server: 'Rekna ut på serveren.',
    browser: 'Rekna ut i nettlesaren din.',
    failed: 'Reknemotoren i nettlesaren kom ikkje i gang. Serveren svarer i staden.'
  },
  csv: {
    indicator: 'Tal',
    measure: 'Mål',
    round: 'Runde',
    dimension: 'Samanlikna etter',
    area: 'Område',
    part: 'Delt opp på tvers',
    category: 'Kategori',
    value: 'Verdi',
    low: 'Nedre grense',
    high: 'Øvre grense',
    status: 'Status',
    numerator: 'Teljar',
    denominator: 'Nemnar',
    reported: 'Kommunar med tal',
    expected: 'Kommunar i alt',
    population: 'Innbyggjarar',
    populationReported: 'Innbyggjarar i kommunar med tal',
    kind: 'Type tal',
    shown: 'vist',
    none: 'ingen tal'
  }
};
