import { formatNumber, formatShare } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

export const releaseFiles: Messages['releaseFiles'] = {
  version: (value) => `Versjon ${number(value)}`,
  subtitle: (round, from, to) => `${round} · ${from} til ${to}`,
  source: (round, version, address) =>
    `Regionspeil, ${round}, versjon ${number(version)}. Folketal: Statistisk sentralbyrå (NLOD). ${address}`,
  sourceLine: (source) => `Kjelde: ${source}`,
  base: (part, whole) => `${number(part)} av ${number(whole)} ${plural(whole, 'kommune', 'kommunar')}`,
  of: (part, whole) => `${number(part)} av ${number(whole)}`,
  inhabitants: (part, whole) => `${formatShare(part, whole, 'nn') ?? '–'} av innbyggjarane`,
  interval: (value, low, high) => `${value} (${low}–${high})`,
  formats: {
    csv: { label: 'CSV', means: 'Tala som rein tekst, for R, Python og andre program.' },
    'csv-excel': { label: 'CSV for norsk Excel', means: 'Semikolon og desimalkomma. Kan opnast rett i Excel.' },
    xlsx: { label: 'Excel', means: 'Arbeidsbok med tal, merknader og ei leserettleiing.' },
    'json-stat': { label: 'JSON-stat', means: 'Tabellane i formatet som statistikkbankar bruker.' },
    parquet: { label: 'Parquet', means: 'For DuckDB, R og Python.' },
    'data-package': { label: 'Datapakke', means: 'Skildrar kvar kolonne i CSV-filene for program.' },
    svg: { label: 'Figurar som SVG', means: 'Skarpe i alle storleikar.' },
    png: { label: 'Figurar som PNG', means: 'For presentasjonar og nettsider.' },
    docx: { label: 'Word', means: 'Rapporten, til å arbeide vidare med.' },
    pdf: { label: 'PDF', means: 'Rapporten til lesing og utskrift, også med skjermlesar.' },
    archive: { label: 'Alt i éi fil', means: 'Kan opnast utan nett og har alle filene i seg.' }
  },
  sections: {
    correction: 'Retta sidan førre versjon',
    findings: 'Det viktigaste',
    pictures: 'Figurar',
    figures: 'Tal',
    municipalities: 'Kommunane',
    estimates: 'Overslag',
    footnotes: 'Merknader',
    symbols: 'Teikn i tabellane',
    method: 'Slik er tala laga',
    about: 'Om utgivinga'
  },
  about: {
    region: 'Region',
    round: 'Runde',
    period: 'Periode',
    version: 'Versjon',
    kind: 'Type tal',
    source: 'Kjelde',
    address: 'Fast adresse',
    made: 'Laga',
    questionnaire: 'Skjema',
    method: 'Reglar for kva som blir vist',
    code: 'Programversjon'
  },
  status: {
    shown: 'vist',
    hidden: 'blir ikkje vist av omsyn til personvern',
    missing: 'ikkje svart',
    not_applicable: 'ikkje aktuelt'
  },
  symbols: {
    '0': 'null: kommunane har stadfesta at det ikkje var nokon',
    ':': 'talet finst, men blir ikkje vist av omsyn til personvern',
    '..': 'ingen har svart. Det er ikkje det same som null',
    '.': 'talet er ikkje aktuelt her'
  },
  blank: 'I datafilene er verdien tom når talet manglar. Teiknet står då i kolonnen «status».',
  method: {
    asked:
      'Kommunane svarer sjølve på kartlegginga. Kvart tal står med kor mange kommunar det byggjer på, og kor stor del av innbyggjarane dei har.',
    published: 'Runden inneheld berre tal som andre har publisert.',
    missing: 'Ein kommune som ikkje har svart, blir ikkje rekna som null. Summane er ikkje rekna opp for å dekkje han.',
    hidden:
      'Tal på frå 0 til 4 saker blir ikkje viste, og heller ikkje tal som kan røpe dei. Alle har same teikn, så teiknet seier ikkje kor stort talet er.',
    host: 'Når ein vertskommune svarer for fleire, står alle bak talet.',
    share: 'Delar står med 95 % intervall (Wilson). Intervallet viser kva tilfelle åleine kan gi.',
    rate: 'Saker per 10 000 innbyggjarar står med 95 % intervall (Garwood).',
    synthetic: 'Tala er syntetiske: dei er laga for demonstrasjon og seier ikkje noko om verkelege kommunar.'
  },
  measures: {
    count: 'Tal på',
    share: 'Del',
    rate: 'Per 10 000 innbyggjarar',
    shareOf: (base) => `Del av ${base}`
  },
  metrics: {
    antall: 'Tal på',
    andel: 'Del, 0 til 1',
    andel_nedre: 'Del, nedre grense i 95 % intervall',
    andel_oevre: 'Del, øvre grense i 95 % intervall',
    rate: 'Saker per 10 000 innbyggjarar',
    rate_nedre: 'Saker per 10 000 innbyggjarar, nedre grense i 95 % intervall',
    rate_oevre: 'Saker per 10 000 innbyggjarar, øvre grense i 95 % intervall',
    kommuner_svart: 'Kommunar som har oppgjeve talet',
    kommuner: 'Kommunar i alt',
    innbyggere_svart: 'Innbyggjarar i kommunar som har oppgjeve talet',
    innbyggere: 'Innbyggjarar i alt'
  },
  units: {
    cases: 'saker',
    municipalities: 'kommunar',
    share: 'del',
    rate: 'saker per 10 000 innbyggjarar',
    inhabitants: 'innbyggjarar'
  },
  dimensions: { indicator: 'Tal', category: 'Kategori', area: 'Område', measure: 'Mål', round: 'Runde' },
  casesTable: 'Saker etter område og mål',
  categoryTable: (indicator) => `${indicator}: kommunar etter område`,
  municipalityTable: 'Svar og ordning, kommune for kommune',
  areaTypes: { korus_region: 'KORUS-region', county: 'fylke', municipality: 'kommune' },
  kinds: { reported: 'oppgjevne tal', synthetic: 'syntetiske tal', published: 'publiserte tal' },
  tables: { tall: 'Tal', kommuner: 'Kommunar', anslag: 'Overslag' },
  columns: {
    indikator: { title: 'Tal (kode)', means: 'Koden for det som er talt.' },
    indikator_tekst: { title: 'Tal', means: 'Kva som er talt.' },
    kategori: { title: 'Kategori (kode)', means: 'Koden for svaret. Tom for tal på saker.' },
    kategori_tekst: { title: 'Kategori', means: 'Svaret kommunane er fordelte etter.' },
    omraade_type: { title: 'Type område', means: 'KORUS-region, fylke eller kommune.' },
    omraade: { title: 'Område (kode)', means: 'Koden til regionen, fylkesnummer eller kommunenummer.' },
    omraade_tekst: { title: 'Område', means: 'Namnet på området.' },
    maal: {
      title: 'Mål (kode)',
      means: 'count er tal på, share er del frå 0 til 1, rate er per 10 000 innbyggjarar.'
    },
    maal_tekst: { title: 'Mål', means: 'Korleis talet er rekna.' },
    andel_av: { title: 'Del av (kode)', means: 'Koden for det delen er rekna av.' },
    verdi: { title: 'Verdi', means: 'Talet. Tomt når det manglar; sjå status.' },
    nedre: { title: 'Nedre grense', means: 'Nedre grense i 95 % intervall.' },
    oevre: { title: 'Øvre grense', means: 'Øvre grense i 95 % intervall.' },
    status: { title: 'Status', means: 'Tom når talet blir vist. Elles :, .. eller . – sjå teikna.' },
    status_tekst: { title: 'Status med ord', means: 'Det same med ord.' },
    kommuner_svart: { title: 'Kommunar med tal', means: 'Kor mange kommunar som har oppgjeve talet.' },
    kommuner: { title: 'Kommunar i alt', means: 'Kor mange kommunar området har.' },
    innbyggere_svart: {
      title: 'Innbyggjarar i kommunar med tal',
      means: 'Innbyggjarar i kommunar som har oppgjeve talet.'
    },
    innbyggere: { title: 'Innbyggjarar', means: 'Innbyggjarar i området.' },
    kommunenummer: { title: 'Kommunenummer', means: 'Fire siffer. Det første kan vere 0.' },
    kommune: { title: 'Kommune', means: 'Namnet på kommunen.' },
    fylke: { title: 'Fylke (nummer)', means: 'Fylkesnummer.' },
    fylke_tekst: { title: 'Fylke', means: 'Namnet på fylket.' },
    svar: { title: 'Svar (kode)', means: 'Koden for om kommunen har svart.' },
    svar_tekst: { title: 'Svar', means: 'Om kommunen har svart.' },
    vertskommune: { title: 'Vertskommune', means: 'Nummeret til kommunen som svarer for han.' },
    nettadresse: { title: 'Nettadresse', means: 'Sida der kommunen fortel om eininga.' },
    observert: { title: 'Talt', means: 'Det som er talt. Tomt når det ikkje blir vist.' },
    metode: { title: 'Metode (kode)', means: 'Koden for korleis overslaget er laga.' },
    metode_tekst: { title: 'Metode', means: 'Korleis overslaget er laga, med ord.' },
    anslag: { title: 'Overslag', means: 'Overslaget for alle kommunane.' },
    begrunnelse: { title: 'Grunngjeving', means: 'Kvifor denne metoden er vald.' },
    vurdert_av: { title: 'Vurdert av', means: 'Kven som har signert overslaget.' },
    runde: { title: 'Runde', means: 'Kartlegginga talet er frå.' },
    periode_fra: { title: 'Periode frå', means: 'Første dag i perioden (ISO 8601).' },
    periode_til: { title: 'Periode til', means: 'Siste dag i perioden (ISO 8601).' },
    datatype: { title: 'Type tal', means: 'Om tala er oppgjevne av kommunane, publiserte av andre eller syntetiske.' },
    versjon: { title: 'Versjon', means: 'Versjonen av utgivinga.' }
  },
  factCode: { title: (indicator) => `${indicator} (kode)`, means: 'Koden for svaret frå kommunen.' },
  factText: { means: 'Svaret frå kommunen. .. tyder at han ikkje har svart.' },
  given: {
    municipalitiesWithFigure: 'Kommunar med tal',
    inhabitants: 'Del av innbyggjarane',
    municipality: 'Kommune',
    county: 'Fylke',
    answer: 'Svar'
  },
  estimate: {
    observed: (indicator, value, base) => `${indicator}: ${value} er talde (${base}).`,
    notShown: (indicator) => `${indicator}: det som er talt, blir ikkje vist.`,
    interval: (low, high) => `Det samla talet er truleg mellom ${low} og ${high} (95 % uvisse).`,
    notCounted: 'Talet er eit overslag, ikkje ei teljing.',
    reason: (reason, name) => `Grunngjeving: ${reason} Vurdert av ${name}.`,
    none: 'Det er ikkje gitt noko overslag for kommunane som ikkje har svart.',
    refused: 'For få kommunar har svart til at vi kan anslå eit samla tal.',
    refusedShort: 'ikkje anslått',
    unknown: 'Vi veit ikkje om kommunar utan saker svarer sjeldnare. Då er overslaget for høgt.'
  },
  pictures: {
    answered: 'Tal på kommunar som har svart, av dei som er med i runden, etter fylke',
    received: 'Tal på saker frå påtalemakta i perioden, etter fylke',
    shares: 'Del av mottekne saker, med 95 % intervall',
    categories: (indicator) => `${indicator}: tal på kommunar etter fylke`,
    sharesOf: (base, parts) => `Av ${base}: ${parts}`,
    part: (name, share) => `${name} ${share}`,
    hiddenBar: 'blir ikkje vist'
  },
  words: {
    guide: 'Leserettleiing',
    columns: 'Kolonnane',
    type: 'Type',
    files: 'Filer',
    file: 'Fil',
    size: 'Storleik',
    hash: 'Kontrollsum (SHA-256)',
    archiveLead:
      'Denne fila kan opnast utan nett. Alle filene i utgivinga ligg inni: trykk på namnet for å lagre. Kontrollsummen viser om ei fil er endra.',
    page: (page, pages) => `Side ${number(page)} av ${number(pages)}`,
    bytes: (count) => `${number(Math.ceil(count / 1024))} kB`
  }
};
