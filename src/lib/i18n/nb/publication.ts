import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');

/** A release as everybody reads it. */
export const publication = {
  link: 'Utgivelser',
  indexTitle: 'Utgivelser',
  indexLead: 'Tall som er kontrollert, godkjent og låst. De kan siteres, og adressen endres ikke.',
  none: 'Ingen tall er gitt ut ennå. Under Statistikk ser du rundene som er i gang.',
  version: (version: number, day: string) => `Versjon ${number(version)}, gitt ut ${day}`,
  period: (from: string, to: string) => `Saker fra ${from} til ${to}`,
  synthetic: 'syntetiske tall',
  syntheticNote: 'Tallene er oppdiktet for å vise hvordan Regionspeil virker. De sier ikke noe om kommunene.',
  notYet: (moment: string | null) =>
    moment === null
      ? 'Du leser dette før andre. Del det ikke videre før det er gitt ut.'
      : `Du leser dette før andre. Del det ikke videre før ${moment}.`,
  superseded: (version: number) => `Denne versjonen er erstattet av versjon ${number(version)}.`,
  toNewest: 'Se den nyeste versjonen',
  withdrawn: 'Denne utgivelsen er trukket tilbake. Tallene skal ikke brukes.',
  note: (text: string) => `Rettet i denne versjonen: ${text}`,
  front: {
    newest: (title: string) => `Nyeste tall: ${title}`,
    read: 'Les hele utgivelsen, med metode og filer',
    searchLead: 'Se om en kommune har svart, og hvordan den har ordnet seg.',
    others: 'Andre utgivelser'
  },
  keys: {
    title: 'Kort fortalt',
    answered: (reported: string, expected: string) => `${reported} av ${expected} kommuner har svart.`,
    received: (value: string) => `De har mottatt ${value} saker.`,
    handled: (value: string, share: string | null) =>
      share === null ? `De har behandlet ${value} saker.` : `De har behandlet ${value} saker, ${share} av de mottatte.`,
    under18: (value: string, share: string | null) =>
      share === null
        ? `${value} av sakene gjaldt en person under 18 år.`
        : `${value} av sakene gjaldt en person under 18 år, ${share} av de mottatte.`,
    rate: (value: string, low: string, high: string) =>
      `Det er ${value} saker per 10 000 innbyggere (95 % intervall fra ${low} til ${high}).`,
    hidden: (figure: string) => `${figure}: skjult av hensyn til personvernet (:).`,
    unknown: (figure: string) => `${figure}: ingen har oppgitt tallet.`
  },
  how: {
    label: 'Slik vet vi det:',
    figures: {
      answer_status: 'Alle kommunene i runden er spurt. En kommune som en vertskommune svarer for, er med.',
      cases_received: 'Kommunene har selv talt alle sakene de fikk i perioden, også dem som ikke er behandlet ennå.',
      cases_handled: 'Kommunene har selv talt sakene der personen har møtt enheten minst én gang.',
      cases_under_18: 'Kommunene har selv oppgitt alderen den dagen enheten mottok saken.',
      web_info: 'Kommunene har selv svart på om nettsiden forteller om enheten.',
      organised_under: 'Kommunene har selv svart på hvilken tjeneste enheten hører til.',
      responsibility: 'Kommunene har selv svart på hvem som har det direkte ansvaret.'
    },
    other: 'Kommunene har selv oppgitt tallet.',
    rate: 'Antallet er delt på innbyggerne i kommunene som har oppgitt det.',
    base: (reported: string, expected: string, share: string) =>
      `${reported} av ${expected} kommuner, ${share} av innbyggerne`
  },
  areas: {
    label: 'Velg område',
    current: (area: string) => `Tall for ${area}`,
    none: (area: string) => `Utgivelsen viser ikke antall saker for ${area}.`
  },
  facts: {
    title: 'Slik har kommunene ordnet seg',
    lead: 'Hvordan en kommune har ordnet seg, er åpent. Det sier ikke noe om personer.',
    caption: (area: string) => `Svar og ordning i ${area}`,
    answer: 'Svar',
    number: 'Kommuner'
  },
  since: {
    title: 'Endret siden sist',
    first: 'Dette er den første utgivelsen fra regionen. Det er ingen runde før å sammenligne med.',
    before: 'Forrige utgivelse:',
    period: (from: string, to: string) => `Den gjaldt perioden fra ${from} til ${to}.`,
    answered: (before: string, ofBefore: string, now: string, ofNow: string) =>
      `Da svarte ${before} av ${ofBefore} kommuner. Nå har ${now} av ${ofNow} svart.`,
    received: (before: string, now: string) => `Da var ${before} saker mottatt, nå ${now}.`,
    caution: 'Det er ikke nødvendigvis de samme kommunene som har svart, og periodene kan ha ulik lengde.',
    sameQuestions: 'Spørsmålene er de samme.',
    questions: (names: string) => `Dette er nytt eller endret i spørsmålene: ${names}.`
  },
  cite: {
    title: 'Vis til tallene',
    lead: 'Denne adressen endres ikke. Kommer det en ny versjon, står det her.',
    text: (title: string, version: number, day: string) => `Regionspeil. ${title}. Versjon ${number(version)}, ${day}.`
  },
  sign: 'Tegnet : betyr at tallet er skjult. Det er så lite at det kunne pekt på personer, eller det ville røpet et slikt tall.',
  chart: {
    hidden: 'skjult',
    source: (title: string, version: number) => `Kilde: Regionspeil, ${title}, versjon ${number(version)}`,
    showTable: 'Vis tallene som tabell'
  },
  table: {
    title: 'Alle tallene',
    caption: 'Saker i regionen og der fylkene og kommunene kan vises',
    captionOf: (area: string) => `Saker i ${area}`,
    all: 'Alle tallene, for alle områder',
    figure: 'Tall',
    area: 'Område',
    value: 'Verdi',
    interval: '95 % intervall',
    base: 'Kommuner bak tallet',
    measures: { count: 'antall', share: 'andel av mottatte', rate: 'per 10 000 innbyggere' },
    missing: 'ikke svart',
    notApplicable: 'ikke aktuelt'
  },
  estimates: {
    title: 'Anslag for dem som ikke har svart',
    none: 'Det er ikke gitt noe anslag for kommunene som ikke har svart.',
    refused: (reasons: string) => `Det gis ikke noe anslag. ${reasons}`,
    of: (indicator: string) => `${indicator}:`,
    interval: (low: string, high: string) => `mellom ${low} og ${high} i alt.`,
    counted: (observed: string) => `${observed} er talt.`,
    chip: 'anslag',
    notCounted: 'Spennet er et anslag, ikke en telling.',
    how: (rung: string) => `Bygger på: ${rung}.`,
    signed: (reason: string, name: string) => `${reason} Vurdert av ${name}.`
  },
  search: {
    title: 'Finn en kommune',
    lead: 'Her ser du om kommunen har svart og hvordan den har ordnet seg. Antall saker i en kommune vises sjelden: små tall er skjult.',
    label: 'Kommunens navn',
    submit: 'Søk',
    none: (typed: string) => `Ingen kommune i runden heter noe med «${typed}». Prøv en del av navnet.`,
    number: (found: number) => `${number(found)} ${found === 1 ? 'kommune' : 'kommuner'}`,
    municipality: 'Kommune',
    status: 'Svar',
    notGiven: 'ikke oppgitt',
    coveredBy: (host: string) => `dekket av ${host}`,
    casesLabel: 'Mottatte saker',
    cases: {
      shielded: 'skjermet',
      hidden: 'Tallet er så lite at det kunne pekt på personer, eller det ville røpet et slikt tall.',
      notTold:
        'I én kommune er det som regel så få saker at tallet kunne pekt på personer. Denne utgivelsen viser det ikke.'
    },
    website: 'Nettside'
  },
  method: {
    missing: (count: number) => `${number(count)} ${count === 1 ? 'kommune mangler' : 'kommuner mangler'}`,
    nobodyMissing: 'Alle kommunene har svart.',
    title: 'Slik er tallene laget',
    asked: (expected: string, reported: string) =>
      `Vi spurte ${expected} kommuner. ${reported} har svart. De andre er ikke regnet som null.`,
    host: 'En vertskommune kan svare for flere. Da står sakene hos verten, og telles én gang.',
    protection:
      'Tall under fem er skjult. Det samme er tall som kan brukes til å regne seg fram til dem, også sammen med tidligere utgivelser. Det er prøvd for leseren og for hver kommune som har svart.',
    interval: 'Intervallet sier hvor mye tilfeldigheter alene kan bety. Det sier ikke noe om dem som ikke har svart.',
    made: (questionnaire: string, method: string, code: string) =>
      `Laget med skjema ${questionnaire}, regler ${method} og program ${code}.`,
    round: 'Les mer om runden og spørsmålene',
    hash: (hash: string) => `Kontrollsum: ${hash}`
  },
  files: {
    title: 'Last ned',
    none: 'Det er ingen filer i denne utgivelsen.',
    one: (name: string, size: string) => `${name} (${size} kB)`
  },
  footnotes: 'Noter',
  notice: 'Tallene fra denne runden er gitt ut.',
  noticeLink: 'Les utgivelsen'
};
