import type { Answers } from './answer.ts';
import type { Question } from './questionnaire.ts';

/** What a municipality is to have in order. `unit`: it has told where the unit is organised. */
export const duties = ['unit', 'written_routine', 'web_info', 'prosecution_contact', 'cooperation_agreement'] as const;
type Duty = (typeof duties)[number];
/** The duties a question asks about. */
export const askedDuties = ['web_info', 'written_routine', 'cooperation_agreement', 'prosecution_contact'] as const;
export type AskedDuty = (typeof askedDuties)[number];

/** `unknown`: asked and not told. `not_asked`: the round had no such question. */
type DutyState = 'yes' | 'planned' | 'no' | 'unknown' | 'not_asked';
export type DutyStates = Record<Duty, DutyState>;

/** The endings of question codes, of a core or of a region's own question, that are about a duty. */
const endings: Record<Exclude<AskedDuty, 'web_info'>, RegExp> = {
  written_routine: /(^|_)(written_routine|skriftlig_rutine)$/,
  cooperation_agreement: /(^|_)(cooperation_agreement|samarbeidsavtale)$/,
  prosecution_contact: /(^|_)(prosecution_contact|kontaktpunkt)$/
};
const states: Record<string, 'yes' | 'planned' | 'no'> = {
  ...{ yes: 'yes', ja: 'yes', planned: 'planned', planlagt: 'planned', no: 'no', nei: 'no' }
};

/** The duty that a question is about by its code, or null; `duty_of` in the store holds the same rule. */
export function dutyOf(key: string): AskedDuty | null {
  if (key === 'web_info') return 'web_info';
  return askedDuties.find((duty) => duty !== 'web_info' && endings[duty].test(key)) ?? null;
}

/** What an option of a choice says of a duty, or null for other options. */
export function stateOfOption(option: unknown): 'yes' | 'planned' | 'no' | null {
  return typeof option === 'string' ? (states[option] ?? null) : null;
}

/** How the duties stand by an answer, given what the round asked. */
export function dutyStates(asked: readonly Pick<Question, 'key'>[], answers: Answers): DutyStates {
  const stateOf = (duty: AskedDuty): DutyState => {
    const question = asked.find(({ key }) => dutyOf(key) === duty);
    if (!question) return 'not_asked';
    return stateOfOption(answers[question.key]?.value) ?? 'unknown';
  };
  const organised = asked.some(({ key }) => key === 'organised_under');
  const isOrganised = answers['organised_under']?.status === 'reported';
  return {
    unit: organised ? (isOrganised ? 'yes' : 'unknown') : 'not_asked',
    web_info: stateOf('web_info'),
    written_routine: stateOf('written_routine'),
    cooperation_agreement: stateOf('cooperation_agreement'),
    prosecution_contact: stateOf('prosecution_contact')
  };
}

/** The month (yyyy-mm) by which a duty is planned, by the question that the choice opens; null when none is told. */
export function plannedMonth(asked: readonly Question[], answers: Answers, duty: AskedDuty): string | null {
  const question = asked.find(({ key }) => dutyOf(key) === duty);
  const opened = question?.options?.find(({ id }) => stateOfOption(id) === 'planned')?.followUp;
  const month = opened ? answers[opened]?.value : null;
  return typeof month === 'string' && /^\d{4}-\d{2}$/.test(month) ? month : null;
}
