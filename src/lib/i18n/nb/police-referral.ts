import type { Incomparable, ReferralField, ReferralProblem, ReferredUnit } from '#lib/domain/police-referral.ts';
import { formatNumber } from '#lib/i18n/format.ts';

const number = (value: number) => formatNumber(value, 'nb');
const counted = (value: number, unit: ReferredUnit) =>
  unit === 'cases'
    ? `${number(value)} ${value === 1 ? 'sak' : 'saker'}`
    : `${number(value)} ${value === 1 ? 'person' : 'personer'}`;

const fields: Record<ReferralField, string> = {
  district: 'Politidistrikt',
  unit: 'Hva som er talt',
  value: 'Antall henvist',
  from: 'Fra og med',
  to: 'Til og med',
  source: 'Kilde'
};
const problems: Record<ReferralProblem['kind'], (field: string, value: string) => string> = {
  empty: (field) => `${field} mangler.`,
  unknown: (field, value) => `${field}: «${value}» er ikke et av valgene.`,
  number: (field, value) => `${field}: «${value}» er ikke et helt tall fra 0 til 9999.`,
  day: (field, value) => `${field}: «${value}» er ikke en dato. Skriv for eksempel 31.3.2024.`,
  after: (field) => `${field} er før ${fields.from.toLowerCase()}.`,
  long: (field) => `${field} er for lang. Bruk høyst 300 tegn.`
};
const why: Record<Incomparable, string> = {
  none: 'Vi vet ikke hvor mange som er henvist.',
  persons: 'Bare personer er oppgitt. Én person kan ha flere saker, så tallene kan ikke holdes mot hverandre.',
  period: 'Tallene gjelder en annen periode enn runden.',
  outside: 'Noen av kommunene i distriktet er ikke med her. De kan ha mottatt resten.',
  silent: 'Ikke alle kommunene har oppgitt tallet. De kan ha mottatt resten.'
};

/** What the police say they referred, against what the units received. */
export const policeReferral = {
  link: 'Henvist og mottatt',
  title: (round: string) => `Henvist og mottatt: ${round}`,
  lead: 'Se hvor mange politi og påtalemyndighet sier de har henvist, ved siden av sakene kommunene har mottatt.',
  counted,
  entry: (said: string, from: string, to: string, source: string) => `${said} ${from}–${to} (${source})`,
  columns: {
    caption: 'Distrikt for distrikt',
    district: 'Politidistrikt',
    referred: 'Henvist, ifølge politi eller påtalemyndighet',
    received: 'Mottatt, ifølge kommunene',
    reported: 'Kommuner som har oppgitt tallet',
    means: 'Hva tallene sier'
  },
  findings: {
    none: 'Ingen har ennå oppgitt hvor mange som er henvist',
    some: (told: number, all: number) =>
      `Henviste saker i rundens periode er oppgitt for ${number(told)} av ${number(all)} politidistrikt`,
    all: (received: string, referred: number) => `Kommunene mottok ${received} av de ${number(referred)} henviste`,
    more: (received: string, referred: number) =>
      `Kommunene mottok ${received}, flere enn de ${number(referred)} henviste`
  },
  means: {
    fewer: (received: string, referred: number) => `Kommunene mottok ${received} av ${number(referred)} henviste.`,
    equal: 'Like mange saker er henvist og mottatt.',
    more: 'Kommunene mottok flere saker enn politiet sier er henvist. Se om kildene teller det samme.',
    why
  },
  reported: (reported: number, expected: number) => `${number(reported)} av ${number(expected)}`,
  outside: (count: number) =>
    count === 1 ? '1 kommune i distriktet er ikke med her' : `${number(count)} kommuner i distriktet er ikke med her`,
  never:
    'Saker og personer legges aldri sammen, og tall fra to kilder heller ikke. Det nyeste tallet for runden gjelder.',
  source: 'Kilder: svarene fra kommunene i runden, og kildene som er oppgitt ved hvert tall.',
  self: {
    heading: 'Egenhenvendelser',
    lead: 'Personer som kom til enhetene uten vilkår fra påtalemyndigheten. De er ikke saker, og legges aldri sammen med saker.',
    notAsked:
      'Runden har ikke spurt om egenhenvendelser. Spørsmålet ligger klart på siden «Spørsmål» når en ny runde forberedes.'
  },
  costs: {
    heading: 'Hva ordningen har kostet',
    metrics: {
      grant: 'Rammetilskudd til kommunene',
      establishment_cost: 'Etablering av en enhet',
      evaluation_budget: 'Evaluering'
    },
    amount: (low: number) => `${number(low)} kr`
  },
  form: {
    heading: 'Legg inn det politiet har oppgitt',
    submit: 'Legg inn',
    units: { cases: 'Saker', persons: 'Personer' },
    valueHint: 'Et helt tall. 0 betyr at ingen er henvist.',
    sourceHint: 'Hvem som har oppgitt tallet, og når. Skriv ikke navn på personer i saker.',
    problems: 'Rett dette før tallet kan legges inn',
    done: (count: number) => (count === 1 ? 'Tallet er lagt inn.' : `${number(count)} tall er lagt inn.`)
  },
  paste: {
    heading: 'Lim inn en tabell',
    label: 'Tabell fra Excel eller en CSV-fil',
    hint: 'Første linje har overskriftene Politidistrikt, Enhet (saker eller personer), Antall, Fra, Til og Kilde.',
    submit: 'Legg inn tabellen',
    notText: 'Vi fant ingen linjer. Lim inn overskriftene og minst én linje under dem.',
    columns: (missing: string) => `Disse kolonnene mangler: ${missing}.`,
    many: (most: number) => `Tabellen har mer enn ${number(most)} linjer. Del den opp.`,
    line: (line: number, sentence: string) => `Linje ${number(line)}: ${sentence}`,
    nothing: 'Ingenting er lagt inn.'
  },
  entered: { heading: 'Lagt inn', withdraw: 'Trekk tilbake', withdrawn: 'Tallet er trukket tilbake.' },
  fields,
  problems
};
