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
  front: {
    newest: (title: string) => `Nyaste tal: ${title}`,
    read: 'Les heile utgivinga, med metode og filer',
    searchLead: 'Sjå om ein kommune har svart, og korleis han har ordna seg.',
    others: 'Andre utgivingar'
  },
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
  how: {
    label: 'Slik veit vi det:',
    figures: {
      answer_status: 'Alle kommunane i runden er spurde. Ein kommune som ein vertskommune svarer for, er med.',
      cases_received: 'Kommunane har sjølve talt alle sakene dei fekk i perioden, også dei som ikkje er behandla enno.',
      cases_handled: 'Kommunane har sjølve talt sakene der personen har møtt eininga minst éin gong.',
      cases_under_18: 'Kommunane har sjølve oppgjeve alderen den dagen eininga tok imot saka.',
      web_info: 'Kommunane har sjølve svart på om nettsida fortel om eininga.',
      organised_under: 'Kommunane har sjølve svart på kva teneste eininga høyrer til.',
      responsibility: 'Kommunane har sjølve svart på kven som har det direkte ansvaret.'
    },
    other: 'Kommunane har sjølve oppgjeve talet.',
    rate: 'Talet er delt på innbyggjarane i kommunane som har oppgjeve det.',
    base: (reported: string, expected: string, share: string) =>
      `${reported} av ${expected} kommunar, ${share} av innbyggjarane`
  },
  areas: {
    label: 'Vel område',
    current: (area: string) => `Tal for ${area}`,
    none: (area: string) => `Utgivinga viser ikkje kor mange saker det er i ${area}.`
  },
  facts: {
    title: 'Slik har kommunane ordna seg',
    lead: 'Korleis ein kommune har ordna seg, er ope. Det seier ikkje noko om personar.',
    caption: (area: string) => `Svar og ordning i ${area}`,
    answer: 'Svar',
    number: 'Kommunar'
  },
  since: {
    title: 'Endra sidan sist',
    first: 'Dette er den første utgivinga frå regionen. Det er ingen runde før å samanlikne med.',
    before: 'Førre utgiving:',
    period: (from: string, to: string) => `Ho gjaldt perioden frå ${from} til ${to}.`,
    answered: (before: string, ofBefore: string, now: string, ofNow: string) =>
      `Då svarte ${before} av ${ofBefore} kommunar. No har ${now} av ${ofNow} svart.`,
    received: (before: string, now: string) => `Då var ${before} saker mottekne, no ${now}.`,
    caution: 'Det er ikkje nødvendigvis dei same kommunane som har svart, og periodane kan ha ulik lengd.',
    sameQuestions: 'Spørsmåla er dei same.',
    questions: (names: string) => `Dette er nytt eller endra i spørsmåla: ${names}.`
  },
  cite: {
    title: 'Vis til tala',
    lead: 'Denne adressa endrar seg ikkje. Kjem det ein ny versjon, står det her.',
    text: (title: string, version: number, day: string) => `Regionspeil. ${title}. Versjon ${number(version)}, ${day}.`
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
    captionOf: (area: string) => `Saker i ${area}`,
    all: 'Alle tala, for alle område',
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
    refused: (reasons: string) => `Det blir ikkje gitt noko anslag. ${reasons}`,
    of: (indicator: string) => `${indicator}:`,
    interval: (low: string, high: string) => `mellom ${low} og ${high} i alt.`,
    counted: (observed: string) => `${observed} er talde.`,
    chip: 'anslag',
    notCounted: 'Spennet er eit anslag, ikkje ei teljing.',
    how: (rung: string) => `Byggjer på: ${rung}.`,
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
    casesLabel: 'Mottekne saker',
    cases: {
      shielded: 'skjerma',
      hidden: 'Talet er så lite at det kunne peikt på personar, eller det ville røpt eit slikt tal.',
      notTold:
        'I éin kommune er det som regel så få saker at talet kunne peikt på personar. Denne utgivinga viser det ikkje.'
    },
    website: 'Nettside'
  },
  method: {
    missing: (count: number) => `${number(count)} ${count === 1 ? 'kommune manglar' : 'kommunar manglar'}`,
    nobodyMissing: 'Alle kommunane har svart.',
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
