import { formatNumber, numberInText } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const word = (value: number) => numberInText(value, 'nb');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

/** The workbench of an adviser. */
export const analysis = {
  link: 'Analyse',
  title: (round: string) => `Analyse: ${round}`,
  lead: 'Velg tall og hva kommunene skal sammenlignes etter. Adressen holder på valget, så du kan lagre den eller sende den til en kollega med samme tilgang.',
  pages: { label: 'Sider i analysen', figures: 'Tall', sql: 'Egne spørringer' },
  form: 'Velg hva du vil se',
  show: 'Vis',
  reset: 'Begynn på nytt',
  indicator: 'Tall',
  measure: 'Mål',
  measures: {
    count: 'antall',
    share: 'andel i prosent',
    rate: 'per 10\u00a0000 innbyggere',
    rate_15_to_17: 'per 10\u00a0000 innbyggere 15–17 år',
    rate_18_plus: 'per 10\u00a0000 innbyggere 18 år og over'
  },
  dimension: 'Sammenlign etter',
  columns: 'Del opp på tvers',
  noColumns: 'ikke del opp',
  dimensions: {
    county: 'fylke',
    municipality: 'kommune',
    population_class: 'innbyggertall',
    centrality: 'sentralitet',
    organised_under: 'hvor enheten er organisert',
    police_district: 'politidistrikt',
    county_governor: 'statsforvalter',
    korus_region: 'KORUS-region',
    own_group: 'egen gruppe'
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
  unknownArea: 'ikke oppgitt',
  beforeDivision: (name: string) => `${name} (før delingen)`,
  groupAreas: { group: 'Egen gruppe', others: 'De andre' },
  group: 'Kommuner i egen gruppe',
  groupHint: 'Kommunenummer med mellomrom eller komma, som 4204 4223',
  groupMissing: (narrow: string, field: string) =>
    `Du har ikke laget en egen gruppe ennå. Skriv kommunenumre i «${field}» under «${narrow}».`,
  rounds: 'Runder',
  narrow: 'Velg ut kommuner',
  filters: 'Bare kommuner i',
  county: 'Fylke',
  populationClass: 'Innbyggertall',
  organisedUnder: 'Organisert under',
  all: 'Alle',
  area: 'Område',
  whole: 'I alt',
  base: (reported: number, expected: number) =>
    `${number(reported)} av ${number(expected)} ${plural(expected, 'kommune', 'kommuner')}`,
  asked: (expected: number) => `${number(expected)} ${plural(expected, 'kommune', 'kommuner')}`,
  roundBase: (round: string, base: string) => `${round}: ${base}`,
  shortBase: (reported: number, expected: number) => `${number(reported)}\u00a0av\u00a0${number(expected)}`,
  baseColumn: 'Kommuner med tall',
  populationColumn: 'Innbyggere bak tallet',
  interval: '95 % intervall',
  intervalText: (low: string, high: string) => `${low}–${high}`,
  percent: (value: string) => `${value}\u00a0%`,
  withBase: (value: string, base: string) => `${value} (${base})`,
  noFigure: 'ingen tall',
  noShare: '–',
  finding: (indicator: string, dimension: string, whole: string) => `${indicator} etter ${dimension}: ${whole} i alt`,
  findingNone: (indicator: string) => `${indicator}: ingen i utvalget har oppgitt tallet`,
  findingWithheld: (indicator: string) => `${indicator}: tallet vises ikke for utvalget`,
  findingCategory: (indicator: string, dimension: string) => `${indicator} etter ${dimension}`,
  measureLine: (measure: string, round: string) => `${measure}, ${round}`,
  selection: (choices: string) => `Bare ${choices}`,
  tooFew: (few: number, areas: number) =>
    few === areas
      ? 'For få til å skille: det ventes færre enn fem i hvert område. Forskjeller kan være tilfeldige.'
      : `For få til å skille: ${word(few)} av ${word(areas)} områder har færre enn fem ventede. Forskjeller mellom dem kan være tilfeldige.`,
  grown: 'Saker med person under 18 år er trukket fra, i kommuner som har oppgitt begge tallene.',
  order: 'Rekkefølgen er fast og sier ikke hvem som har mest.',
  hosts:
    'En vertskommune har tallene til dem den svarer for. Raten dens er derfor regnet av innbyggerne i alle sammen, og de andre har ingen egen.',
  empty: 'Ingen kommuner passer med valgene. Ta bort et valg for å se flere.',
  unknown: (parameter: string, value: string) =>
    `Adressen ber om ${parameter} «${value}», som ikke kan brukes her. Resten av valget vises.`,
  notAcross:
    'En kommune hører til i bare ett område. Derfor kan kommuner verken deles opp på tvers eller stå på tvers.',
  byMunicipality: 'Sammenlign etter kommune i stedet',
  tooManyRounds: (most: number) =>
    `Landet viser høyst ${word(most)} runder om gangen. Du ser de nyeste av dem du har valgt.`,
  series: {
    title: 'Utvikling',
    finding: (round: string, before: string, after: string, same: number) =>
      `${round}: fra ${before} til ${after} i ${plural(same, 'kommunen', `de ${word(same)} kommunene`)} som har oppgitt tallet begge ganger`,
    none: 'Ingen kommuner har oppgitt tallet i to runder på rad. Da kan ingen endring leses.',
    round: 'Runde',
    total: 'I alt',
    base: 'Kommuner med tall',
    before: 'Samme kommuner, før',
    after: 'Samme kommuner, nå',
    same: 'Kommuner i begge',
    inDays: (figure: string, days: number) => `${figure} på ${number(days)} dager`,
    note: 'Summene bygger på ulike kommuner fra runde til runde. Endringen leses av de samme kommunene.',
    change: 'Endring',
    remark: 'Merknad',
    upFrom: (low: string) => `fra ${low} og opp`,
    told: (ratio: string, limits: string) =>
      `Endringen er større enn det tilfeldige utslag vanligvis gir: ${ratio} ganger så mange saker per innbygger og dag (95 % intervall ${limits}).`,
    untold: (ratio: string, limits: string) =>
      `Endringen kan skyldes tilfeldigheter: ${ratio} ganger så mange saker per innbygger og dag (95 % intervall ${limits}).`,
    toldFromNone: 'Endringen er større enn det tilfeldige utslag vanligvis gir: det var ingen saker før.',
    untoldFromNone: 'Endringen kan skyldes tilfeldigheter: det var ingen saker før.',
    otherDays: (before: number, after: number) =>
      `Periodene er ulike (${number(before)} og ${number(after)} dager). Derfor er endringen regnet per innbygger og dag.`,
    break: (names: string) => `brudd: ${names} er delt`,
    divided: (name: string, date: string, parts: string) =>
      `${name} ble delt ${date} i ${parts} og er ikke med blant de samme kommunene.`
  },
  showTable: 'Tabell',
  source: (rounds: string) => `Kilde: Regionspeil, ${rounds}. Befolkning: Statistisk sentralbyrå (NLOD).`,
  engine: {
    server: 'Regnet ut på serveren.',
    browser: 'Regnet ut i nettleseren din.',
    failed: 'Regnemotoren i nettleseren kom ikke i gang. Serveren svarer i stedet.'
  },
  csv: {
    indicator: 'Tall',
    measure: 'Mål',
    round: 'Runde',
    dimension: 'Sammenlignet etter',
    area: 'Område',
    part: 'Delt opp på tvers',
    category: 'Kategori',
    value: 'Verdi',
    low: 'Nedre grense',
    high: 'Øvre grense',
    status: 'Status',
    numerator: 'Teller',
    denominator: 'Nevner',
    reported: 'Kommuner med tall',
    expected: 'Kommuner i alt',
    population: 'Innbyggere',
    populationReported: 'Innbyggere i kommuner med tall',
    kind: 'Type tall',
    shown: 'vist',
    none: 'ingen tall'
  }
};
