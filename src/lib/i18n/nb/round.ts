import { formatNumber, formatShare, numberInText, sentenceCase } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

export const round = {
  listTitle: 'Kartlegging',
  listLead: 'Rundene i regionen din.',
  listEmpty: 'Ingen runder er åpnet i regionen din.',
  title: (name: string) => `Kartlegging: ${name}`,
  answeredOf: (answered: number, expected: number) =>
    `${number(answered)} av ${number(expected)} ${plural(expected, 'kommune', 'kommuner')} har svart`,
  share: (part: number, whole: number) => formatShare(part, whole, 'nb') ?? '–',
  ofMunicipalities: 'av kommunene',
  ofPopulation: 'av innbyggerne',
  daysLeft: (days: number) => {
    if (days > 0) return `${number(days)} ${plural(days, 'dag', 'dager')} igjen`;
    return days === 0
      ? 'Fristen er i dag'
      : `Fristen gikk ut for ${number(-days)} ${plural(-days, 'dag', 'dager')} siden`;
  },
  deadline: (date: string) => `Frist ${date}`,
  opens: (date: string) => `Åpner ${date}`,
  preparing: 'Forberedes. Bare rådgiverne i regionen ser runden.',
  freezes: (date: string) => `Svarene kan endres til ${date}`,
  closed: (closed: string, freezes: string) => `Stengt for nye svar ${closed}. Svar kan rettes til ${freezes}`,
  frozen: (date: string) => `Runden ble frosset ${date}`,
  byCounty: 'Etter fylke',
  county: 'Fylke',
  answered: 'Har svart',
  silent: 'Ikke svart',
  expected: 'I alt',
  population: 'Andel av innbyggerne',
  silentTitle: (count: number) => `Ikke svart (${number(count)})`,
  silentNone: 'Alle har svart. Ingen å purre på.',
  frozenLists: 'Runden er frosset. Kommunene kan ikke svare lenger, og svarlenkene vises ikke.',
  answeredTitle: (count: number) => `Har svart (${number(count)})`,
  answeredNone: 'Ingen svar ennå. De dukker opp her når kommunene sender inn.',
  municipality: 'Kommune',
  when: 'Sendt inn',
  version: 'Versjon',
  begun: (moment: string) => `utkast, sist lagret ${moment}`,
  contact: 'Kontakt',
  noContact: 'Ingen kontakt',
  link: 'Svarlenke',
  showLink: 'Vis svarlenken',
  copy: 'Kopier lenken',
  copied: 'Kopiert',
  chooseCounty: 'Vis kommuner i',
  allCounties: 'Alle fylker',
  show: 'Vis',
  isNew: 'ny',
  linkFor: (name: string) => `Svarlenken til ${name}`,
  linkWarning: 'Den som har lenken, kan svare for kommunen. Send den bare til kommunens kontakt.',
  statistics: 'Se statistikken',
  updated: 'Siden oppdaterer seg selv når det kommer svar.',
  newAnswers: (count: number) =>
    `${sentenceCase(numberInText(count, 'nb', 'neuter'))} ${plural(count, 'nytt svar', 'nye svar')} siden du åpnet siden`,
  report: {
    title: (name: string) => `Svaret fra ${name}`,
    none: 'Kommunen har ikke svart ennå.',
    latest: 'Gjeldende svar',
    versions: 'Versjoner',
    submitted: (moment: string, by: string) => `Sendt inn ${moment} av ${by}`,
    versionNumber: (version: number) => `Versjon ${version}`,
    hash: 'Kontrollsum',
    changed: 'Endret fra forrige versjon',
    unchanged: 'Ingen svar er endret fra forrige versjon.',
    question: 'Spørsmål',
    answer: 'Svar',
    before: 'Før',
    after: 'Nå',
    reasons: 'Begrunnelser',
    back: 'Tilbake til runden',
    channel: { web: 'på nett', import: 'importert', phone: 'på telefon' }
  }
};
