import type { Answers, Fields } from '#lib/domain/answer.ts';
import type { OwnPromise } from '#lib/domain/asked-again.ts';
import type { Member } from '#lib/domain/coverage-form.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';

/** What is wrong with one field of the form, as a sentence. */
export type FieldProblem = { field: string; sentence: string };

/** A figure that the form asks about, in a sentence; `id` names the reason that answers it. */
export type AskedQuestion = { id: string; field: string; sentence: string };

/** Another municipality of the round, with its name. */
export type NamedMember = Member & { name: string };

/**
 * What every field of the form needs to show itself. Without `members` nothing is asked about other municipalities.
 */
export type FormContext = {
  questionnaire: Questionnaire;
  fields: Fields;
  problems: FieldProblem[];
  previous: { roundName: string; answers: Answers } | null;
  language: Language;
  /** What KORUS has asked about each figure, and the page where it is answered. */
  asked?: { texts: Record<string, string>; href: string };
  members?: NamedMember[];
  /** What the municipality has promised, that is asked about again. */
  promises?: readonly OwnPromise[];
};

/** The sentence about a field, or null when nothing is wrong with it. */
export function problemOf(context: FormContext, field: string): string | null {
  return context.problems.find((problem) => problem.field === field)?.sentence ?? null;
}

/** The id of the input that a link to a field leads to: of a group, its first choice. */
export function inputOf({ gate, questions }: Questionnaire, field: string): string {
  if (field === gate.key) return `${field}-none`;
  const [first] = questions.find(({ key }) => key === field)?.options ?? [];
  return first ? `${field}-${first.id}` : field;
}
