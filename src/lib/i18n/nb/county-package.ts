import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');

/** The county governor's package for the yearly report. */
export const countyPackage = {
  link: 'Pakke til årsrapporten',
  title: (county: string) => `Rådgivende enheter for russaker i ${county}`,
  heading: (county: string) => `Pakke til årsrapporten: ${county}`,
  lead: 'Her er det du trenger til årsrapporten om fylket ditt. Se over, endre teksten og last ned.',
  choose: 'Velg innhold',
  county: 'Fylke',
  round: 'Runde',
  year: 'År for oppfølgingen',
  audience: 'Til hvem',
  audiences: { internal: 'Internt, alle tall', public: 'Offentlig, skjermede tall' },
  show: 'Vis pakken',
  noRounds: 'Ingen runde i fylket er avsluttet ennå. Når en runde stenger, kan du lage pakken her.',
  mark: { internal: 'Til intern bruk', public: 'Til publisering' },
  sheetMark: {
    internal: 'Til intern bruk. Tallene er ikke skjermet.',
    public: 'Til publisering. Tallene er skjermet.'
  },
  means: {
    internal:
      'Til intern bruk hos statsforvalteren. Tallene er ikke skjermet. Små tall kan vise hvem en sak gjelder, så del ikke fila med andre.',
    public:
      'Til publisering. Tallene er skjermet slik alle kan se dem. Det som gjelder én kommune i oppfølgingen, er ikke med.'
  },
  files: 'Last ned',
  formats: { xlsx: 'Excel', docx: 'Word', pdf: 'PDF' },
  logged: 'Det blir ført i loggen at du laster ned.',
  wrong: 'Rett de røde setningene og lagre. Da kan du laste ned pakken.',
  preview: 'Slik blir pakken',
  page: (mark: string, page: number, pages: number) => `${mark} · Side ${number(page)} av ${number(pages)}`,
  source: (round: string) =>
    `Kilde: Regionspeil, ${round}, og statsforvalterens oppfølging. Befolkning: Statistisk sentralbyrå (NLOD).`,
  made: (date: string) => `Laget ${date}`,
  editor: {
    heading: 'Teksten',
    lead: 'Skriv én setning på hver linje. Tallene i krøllparentes følger dataene. En setning som sier noe annet enn tallene for fylket, blir rød.',
    saved: 'Teksten er lagret.',
    save: 'Lagre teksten',
    places: (county: string) => `Tall for ${county}`
  },
  text: 'Det viktigste',
  figures: {
    heading: (round: string) => `Tall fra ${round}`,
    cases: 'Saker i fylket',
    figure: 'Tall',
    value: 'Verdi (95 % intervall)',
    behind: 'Kommuner med tall',
    inhabitants: 'Del av innbyggerne',
    rate: (name: string) => `${name} per 10 000 innbyggere`,
    share: (name: string, base: string) => `${name}, andel av ${base}`,
    answer: 'Svar',
    municipalities: 'Kommuner',
    category: (name: string, base: string) => `${name} (${base})`,
    notReleased:
      'Sakstallene for fylket er ikke publisert i noen utgivelse av denne runden. Derfor står de ikke her. De kan bare stå i en pakke til intern bruk.',
    fromRelease: (version: number) => `Tallene er fra utgivelsen av runden, versjon ${number(version)}.`
  },
  rounds: {
    heading: 'Alle avsluttede runder',
    caption: 'Runde for runde',
    round: 'Runde',
    period: 'Periode',
    answered: 'Har svart',
    received: 'Mottatte saker',
    rate: 'Per 10 000 innbyggere',
    handled: 'Behandlede saker',
    web: 'Har informasjon på nettsiden',
    kind: 'Type tall',
    of: (part: string, reported: number, expected: number) => `${part} (${number(reported)} av ${number(expected)})`,
    means: 'I parentes står hvor mange av kommunene tallet bygger på.',
    notReleased: 'ikke publisert'
  },
  duties: {
    heading: (round: string) => `Plikter i orden etter ${round}`,
    caption: 'Kommuner med plikten i orden',
    duty: 'Plikt',
    yes: 'I orden',
    planned: 'Planlagt',
    no: 'Mangler',
    unknown: 'Ikke oppgitt',
    base: 'Av kommuner som har svart',
    of: (part: number, whole: number) => `${number(part)} av ${number(whole)}`,
    notAsked: 'ikke spurt',
    towns: 'Pliktene, kommune for kommune',
    noAnswer: 'ikke svart'
  },
  promises: {
    heading: 'Løfter',
    all: (kept: number, of: number) =>
      of === 0
        ? 'Ingen løfter har forfalt ennå.'
        : `${number(kept)} av ${number(of)} løfter som har forfalt, er holdt.`,
    year: (kept: number, of: number, year: number) =>
      of === 0
        ? `Ingen løfter hadde frist i ${year} og har forfalt.`
        : `Av dem som hadde frist i ${year}, er ${number(kept)} av ${number(of)} holdt.`,
    table: 'Løftene, kommune for kommune',
    about: 'Hva det gjelder',
    due: 'Frist',
    state: 'Status'
  },
  contacts: {
    heading: (year: number) => `Statsforvalterens kontakt med kommunene i ${year}`,
    count: (contacts: number, towns: number, of: number) =>
      contacts === 0
        ? 'Ingen kontakt er ført i loggen.'
        : `${contacts === 1 ? 'Én kontakt' : `${number(contacts)} kontakter`} med ${number(towns)} av ${number(of)} kommuner.`,
    only: 'Bare dag og type står her, ikke hva dere snakket om.',
    caption: 'Kontakt, dag for dag',
    day: 'Dag',
    kind: 'Type'
  },
  web: {
    heading: 'Nettsidene',
    none: 'Ingen nettsider er sjekket.',
    count: (named: number, checked: number, of: number) =>
      `${number(named)} av ${number(checked)} sjekkede sider svarer og nevner enheten. ${number(checked)} av ${number(of)} kommuner er sjekket.`,
    caption: 'Side for side',
    found: 'Hva som ble funnet'
  },
  referrals: 'Henvist og mottatt',
  definitions: {
    heading: 'Slik er tallene definert',
    name: 'Tall',
    means: 'Definisjon',
    answered:
      'Kommuner i runden, etter om de har svart selv, er dekket av en vertskommune, vil ikke svare eller mangler.',
    base: 'Kommuner med tall',
    baseMeans: 'Hvor mange av kommunene i fylket som har oppgitt tallet. En kommune som ikke har svart, er ikke null.',
    rate: 'Per 10 000 innbyggere',
    kept: 'Holdte løfter',
    keptMeans:
      'Løfter som er holdt, av dem som er holdt, brutt eller har passert fristen. Løfter som er trukket, er ikke med.'
  },
  sheets: {
    about: 'Om pakken',
    text: 'Tekst',
    figures: 'Tall',
    rounds: 'Runder',
    duties: 'Plikter',
    promises: 'Løfter',
    contacts: 'Kontakt',
    web: 'Nettsider',
    referrals: 'Henvist og mottatt'
  },
  columns: {
    category: 'Svar',
    measure: 'Mål',
    value: 'Verdi',
    low: 'Nedre grense (95 %)',
    high: 'Øvre grense (95 %)',
    status: 'Status',
    reported: 'Kommuner med tall',
    expected: 'Kommuner i alt',
    populationReported: 'Innbyggere i kommuner med tall',
    population: 'Innbyggere i alt',
    municipality: 'Kommune',
    number: 'Kommunenummer'
  },
  template: [
    '{kommuner som har svart|tall} av {kommuner i runden} i fylket har svart på kartleggingen.',
    'De rådgivende enhetene har mottatt {mottatte saker} fra påtalemyndigheten, {mottatte saker|rate}.',
    '{behandlede saker} er behandlet, altså at personen har møtt enheten minst én gang.',
    '{informasjon på nettsiden: ja|ord} har informasjon om enheten på nettsiden.',
    'Vi har hatt {kontakter med kommunene|ord}.',
    'Av {forfalte løfter} er {holdte løfter|tall} holdt.'
  ]
};
