import type { Text } from './language.ts';
import { questionOf, type Option, type Questionnaire } from './questionnaire.ts';

/**
 * One definition of each figure. `denominator` is the indicator its share is of. A personal indicator counts cases
 * and is protected; an institutional one says how the municipality has arranged its duty and is public.
 */
export type Indicator = {
  id: string;
  kind: 'count' | 'category';
  source: 'question' | 'assignment';
  denominator: string | null;
  /** Whose cases a count is of; `all` also of a category. */
  age: 'all' | 'under_18';
  nature: 'personal' | 'institutional';
  /** The name of the filter in the page's address; null when it is no filter. */
  slug: string | null;
  name: Text;
  base: Text;
};

const answering: Text = {
  nb: 'kommuner som har oppgitt tallet',
  nn: 'kommunar som har oppgjeve talet',
  en: 'municipalities that gave the figure'
};
const answered: Text = {
  nb: 'kommuner som har svart',
  nn: 'kommunar som har svart',
  en: 'municipalities that answered'
};

export const indicators: readonly Indicator[] = [
  {
    id: 'answer_status',
    kind: 'category',
    source: 'assignment',
    denominator: null,
    age: 'all',
    nature: 'institutional',
    slug: 'svar',
    name: { nb: 'Svar på kartleggingen', nn: 'Svar på kartlegginga', en: 'Answer to the survey' },
    base: { nb: 'kommuner i runden', nn: 'kommunar i runden', en: 'municipalities in the round' }
  },
  {
    id: 'cases_received',
    kind: 'count',
    source: 'question',
    denominator: null,
    age: 'all',
    nature: 'personal',
    slug: null,
    name: { nb: 'Mottatte saker', nn: 'Mottekne saker', en: 'Cases received' },
    base: answering
  },
  {
    id: 'cases_handled',
    kind: 'count',
    source: 'question',
    denominator: 'cases_received',
    age: 'all',
    nature: 'personal',
    slug: null,
    name: { nb: 'Behandlede saker', nn: 'Behandla saker', en: 'Cases handled' },
    base: answering
  },
  {
    id: 'cases_under_18',
    kind: 'count',
    source: 'question',
    denominator: 'cases_received',
    age: 'under_18',
    nature: 'personal',
    slug: null,
    name: {
      nb: 'Saker med person under 18 år',
      nn: 'Saker med person under 18 år',
      en: 'Cases with a person under 18'
    },
    base: answering
  },
  {
    id: 'web_info',
    kind: 'category',
    source: 'question',
    denominator: null,
    age: 'all',
    nature: 'institutional',
    slug: 'nett',
    name: { nb: 'Informasjon på nettsiden', nn: 'Informasjon på nettsida', en: 'Information on the website' },
    base: answered
  },
  {
    id: 'organised_under',
    kind: 'category',
    source: 'question',
    denominator: null,
    age: 'all',
    nature: 'institutional',
    slug: 'organisert',
    name: { nb: 'Organisert under', nn: 'Organisert under', en: 'Organised under' },
    base: answered
  },
  {
    id: 'responsibility',
    kind: 'category',
    source: 'question',
    denominator: null,
    age: 'all',
    nature: 'institutional',
    slug: 'ansvar',
    name: { nb: 'Direkte ansvar', nn: 'Direkte ansvar', en: 'Direct responsibility' },
    base: answered
  }
];

export const countIndicators = indicators.filter((indicator) => indicator.kind === 'count');
export const categoryIndicators = indicators.filter((indicator) => indicator.kind === 'category');

/** The indicator with this id; throws on an unknown id. */
export function indicatorOf(id: string): Indicator {
  const indicator = indicators.find((candidate) => candidate.id === id);
  if (!indicator) throw new Error(`unknown indicator: ${id}`);
  return indicator;
}

/** The indicator that counts those under 18 among the cases of another, or null. */
export function youngOf(id: string): string | null {
  return indicators.find(({ age, denominator }) => age === 'under_18' && denominator === id)?.id ?? null;
}

const answerStatuses = ['answered', 'covered_by_host', 'declined', 'missing'] as const;
/** Where a municipality stands in a round. A covered one counts as answered; a missing one is not zero. */
export type AnswerStatus = (typeof answerStatuses)[number];

const answerStatusTexts: Record<AnswerStatus, Text> = {
  answered: { nb: 'Har svart', nn: 'Har svart', en: 'Answered' },
  covered_by_host: { nb: 'Dekket av vertskommune', nn: 'Dekt av vertskommune', en: 'Covered by host municipality' },
  declined: { nb: 'Vil ikke svare', nn: 'Vil ikkje svare', en: 'Declined' },
  missing: { nb: 'Ikke svart', nn: 'Ikkje svart', en: 'Not answered' }
};

/** The categories of an indicator in their order, from the questionnaire's options or the statuses of an answer. */
export function categoriesOf(indicator: Indicator, questionnaire: Questionnaire): Pick<Option, 'id' | 'text'>[] {
  if (indicator.kind === 'count') return [];
  if (indicator.source === 'assignment') return answerStatuses.map((id) => ({ id, text: answerStatusTexts[id] }));
  return (questionOf(questionnaire, indicator.id).options ?? []).map(({ id, text }) => ({ id, text }));
}
