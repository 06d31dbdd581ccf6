import { formatNumber } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');

/** The county governor's package for the yearly report. */
export const countyPackage: Messages['countyPackage'] = {
  link: 'Pakke til årsrapporten',
  title: (county) => `Rådgjevande einingar for russaker i ${county}`,
  heading: (county) => `Pakke til årsrapporten: ${county}`,
  lead: 'Her er det du treng til årsrapporten om fylket ditt. Sjå over, endre teksten og last ned.',
  choose: 'Vel innhald',
  county: 'Fylke',
  round: 'Runde',
  year: 'År for oppfølginga',
  audience: 'Til kven',
  audiences: { internal: 'Internt, alle tal', public: 'Offentleg, skjerma tal' },
  show: 'Vis pakken',
  noRounds: 'Ingen runde i fylket er avslutta enno. Når ein runde stengjer, kan du lage pakken her.',
  mark: { internal: 'Til intern bruk', public: 'Til publisering' },
  sheetMark: {
    internal: 'Til intern bruk. Tala er ikkje skjerma.',
    public: 'Til publisering. Tala er skjerma.'
  },
  means: {
    internal:
      'Til intern bruk hos statsforvaltaren. Tala er ikkje skjerma. Små tal kan vise kven ei sak gjeld, så del ikkje fila med andre.',
    public:
      'Til publisering. Tala er skjerma slik alle kan sjå dei. Det som gjeld éin kommune i oppfølginga, er ikkje med.'
  },
  files: 'Last ned',
  formats: { xlsx: 'Excel', docx: 'Word', pdf: 'PDF' },
  logged: 'Det blir ført i loggen at du lastar ned.',
  wrong: 'Rett dei raude setningane og lagre. Då kan du laste ned pakken.',
  preview: 'Slik blir pakken',
  page: (mark, page, pages) => `${mark} · Side ${number(page)} av ${number(pages)}`,
  source: (round) =>
    `Kjelde: Regionspeil, ${round}, og oppfølginga til statsforvaltaren. Folketal: Statistisk sentralbyrå (NLOD).`,
  made: (date) => `Laga ${date}`,
  editor: {
    heading: 'Teksten',
    lead: 'Skriv éi setning på kvar linje. Tala i krøllparentes følgjer dataa. Ei setning som seier noko anna enn tala for fylket, blir raud.',
    saved: 'Teksten er lagra.',
    save: 'Lagre teksten',
    places: (county) => `Tal for ${county}`
  },
  text: 'Det viktigaste',
  figures: {
    heading: (round) => `Tal frå ${round}`,
    cases: 'Saker i fylket',
    figure: 'Tal',
    value: 'Verdi (95 % intervall)',
    behind: 'Kommunar med tal',
    inhabitants: 'Del av innbyggjarane',
    rate: (name) => `${name} per 10 000 innbyggjarar`,
    share: (name, base) => `${name}, del av ${base}`,
    answer: 'Svar',
    municipalities: 'Kommunar',
    category: (name, base) => `${name} (${base})`,
    notReleased:
      'Sakstala for fylket er ikkje publiserte i noka utgiving av denne runden. Difor står dei ikkje her. Dei kan berre stå i ein pakke til intern bruk.',
    fromRelease: (version) => `Tala er frå utgivinga av runden, versjon ${number(version)}.`
  },
  rounds: {
    heading: 'Alle avslutta rundar',
    caption: 'Runde for runde',
    round: 'Runde',
    period: 'Periode',
    answered: 'Har svart',
    received: 'Mottekne saker',
    rate: 'Per 10 000 innbyggjarar',
    handled: 'Behandla saker',
    web: 'Har informasjon på nettsida',
    kind: 'Type tal',
    of: (part, reported, expected) => `${part} (${number(reported)} av ${number(expected)})`,
    means: 'I parentes står kor mange av kommunane talet byggjer på.',
    notReleased: 'ikkje publisert'
  },
  duties: {
    heading: (round) => `Plikter i orden etter ${round}`,
    caption: 'Kommunar med plikta i orden',
    duty: 'Plikt',
    yes: 'I orden',
    planned: 'Planlagd',
    no: 'Manglar',
    unknown: 'Ikkje oppgitt',
    base: 'Av kommunar som har svart',
    of: (part, whole) => `${number(part)} av ${number(whole)}`,
    notAsked: 'ikkje spurt',
    towns: 'Pliktene, kommune for kommune',
    noAnswer: 'ikkje svart'
  },
  promises: {
    heading: 'Lovnader',
    all: (kept, of) =>
      of === 0
        ? 'Ingen lovnader har forfalle enno.'
        : `${number(kept)} av ${number(of)} lovnader som har forfalle, er haldne.`,
    year: (kept, of, year) =>
      of === 0
        ? `Ingen lovnader hadde frist i ${year} og har forfalle.`
        : `Av dei som hadde frist i ${year}, er ${number(kept)} av ${number(of)} haldne.`,
    table: 'Lovnadene, kommune for kommune',
    about: 'Kva det gjeld',
    due: 'Frist',
    state: 'Status'
  },
  contacts: {
    heading: (year) => `Kontakten statsforvaltaren har hatt med kommunane i ${year}`,
    count: (contacts, towns, of) =>
      contacts === 0
        ? 'Ingen kontakt er ført i loggen.'
        : `${contacts === 1 ? 'Éin kontakt' : `${number(contacts)} kontaktar`} med ${number(towns)} av ${number(of)} kommunar.`,
    only: 'Berre dag og type står her, ikkje kva de snakka om.',
    caption: 'Kontakt, dag for dag',
    day: 'Dag',
    kind: 'Type'
  },
  web: {
    heading: 'Nettsidene',
    none: 'Ingen nettsider er sjekka.',
    count: (named, checked, of) =>
      `${number(named)} av ${number(checked)} sjekka sider svarer og nemner eininga. ${number(checked)} av ${number(of)} kommunar er sjekka.`,
    caption: 'Side for side',
    found: 'Kva som vart funne'
  },
  referrals: 'Tilvist og motteke',
  definitions: {
    heading: 'Slik er tala definerte',
    name: 'Tal',
    means: 'Definisjon',
    answered:
      'Kommunar i runden, etter om dei har svart sjølve, er dekte av ein vertskommune, ikkje vil svare eller manglar.',
    base: 'Kommunar med tal',
    baseMeans:
      'Kor mange av kommunane i fylket som har oppgjeve talet. Ein kommune som ikkje har svart, er ikkje null.',
    rate: 'Per 10 000 innbyggjarar',
    kept: 'Haldne lovnader',
    keptMeans:
      'Lovnader som er haldne, av dei som er haldne, brotne eller har passert fristen. Lovnader som er trekte, er ikkje med.'
  },
  sheets: {
    about: 'Om pakken',
    text: 'Tekst',
    figures: 'Tal',
    rounds: 'Rundar',
    duties: 'Plikter',
    promises: 'Lovnader',
    contacts: 'Kontakt',
    web: 'Nettsider',
    referrals: 'Tilvist og motteke'
  },
  columns: {
    category: 'Svar',
    measure: 'Mål',
    value: 'Verdi',
    low: 'Nedre grense (95 %)',
    high: 'Øvre grense (95 %)',
    status: 'Status',
    reported: 'Kommunar med tal',
    expected: 'Kommunar i alt',
    populationReported: 'Innbyggjarar i kommunar med tal',
    population: 'Innbyggjarar i alt',
    municipality: 'Kommune',
    number: 'Kommunenummer'
  },
  template: [
    '{kommunar som har svart|tal} av {kommunar i runden} i fylket har svart på kartlegginga.',
    'Dei rådgjevande einingane har teke imot {mottekne saker} frå påtalemakta, {mottekne saker|rate}.',
    '{behandla saker} er behandla, altså at personen har møtt eininga minst éin gong.',
    '{informasjon på nettsida: ja|ord} har informasjon om eininga på nettsida.',
    'Vi har hatt {kontaktar med kommunane|ord}.',
    'Av {forfalne lovnader} er {haldne lovnader|tal} haldne.'
  ]
};
