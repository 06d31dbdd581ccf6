import { z } from 'zod';
import { textSchema } from './language.ts';

const optionSchema = z.strictObject({ id: z.string(), text: textSchema, followUp: z.string().optional() });
export const questionTypes = ['count', 'choice', 'text', 'url', 'month'] as const;
const lineageSchema = z.strictObject({ is: z.enum(['same', 'changed']), note: textSchema.nullable() });
const questionSchema = z.strictObject({
  key: z.string(),
  type: z.enum(questionTypes),
  group: z.enum(['cases', 'unit', 'regional']),
  required: z.boolean(),
  text: textSchema,
  definition: textSchema,
  options: z.array(optionSchema).optional(),
  lineage: lineageSchema.optional()
});
/** A question of a region opens no other. */
const regionalOption = optionSchema.omit({ followUp: true });
const addonSchema = z.array(
  questionSchema.extend({ group: z.literal('regional'), options: z.array(regionalOption).optional() })
);
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

/** The questions of a region as they are kept with its round, after those of the core; throws on what is none. */
export function parseAddon(source: unknown): Question[] {
  return addonSchema.parse(source);
}

/** The same from a text that came from outside; null for what is none. */
export function readAddon(text: string): Question[] | null {
  try {
    const read = addonSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null; // no JSON at all
  }
}

/** A questionnaire with a region's own questions at the end; the codes of the core are never theirs to use. */
export function withAddon(core: Questionnaire, addon: readonly Question[]): Questionnaire {
  if (addon.length === 0) return core;
  const questionnaire = { ...core, questions: [...core.questions, ...addon] };
  if (new Set(questionnaire.questions.map(({ key }) => key)).size !== questionnaire.questions.length)
    throw new Error(`a region's question uses a code of ${core.id}`);
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
