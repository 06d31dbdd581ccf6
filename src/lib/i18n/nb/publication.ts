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
  sign: 'Tegnet : betyr at tallet er skjult. Det er så lite at det kunne pekt på personer, eller det ville røpet et slikt tall.',
  chart: {
    hidden: 'skjult',
    source: (title: string, version: number) => `Kilde: Regionspeil, ${title}, versjon ${number(version)}`,
    showTable: 'Vis tallene som tabell'
  },
  table: {
    title: 'Alle tallene',
    caption: 'Saker i regionen og der fylkene og kommunene kan vises',
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
    refused: (reasons: string) => `Det gis ikke noe anslag: ${reasons}.`,
    interval: (indicator: string, low: string, high: string) => `${indicator}: mellom ${low} og ${high}.`,
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
    website: 'Nettside'
  },
  method: {
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
