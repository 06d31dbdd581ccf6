import type { Text } from './language.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

/** What became of a question since the round before. A series goes on over `same` and `reworded`, and breaks at `changed`. */
export type QuestionChange = {
  key: string;
  kind: 'same' | 'reworded' | 'changed' | 'new' | 'removed';
  text: Text;
  before: Text | null;
  note: Text | null;
};

/**
 * Every question of two questionnaires, in the order of the later one and then those that are gone. Whoever changes a
 * question declares whether it still asks the same; undeclared changes break the series. No earlier one: all are new.
 */
export function questionChanges(before: Questionnaire | null, after: Questionnaire): QuestionChange[] {
  const earlier = new Map(before?.questions.map((question) => [question.key, question]));
  const kept = after.questions.map((question) => changeOf(earlier.get(question.key), question));
  const keys = new Set(after.questions.map(({ key }) => key));
  const removed = [...earlier.values()]
    .filter(({ key }) => !keys.has(key))
    .map(({ key, text }): QuestionChange => ({ key, kind: 'removed', text, before: text, note: null }));
  return [...kept, ...removed];
}

/** The codes of questions whose earlier answers may stand beside new ones. */
export function comparableKeys(before: Questionnaire, after: Questionnaire): Set<string> {
  const comparable = questionChanges(before, after).filter(({ kind }) => kind === 'same' || kind === 'reworded');
  return new Set(comparable.map(({ key }) => key));
}

function changeOf(before: Question | undefined, after: Question): QuestionChange {
  const { key, text, lineage } = after;
  if (!before) return { key, kind: 'new', text, before: null, note: null };
  const change = { key, text, before: before.text, note: lineage?.note ?? null };
  if (lineage?.is === 'changed') return { ...change, kind: 'changed' };
  if (isAlike(before, after)) return { ...change, kind: 'same' };
  return { ...change, kind: lineage?.is === 'same' && before.type === after.type ? 'reworded' : 'changed' };
}

/** Whether two questions ask the same in the same words; what was declared about them does not count. */
export function isAlike(one: Question, other: Question): boolean {
  const essence = ({ key, type, required, text, definition, options }: Question) =>
    JSON.stringify([key, type, required, inOrder(text), inOrder(definition), options?.map(essenceOfOption) ?? null]);
  return essence(one) === essence(other);
}

function essenceOfOption({ id, text, followUp }: NonNullable<Question['options']>[number]) {
  return [id, inOrder(text), followUp ?? null];
}

function inOrder({ nb, nn, en }: Text): string[] {
  return [nb, nn, en];
}
