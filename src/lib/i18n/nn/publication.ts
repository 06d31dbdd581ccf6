import type { Messages } from '#lib/i18n/nb.ts';
import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');

export const publication: Messages['publication'] = {
  link: 'Utgivingar',
  indexTitle: 'Utgivingar',
  indexLead: 'Tal som er kontrollerte, godkjende og låste. Dei kan siterast, og adressa endrar seg ikkje.',
  none: 'Ingen tal er gitt ut enno. Under Statistikk ser du rundane som er i gang.',
  version: (version: number, day: string) => `Versjon ${number(version)}, gitt ut ${day}`,
  period: (from: string, to: string) => `Saker frå ${from} til ${to}`,
  synthetic: 'syntetiske tal',
  syntheticNote: 'Tala er oppdikta for å vise korleis Regionspeil verkar. Dei seier ikkje noko om kommunane.',
  notYet: (moment: string | null) =>
    moment === null
      ? 'Du les dette før andre. Del det ikkje vidare før det er gitt ut.'
      : `Du les dette før andre. Del det ikkje vidare før ${moment}.`,
  superseded: (version: number) => `Denne versjonen er erstatta av versjon ${number(version)}.`,
  toNewest: 'Sjå den nyaste versjonen',
  withdrawn: 'Denne utgivinga er trekt tilbake. Tala skal ikkje brukast.',
  note: (text: string) => `Retta i denne versjonen: ${text}`,
  keys: {
    title: 'Kort fortalt',
    answered: (reported: string, expected: string) => `${reported} av ${expected} kommunar har svart.`,
    received: (value: string) => `Dei har motteke ${value} saker.`,
    handled: (value: string, share: string | null) =>
      share === null
        ? `Dei har behandla ${value} saker.`
        : `Dei har behandla ${value} saker, ${share} av dei mottekne.`,
    under18: (value: string, share: string | null) =>
      share === null
        ? `${value} av sakene gjaldt ein person under 18 år.`
        : `${value} av sakene gjaldt ein person under 18 år, ${share} av dei mottekne.`,
    rate: (value: string, low: string, high: string) =>
      `Det er ${value} saker per 10 000 innbyggjarar (95 % intervall frå ${low} til ${high}).`,
    hidden: (figure: string) => `${figure}: gøymt av omsyn til personvernet (:).`,
    unknown: (figure: string) => `${figure}: ingen har oppgjeve talet.`
  },
  sign: 'Teiknet : tyder at talet er gøymt. Det er så lite at det kunne peikt på personar, eller det ville røpt eit slikt tal.',
  chart: {
    hidden: 'gøymt',
    source: (title: string, version: number) => `Kjelde: Regionspeil, ${title}, versjon ${number(version)}`,
    showTable: 'Vis tala som tabell'
  },
  table: {
    title: 'Alle tala',
    caption: 'Saker i regionen og der fylka og kommunane kan visast',
    figure: 'Tal',
    area: 'Område',
    value: 'Verdi',
    interval: '95 % intervall',
    base: 'Kommunar bak talet',
    measures: { count: 'mengd', share: 'del av mottekne', rate: 'per 10 000 innbyggjarar' },
    missing: 'ikkje svart',
    notApplicable: 'ikkje aktuelt'
  },
  estimates: {
    title: 'Anslag for dei som ikkje har svart',
    none: 'Det er ikkje gitt noko anslag for kommunane som ikkje har svart.',
    refused: (reasons: string) => `Det blir ikkje gitt noko anslag: ${reasons}.`,
    interval: (indicator: string, low: string, high: string) => `${indicator}: mellom ${low} og ${high}.`,
    signed: (reason: string, name: string) => `${reason} Vurdert av ${name}.`
  },
  search: {
    title: 'Finn ein kommune',
    lead: 'Her ser du om kommunen har svart og korleis han har ordna seg. Kor mange saker ein kommune har, blir sjeldan vist: små tal er gøymde.',
    label: 'Namnet på kommunen',
    submit: 'Søk',
    none: (typed: string) => `Ingen kommune i runden heiter noko med «${typed}». Prøv ein del av namnet.`,
    number: (found: number) => `${number(found)} ${found === 1 ? 'kommune' : 'kommunar'}`,
    municipality: 'Kommune',
    status: 'Svar',
    notGiven: 'ikkje oppgjeve',
    coveredBy: (host: string) => `dekt av ${host}`,
    website: 'Nettside'
  },
  method: {
    title: 'Slik er tala laga',
    asked: (expected: string, reported: string) =>
      `Vi spurde ${expected} kommunar. ${reported} har svart. Dei andre er ikkje rekna som null.`,
    host: 'Ein vertskommune kan svare for fleire. Då står sakene hos verten, og blir talde éin gong.',
    protection:
      'Tal under fem er gøymde. Det same er tal som kan brukast til å rekne seg fram til dei, også saman med tidlegare utgivingar. Det er prøvd for lesaren og for kvar kommune som har svart.',
    interval: 'Intervallet seier kor mykje tilfelle åleine kan tyde. Det seier ikkje noko om dei som ikkje har svart.',
    made: (questionnaire: string, method: string, code: string) =>
      `Laga med skjema ${questionnaire}, reglar ${method} og program ${code}.`,
    round: 'Les meir om runden og spørsmåla',
    hash: (hash: string) => `Kontrollsum: ${hash}`
  },
  files: {
    title: 'Last ned',
    none: 'Det er ingen filer i denne utgivinga.',
    one: (name: string, size: string) => `${name} (${size} kB)`
  },
  footnotes: 'Notar',
  notice: 'Tala frå denne runden er gitt ut.',
  noticeLink: 'Les utgivinga'
};
