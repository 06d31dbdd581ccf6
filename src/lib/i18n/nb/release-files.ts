import { formatNumber, formatShare } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

/** The name of a column, and what it holds. */
type ColumnText = { title: string; means: string };

/** Texts of the files of a release: reports, tables, pictures and the page that offers them. */
export const releaseFiles = {
  version: (value: number) => `Versjon ${number(value)}`,
  subtitle: (round: string, from: string, to: string) => `${round} · ${from} til ${to}`,
  source: (round: string, version: number, address: string) =>
    `Regionspeil, ${round}, versjon ${number(version)}. Befolkning: Statistisk sentralbyrå (NLOD). ${address}`,
  sourceLine: (source: string) => `Kilde: ${source}`,
  base: (part: number, whole: number) => `${number(part)} av ${number(whole)} ${plural(whole, 'kommune', 'kommuner')}`,
  of: (part: number, whole: number) => `${number(part)} av ${number(whole)}`,
  inhabitants: (part: number, whole: number) => `${formatShare(part, whole, 'nb') ?? '–'} av innbyggerne`,
  interval: (value: string, low: string, high: string) => `${value} (${low}–${high})`,
  formats: {
    csv: { label: 'CSV', means: 'Tallene som ren tekst, for R, Python og andre programmer.' },
    'csv-excel': { label: 'CSV for norsk Excel', means: 'Semikolon og desimalkomma. Åpnes rett i Excel.' },
    xlsx: { label: 'Excel', means: 'Arbeidsbok med tall, merknader og en leseveiledning.' },
    'json-stat': { label: 'JSON-stat', means: 'Tabellene i formatet som statistikkbanker bruker.' },
    parquet: { label: 'Parquet', means: 'For DuckDB, R og Python.' },
    'data-package': { label: 'Datapakke', means: 'Beskriver hver kolonne i CSV-filene for programmer.' },
    svg: { label: 'Figurer som SVG', means: 'Skarpe i alle størrelser.' },
    png: { label: 'Figurer som PNG', means: 'For presentasjoner og nettsider.' },
    docx: { label: 'Word', means: 'Rapporten, til å arbeide videre med.' },
    pdf: { label: 'PDF', means: 'Rapporten til lesing og utskrift, også med skjermleser.' },
    archive: { label: 'Alt i én fil', means: 'Åpnes uten nett og har alle filene i seg.' }
  },
  sections: {
    correction: 'Rettet siden forrige versjon',
    findings: 'Det viktigste',
    pictures: 'Figurer',
    figures: 'Tall',
    municipalities: 'Kommunene',
    estimates: 'Anslag',
    footnotes: 'Merknader',
    symbols: 'Tegn i tabellene',
    method: 'Slik er tallene laget',
    about: 'Om utgivelsen'
  },
  about: {
    region: 'Region',
    round: 'Runde',
    period: 'Periode',
    version: 'Versjon',
    kind: 'Type tall',
    source: 'Kilde',
    address: 'Fast adresse',
    made: 'Laget',
    questionnaire: 'Skjema',
    method: 'Regler for hva som vises',
    code: 'Programversjon'
  },
  status: {
    shown: 'vist',
    hidden: 'vises ikke av hensyn til personvern',
    missing: 'ikke svart',
    not_applicable: 'ikke aktuelt'
  },
  symbols: {
    '0': 'null: kommunene har bekreftet at det ikke var noen',
    ':': 'tallet finnes, men vises ikke av hensyn til personvern',
    '..': 'ingen har svart. Det er ikke det samme som null',
    '.': 'tallet er ikke aktuelt her'
  },
  blank: 'I datafilene er verdien tom når tallet mangler. Tegnet står da i kolonnen «status».',
  method: {
    asked:
      'Kommunene svarer selv på kartleggingen. Hvert tall står med hvor mange kommuner det bygger på, og hvor stor del av innbyggerne de har.',
    published: 'Runden inneholder bare tall som andre har publisert.',
    missing: 'En kommune som ikke har svart, regnes ikke som null. Summene er ikke regnet opp for å dekke den.',
    hidden:
      'Tall på fra 0 til 4 saker vises ikke, og heller ikke tall som kan røpe dem. Alle har samme tegn, så tegnet sier ikke hvor stort tallet er.',
    host: 'Når en vertskommune svarer for flere, står alle bak tallet.',
    share: 'Andeler står med 95 % intervall (Wilson). Intervallet viser hva tilfeldigheter alene kan gi.',
    rate: 'Saker per 10 000 innbyggere står med 95 % intervall (Garwood).',
    synthetic: 'Tallene er syntetiske: de er laget for demonstrasjon og sier ikke noe om virkelige kommuner.'
  },
  measures: {
    count: 'Antall',
    share: 'Andel',
    rate: 'Per 10 000 innbyggere',
    shareOf: (base: string) => `Andel av ${base}`
  },
  metrics: {
    antall: 'Antall',
    andel: 'Andel, 0 til 1',
    andel_nedre: 'Andel, nedre grense i 95 % intervall',
    andel_oevre: 'Andel, øvre grense i 95 % intervall',
    rate: 'Saker per 10 000 innbyggere',
    rate_nedre: 'Saker per 10 000 innbyggere, nedre grense i 95 % intervall',
    rate_oevre: 'Saker per 10 000 innbyggere, øvre grense i 95 % intervall',
    kommuner_svart: 'Kommuner som har oppgitt tallet',
    kommuner: 'Kommuner i alt',
    innbyggere_svart: 'Innbyggere i kommuner som har oppgitt tallet',
    innbyggere: 'Innbyggere i alt'
  },
  units: {
    cases: 'saker',
    municipalities: 'kommuner',
    share: 'andel',
    rate: 'saker per 10 000 innbyggere',
    inhabitants: 'innbyggere'
  },
  dimensions: { indicator: 'Tall', category: 'Kategori', area: 'Område', measure: 'Mål', round: 'Runde' },
  casesTable: 'Saker etter område og mål',
  categoryTable: (indicator: string) => `${indicator}: kommuner etter område`,
  municipalityTable: 'Svar og ordning, kommune for kommune',
  areaTypes: { korus_region: 'KORUS-region', county: 'fylke', municipality: 'kommune' },
  kinds: { reported: 'oppgitte tall', synthetic: 'syntetiske tall', published: 'publiserte tall' },
  tables: { tall: 'Tall', kommuner: 'Kommuner', anslag: 'Anslag' },
  columns: {
    indikator: { title: 'Tall (kode)', means: 'Koden for det som er talt.' },
    indikator_tekst: { title: 'Tall', means: 'Hva som er talt.' },
    kategori: { title: 'Kategori (kode)', means: 'Koden for svaret. Tom for antall saker.' },
    kategori_tekst: { title: 'Kategori', means: 'Svaret kommunene er fordelt etter.' },
    omraade_type: { title: 'Type område', means: 'KORUS-region, fylke eller kommune.' },
    omraade: { title: 'Område (kode)', means: 'Regionens kode, fylkesnummer eller kommunenummer.' },
    omraade_tekst: { title: 'Område', means: 'Navnet på området.' },
    maal: { title: 'Mål (kode)', means: 'count er antall, share er andel fra 0 til 1, rate er per 10 000 innbyggere.' },
    maal_tekst: { title: 'Mål', means: 'Hvordan tallet er regnet.' },
    andel_av: { title: 'Andel av (kode)', means: 'Koden for det andelen er regnet av.' },
    verdi: { title: 'Verdi', means: 'Tallet. Tomt når det mangler; se status.' },
    nedre: { title: 'Nedre grense', means: 'Nedre grense i 95 % intervall.' },
    oevre: { title: 'Øvre grense', means: 'Øvre grense i 95 % intervall.' },
    status: { title: 'Status', means: 'Tom når tallet vises. Ellers :, .. eller . – se tegnene.' },
    status_tekst: { title: 'Status med ord', means: 'Det samme med ord.' },
    kommuner_svart: { title: 'Kommuner med tall', means: 'Hvor mange kommuner som har oppgitt tallet.' },
    kommuner: { title: 'Kommuner i alt', means: 'Hvor mange kommuner området har.' },
    innbyggere_svart: {
      title: 'Innbyggere i kommuner med tall',
      means: 'Innbyggere i kommuner som har oppgitt tallet.'
    },
    innbyggere: { title: 'Innbyggere', means: 'Innbyggere i området.' },
    kommunenummer: { title: 'Kommunenummer', means: 'Fire sifre. Første siffer kan være 0.' },
    kommune: { title: 'Kommune', means: 'Navnet på kommunen.' },
    fylke: { title: 'Fylke (nummer)', means: 'Fylkesnummer.' },
    fylke_tekst: { title: 'Fylke', means: 'Navnet på fylket.' },
    svar: { title: 'Svar (kode)', means: 'Koden for om kommunen har svart.' },
    svar_tekst: { title: 'Svar', means: 'Om kommunen har svart.' },
    vertskommune: { title: 'Vertskommune', means: 'Nummeret til kommunen som svarer for den.' },
    nettadresse: { title: 'Nettadresse', means: 'Siden der kommunen forteller om enheten.' },
    observert: { title: 'Talt', means: 'Antallet som er talt. Tomt når det ikke vises.' },
    metode: { title: 'Metode (kode)', means: 'Koden for hvordan anslaget er laget.' },
    metode_tekst: { title: 'Metode', means: 'Hvordan anslaget er laget, med ord.' },
    anslag: { title: 'Anslag', means: 'Anslaget for alle kommunene.' },
    begrunnelse: { title: 'Begrunnelse', means: 'Hvorfor denne metoden er valgt.' },
    vurdert_av: { title: 'Vurdert av', means: 'Hvem som har signert anslaget.' },
    runde: { title: 'Runde', means: 'Kartleggingen tallet er fra.' },
    periode_fra: { title: 'Periode fra', means: 'Første dag i perioden (ISO 8601).' },
    periode_til: { title: 'Periode til', means: 'Siste dag i perioden (ISO 8601).' },
    datatype: { title: 'Type tall', means: 'Om tallene er oppgitt av kommunene, publisert av andre eller syntetiske.' },
    versjon: { title: 'Versjon', means: 'Versjonen av utgivelsen.' }
  } satisfies Record<string, ColumnText>,
  factCode: { title: (indicator: string) => `${indicator} (kode)`, means: 'Koden for kommunens svar.' },
  factText: { means: 'Kommunens svar. .. betyr at den ikke har svart.' },
  given: {
    municipalitiesWithFigure: 'Kommuner med tall',
    inhabitants: 'Del av innbyggerne',
    municipality: 'Kommune',
    county: 'Fylke',
    answer: 'Svar'
  },
  estimate: {
    observed: (indicator: string, value: string, base: string) => `${indicator}: ${value} er talt (${base}).`,
    notShown: (indicator: string) => `${indicator}: det som er talt, vises ikke.`,
    interval: (low: string, high: string) => `Det samlede tallet er trolig mellom ${low} og ${high} (95 % usikkerhet).`,
    notCounted: 'Tallet er et anslag, ikke en telling.',
    reason: (reason: string, name: string) => `Begrunnelse: ${reason} Vurdert av ${name}.`,
    none: 'Det er ikke gitt noe anslag for kommunene som ikke har svart.',
    refused: 'For få kommuner har svart til at vi kan anslå et samlet tall.',
    refusedShort: 'ikke anslått',
    unknown: 'Vi vet ikke om kommuner uten saker svarer sjeldnere. Da er anslaget for høyt.'
  },
  pictures: {
    answered: 'Antall kommuner som har svart, av dem som er med i runden, etter fylke',
    received: 'Antall saker mottatt fra påtalemyndigheten i perioden, etter fylke',
    shares: 'Andel av mottatte saker, med 95 % intervall',
    categories: (indicator: string) => `${indicator}: antall kommuner etter fylke`,
    sharesOf: (base: string, parts: string) => `Av ${base}: ${parts}`,
    part: (name: string, share: string) => `${name} ${share}`,
    hiddenBar: 'vises ikke'
  },
  words: {
    guide: 'Leseveiledning',
    columns: 'Kolonnene',
    type: 'Type',
    files: 'Filer',
    file: 'Fil',
    size: 'Størrelse',
    hash: 'Kontrollsum (SHA-256)',
    archiveLead:
      'Denne filen åpnes uten nett. Alle filene i utgivelsen ligger i den: trykk på navnet for å lagre. Kontrollsummen viser om en fil er endret.',
    page: (page: number, pages: number) => `Side ${number(page)} av ${number(pages)}`,
    bytes: (count: number) => `${number(Math.ceil(count / 1024))} kB`
  }
};
