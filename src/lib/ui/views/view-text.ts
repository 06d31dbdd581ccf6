import type { Language } from '#lib/domain/language.ts';
import { longestViewName, longestViewNote, type ViewProblem } from '#lib/domain/saved-view.ts';
import { messagesIn } from '#lib/i18n/messages.ts';

/** The problem of a typed name or note as a sentence. */
export function viewProblemText(problem: ViewProblem, language: Language): string {
  const text = messagesIn(language).views.problem;
  if (problem.kind === 'missing') return problem.field === 'name' ? text.nameMissing : text.noteMissing;
  return problem.field === 'name'
    ? text.nameTooLong(problem.length, longestViewName)
    : text.noteTooLong(problem.length, longestViewNote);
}

/** The problems of a form as sentences by field, for its summary. */
export function viewProblemTexts(problems: readonly ViewProblem[], language: Language) {
  return problems.map((problem) => ({ field: problem.field, sentence: viewProblemText(problem, language) }));
}
