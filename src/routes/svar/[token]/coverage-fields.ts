import type { Fields } from '#lib/domain/answer.ts';
import type { Coverage } from '#lib/domain/coverage.ts';
import { parseCoverage, saysByHost, type CoverageProblem } from '#lib/domain/coverage-form.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { problemSentence } from '#lib/ui/answer/answer-text.ts';
import type { FieldProblem, NamedMember } from '#lib/ui/answer/form-context.ts';

export type { NamedMember };

/** What a form says of other municipalities, with a sentence for each field that is wrong. Nothing without members. */
export function readCoverageForm(
  questionnaire: Questionnaire,
  fields: Fields,
  members: readonly NamedMember[],
  language: Language
): { coverage: Coverage | null; problems: FieldProblem[] } {
  if (members.length === 0 && !saysByHost(questionnaire, fields)) return { coverage: null, problems: [] };
  const { coverage, problems } = parseCoverage(questionnaire, fields, members);
  const nameOf = (number: string) => members.find((one) => one.municipalityNo === number)?.name ?? number;
  const sentences = problems.map((problem) => ({
    field: problem.field,
    sentence: sentenceOf(problem, { questionnaire, language, nameOf })
  }));
  return { coverage, problems: sentences };
}

type Words = { questionnaire: Questionnaire; language: Language; nameOf: (number: string) => string };

function sentenceOf(problem: CoverageProblem, { questionnaire, language, nameOf }: Words): string {
  const words = messagesIn(language).coverage.form.problem;
  switch (problem.code) {
    case 'figure':
      return words.of(nameOf(problem.municipalityNo), problemSentence(problem.problem, questionnaire, language));
    case 'none_and_figures':
    case 'no_figures':
      return words.of(nameOf(problem.value), words[problem.code]);
    case 'unknown_host':
    case 'unknown_member':
      return words[problem.code](problem.value);
    case 'host_required':
    case 'kind_required':
    case 'nobody_chosen':
      return words[problem.code];
  }
}
