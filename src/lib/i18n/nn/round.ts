import { formatNumber, formatShare, numberInText, sentenceCase } from '#lib/i18n/format.ts';
import type { Messages } from '#lib/i18n/nb.ts';

const number = (value: number) => formatNumber(value, 'nn');
const plural = (value: number, one: string, many: string) => (value === 1 ? one : many);

export const round: Messages['round'] = {
  listTitle: 'Kartlegging',
  listLead: 'Rundane i regionen din.',
  listEmpty: 'Ingen rundar er opna i regionen din.',
  title: (name: string) => `Kartlegging: ${name}`,
  answeredOf: (answered: number, expected: number) =>
    `${number(answered)} av ${number(expected)} ${plural(expected, 'kommune', 'kommunar')} har svart`,
  share: (part: number, whole: number) => formatShare(part, whole, 'nn') ?? '–',
  ofMunicipalities: 'av kommunane',
  ofPopulation: 'av innbyggjarane',
  daysLeft: (days: number) => {
    if (days > 0) return `${number(days)} ${plural(days, 'dag', 'dagar')} att`;
    return days === 0
      ? 'Svarfristen er i dag'
      : `Svarfristen gjekk ut for ${number(-days)} ${plural(-days, 'dag', 'dagar')} sidan`;
  },
  deadline: (date: string) => `Svarfrist ${date}`,
  opens: (date: string) => `Opnar ${date}`,
  preparing: 'Blir førebudd. Berre rådgjevarane i regionen ser runden.',
  freezes: (date: string) => `Svara kan endrast til ${date}`,
  closed: (closed: string, freezes: string) => `Stengd for nye svar ${closed}. Svar kan rettast til ${freezes}`,
  frozen: (date: string) => `Runden vart frosen ${date}`,
  byCounty: 'Etter fylke',
  county: 'Fylke',
  answered: 'Har svart',
  silent: 'Ikkje svart',
  expected: 'I alt',
  population: 'Del av innbyggjarane',
  silentTitle: (count: number) => `Ikkje svart (${number(count)})`,
  silentNone: 'Alle har svart. Ingen å purre på.',
  frozenLists: 'Runden er frosen. Kommunane kan ikkje svare lenger, og svarlenkene blir ikkje viste.',
  answeredTitle: (count: number) => `Har svart (${number(count)})`,
  answeredNone: 'Ingen svar enno. Dei dukkar opp her når kommunane sender inn.',
  municipality: 'Kommune',
  when: 'Sendt inn',
  version: 'Versjon',
  begun: (moment: string) => `utkast, sist lagra ${moment}`,
  contact: 'Kontakt',
  noContact: 'Ingen kontakt',
  link: 'Svarlenke',
  showLink: 'Vis svarlenka',
  copy: 'Kopier lenka',
  copied: 'Kopiert',
  chooseCounty: 'Vis kommunar i',
  allCounties: 'Alle fylke',
  show: 'Vis',
  isNew: 'ny',
  linkFor: (name: string) => `Svarlenka til ${name}`,
  linkWarning: 'Den som har lenka, kan svare for kommunen. Send ho berre til kontakten i kommunen.',
  statistics: 'Sjå statistikken',
  updated: 'Sida oppdaterer seg sjølv når det kjem svar.',
  newAnswers: (count: number) =>
    `${sentenceCase(numberInText(count, 'nn', 'neuter'))} ${plural(count, 'nytt svar', 'nye svar')} sidan du opna sida`,
  report: {
    title: (name: string) => `Svaret frå ${name}`,
    none: 'Kommunen har ikkje svart enno.',
    latest: 'Gjeldande svar',
    versions: 'Versjonar',
    submitted: (moment: string, by: string) => `Sendt inn ${moment} av ${by}`,
    versionNumber: (version: number) => `Versjon ${version}`,
    hash: 'Kontrollsum',
    changed: 'Endra frå førre versjon',
    unchanged: 'Ingen svar er endra frå førre versjon.',
    question: 'Spørsmål',
    answer: 'Svar',
    before: 'Før',
    after: 'No',
    reasons: 'Grunngjevingar',
    back: 'Tilbake til runden',
    channel: { web: 'på nett', import: 'importert', phone: 'på telefon' }
  }
};
