import { z } from 'zod';
import { textSchema } from './language.ts';

const optionSchema = z.strictObject({ id: z.string(), text: textSchema, followUp: z.string().optional() });
const questionSchema = z.strictObject({
  key: z.string(),
  type: z.enum(['count', 'choice', 'text', 'url', 'month']),
  group: z.enum(['cases', 'unit']),
  required: z.boolean(),
  text: textSchema,
  definition: textSchema,
  options: z.array(optionSchema).optional()
});
const checkSchema = z.strictObject({
  id: z.string(),
  severity: z.enum(['hard', 'soft']),
  kind: z.enum(['at_most', 'at_least_one', 'none_of', 'all_of']),
  left: z.string(),
  right: z.array(z.string()),
  minimum: z.int().optional(),
  text: textSchema
});
const questionnaireSchema = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  title: textSchema,
  gate: z.strictObject({
    key: z.string(),
    text: textSchema,
    yes: textSchema,
    none: textSchema,
    noneMeans: textSchema,
    zeroes: z.array(z.string())
  }),
  questions: z.array(questionSchema),
  checks: z.array(checkSchema)
});

export type Option = z.infer<typeof optionSchema>;
export type Question = z.infer<typeof questionSchema>;
export type Check = z.infer<typeof checkSchema>;
export type Questionnaire = z.infer<typeof questionnaireSchema>;

/** Reads a questionnaire definition; throws naming the part that is wrong, also for keys that point nowhere. */
export function parseQuestionnaire(source: unknown): Questionnaire {
  const questionnaire = questionnaireSchema.parse(source);
  const keys = new Set(questionnaire.questions.map((question) => question.key));
  const named = [
    ...questionnaire.gate.zeroes,
    ...questionnaire.checks.flatMap((check) => [check.left, ...check.right]),
    ...questionnaire.questions.flatMap((question) => (question.options ?? []).flatMap((o) => o.followUp ?? []))
  ];
  const unknown = named.find((key) => !keys.has(key));
  if (unknown) throw new Error(`unknown question in questionnaire ${questionnaire.id}: ${unknown}`);
  if (keys.size !== questionnaire.questions.length)
    throw new Error(`a question key is used twice: ${questionnaire.id}`);
  return questionnaire;
}

/** The choice that opens a question, or null when the question is always asked. */
export function openedBy(questionnaire: Questionnaire, key: string): { question: Question; option: Option } | null {
  for (const question of questionnaire.questions) {
    const option = question.options?.find((candidate) => candidate.followUp === key);
    if (option) return { question, option };
  }
  return null;
}

/** The question with this key; throws on an unknown key. */
export function questionOf(questionnaire: Questionnaire, key: string): Question {
  const question = questionnaire.questions.find((candidate) => candidate.key === key);
  if (!question) throw new Error(`unknown question: ${key}`);
  return question;
}
