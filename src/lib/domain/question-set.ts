import { z } from 'zod';
import { textSchema, type Text } from './language.ts';
import { parseAddon, type Question } from './questionnaire.ts';
import { mostRegionalQuestions, questionCode } from './regional-question.ts';

/** Questions that regions can take into their rounds together, as someone has asked municipalities to follow them. */
export type QuestionSet = { id: string; name: Text; about: Text; source: string; questions: Question[] };

const setSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z_]*$/),
  name: textSchema,
  about: textSchema,
  source: z.string().min(1),
  questions: z.array(z.unknown()).min(1).max(mostRegionalQuestions)
});

/** Reads a set of questions; throws naming the part that is wrong. */
export function parseQuestionSet(source: unknown): QuestionSet {
  const set = setSchema.parse(source);
  return { ...set, questions: parseAddon(set.questions) };
}

/**
 * A region's questions with those of a set after them that it does not ask yet, under codes of its own; null when there is no
 * room for all. The codes are the same each time, so that series go on from round to round.
 */
export function withSet(addon: readonly Question[], set: QuestionSet, korusRegion: string): Question[] | null {
  const own = set.questions.map((question) => ({ ...question, key: codeIn(korusRegion, question) }));
  const missing = own.filter(({ key }) => !addon.some((asked) => asked.key === key));
  return addon.length + missing.length > mostRegionalQuestions ? null : [...addon, ...missing];
}

/** Whether a region asks all of a set. */
export function asksAll(addon: readonly Question[], { questions }: QuestionSet, korusRegion: string): boolean {
  return questions.every((question) => addon.some(({ key }) => key === codeIn(korusRegion, question)));
}

function codeIn(korusRegion: string, { key }: Question): string {
  return questionCode(korusRegion, key.replaceAll('_', ' '), []);
}
