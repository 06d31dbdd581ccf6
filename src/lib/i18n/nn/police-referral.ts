import type { Messages } from '#lib/i18n/nb.ts';
import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nn');

const fields: Messages['policeReferral']['fields'] = {
  district: 'Politidistrikt',
  unit: 'Kva som er talt',
  value: 'Tal på tilviste',
  from: 'Frå og med',
  to: 'Til og med',
  source: 'Kjelde'
};

export const policeReferral: Messages['policeReferral'] = {
  link: 'Tilvist og motteke',
  title: (round) => `Tilvist og motteke: ${round}`,
  lead: 'Sjå kor mange politi og påtalemakt seier dei har tilvist, ved sida av sakene kommunane har motteke.',
  counted: (value, unit) =>
    unit === 'cases'
      ? `${number(value)} ${value === 1 ? 'sak' : 'saker'}`
      : `${number(value)} ${value === 1 ? 'person' : 'personar'}`,
  entry: (said, from, to, source) => `${said} ${from}–${to} (${source})`,
  columns: {
    caption: 'Distrikt for distrikt',
    district: 'Politidistrikt',
    referred: 'Tilvist, ifølgje politi eller påtalemakt',
    received: 'Motteke, ifølgje kommunane',
    reported: 'Kommunar som har oppgitt talet',
    means: 'Kva tala seier'
  },
  findings: {
    none: 'Ingen har enno oppgitt kor mange som er tilviste',
    some: (told, all) =>
      `Tilviste saker i perioden til runden er oppgitt for ${number(told)} av ${number(all)} politidistrikt`,
    all: (received, referred) => `Kommunane mottok ${received} av dei ${number(referred)} tilviste`,
    more: (received, referred) => `Kommunane mottok ${received}, fleire enn dei ${number(referred)} tilviste`
  },
  means: {
    fewer: (received, referred) => `Kommunane mottok ${received} av ${number(referred)} tilviste.`,
    equal: 'Like mange saker er tilviste og mottekne.',
    more: 'Kommunane mottok fleire saker enn politiet seier er tilviste. Sjå om kjeldene tel det same.',
    why: {
      none: 'Vi veit ikkje kor mange som er tilviste.',
      persons: 'Berre personar er oppgitt. Éin person kan ha fleire saker, så tala kan ikkje haldast mot kvarandre.',
      period: 'Tala gjeld ein annan periode enn runden.',
      outside: 'Nokre av kommunane i distriktet er ikkje med her. Dei kan ha motteke resten.',
      silent: 'Ikkje alle kommunane har oppgitt talet. Dei kan ha motteke resten.'
    }
  },
  reported: (reported, expected) => `${number(reported)} av ${number(expected)}`,
  outside: (count) =>
    count === 1 ? '1 kommune i distriktet er ikkje med her' : `${number(count)} kommunar i distriktet er ikkje med her`,
  never:
    'Saker og personar blir aldri lagde saman, og tal frå to kjelder heller ikkje. Det nyaste talet for runden gjeld.',
  source: 'Kjelder: svara frå kommunane i runden, og kjeldene som er oppgitt ved kvart tal.',
  self: {
    heading: 'Eigenførespurnader',
    lead: 'Personar som kom til einingane utan vilkår frå påtalemakta. Dei er ikkje saker, og blir aldri lagde saman med saker.',
    notAsked:
      'Runden har ikkje spurt om eigenførespurnader. Spørsmålet ligg klart på sida «Spørsmål» når ein ny runde blir førebudd.'
  },
  costs: {
    heading: 'Kva ordninga har kosta',
    metrics: {
      grant: 'Rammetilskot til kommunane',
      establishment_cost: 'Etablering av ei eining',
      evaluation_budget: 'Evaluering'
    },
    amount: (low) => `${number(low)} kr`
  },
  form: {
    heading: 'Legg inn det politiet har oppgitt',
    submit: 'Legg inn',
    units: { cases: 'Saker', persons: 'Personar' },
    valueHint: 'Eit heilt tal. 0 tyder at ingen er tilviste.',
    sourceHint: 'Kven som har oppgitt talet, og når. Skriv ikkje namn på personar i saker.',
    problems: 'Rett dette før talet kan leggjast inn',
    done: (count) => (count === 1 ? 'Talet er lagt inn.' : `${number(count)} tal er lagde inn.`)
  },
  paste: {
    heading: 'Lim inn ein tabell',
    label: 'Tabell frå Excel eller ei CSV-fil',
    hint: 'Fyrste linja har overskriftene Politidistrikt, Eining (saker eller personar), Tal, Frå, Til og Kjelde.',
    submit: 'Legg inn tabellen',
    notText: 'Vi fann ingen linjer. Lim inn overskriftene og minst éi linje under dei.',
    columns: (missing) => `Desse kolonnane manglar: ${missing}.`,
    many: (most) => `Tabellen har meir enn ${number(most)} linjer. Del han opp.`,
    line: (line, sentence) => `Linje ${number(line)}: ${sentence}`,
    nothing: 'Ingenting er lagt inn.'
  },
  entered: { heading: 'Lagt inn', withdraw: 'Trekk tilbake', withdrawn: 'Talet er trekt tilbake.' },
  fields,
  problems: {
    empty: (field) => `${field} manglar.`,
    unknown: (field, value) => `${field}: «${value}» er ikkje eit av vala.`,
    number: (field, value) => `${field}: «${value}» er ikkje eit heilt tal frå 0 til 9999.`,
    day: (field, value) => `${field}: «${value}» er ikkje ein dato. Skriv til dømes 31.3.2024.`,
    after: (field) => `${field} er før ${fields.from.toLowerCase()}.`,
    long: (field) => `${field} er for lang. Bruk høgst 300 teikn.`
  }
};
