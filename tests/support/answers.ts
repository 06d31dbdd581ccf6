import { readFileSync } from 'node:fs';
import type { Answers, Fields } from '#lib/domain/answer.ts';
import { parseQuestionnaire } from '#lib/domain/questionnaire.ts';

/** The questionnaire of the rounds, as it is sent out. */
export const questionnaire = parseQuestionnaire(
  JSON.parse(readFileSync('data/questionnaires/rer-core-v1.json', 'utf8'))
);

/** A form filled in by a municipality without cases: one choice above, three facts below. */
export const noCases: Fields = {
  any_cases: 'none',
  organised_under: 'health_and_care',
  responsibility: 'substance_use_consultant',
  web_info: 'no'
};

/** A form filled in by a municipality with cases. */
export const someCases: Fields = {
  ...noCases,
  any_cases: 'yes',
  cases_received: '4',
  cases_handled: '3',
  cases_under_18: '1'
};

/** What `someCases` means. */
export const someAnswers: Answers = {
  cases_received: { status: 'reported', value: 4 },
  cases_handled: { status: 'reported', value: 3 },
  cases_under_18: { status: 'reported', value: 1 },
  organised_under: { status: 'reported', value: 'health_and_care' },
  responsibility: { status: 'reported', value: 'substance_use_consultant' },
  web_info: { status: 'reported', value: 'no' }
};
