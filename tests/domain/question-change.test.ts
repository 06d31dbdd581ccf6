import { expect, test } from 'vitest';
import { comparableKeys, questionChanges } from '#lib/domain/question-change.ts';
import type { Question, Questionnaire } from '#lib/domain/questionnaire.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';

const [core] = loadQuestionnaires('data/questionnaires') as [Questionnaire];
const own: Question = {
  key: 'sor_meetings',
  type: 'count',
  group: 'regional',
  required: false,
  text: { nb: 'Møter', nn: 'Møte', en: 'Meetings' },
  definition: { nb: 'Alle møter.', nn: 'Alle møte.', en: 'All meetings.' }
};
const withOwn = (question: Question): Questionnaire => ({ ...core, questions: [...core.questions, question] });
const reworded = { ...own, text: { ...own.text, nb: 'Møter i alt' } };
const kindOf = (before: Questionnaire | null, after: Questionnaire, key = own.key) =>
  questionChanges(before, after).find((change) => change.key === key)?.kind;

test('the first round has only new questions', () => {
  expect(new Set(questionChanges(null, core).map(({ kind }) => kind))).toEqual(new Set(['new']));
});

test('the same questionnaire changes nothing', () => {
  expect(new Set(questionChanges(core, core).map(({ kind }) => kind))).toEqual(new Set(['same']));
});

test('a question that was added is new, and one that was left out is removed', () => {
  expect(kindOf(core, withOwn(own))).toBe('new');
  expect(kindOf(withOwn(own), core)).toBe('removed');
});

test('other words break the series unless whoever changed them says that it asks the same', () => {
  expect(kindOf(withOwn(own), withOwn(reworded))).toBe('changed');
  expect(kindOf(withOwn(own), withOwn({ ...reworded, lineage: { is: 'same', note: null } }))).toBe('reworded');
});

test('a question of another type never goes on, whatever is said', () => {
  const text: Question = { ...own, type: 'text', lineage: { is: 'same', note: null } };
  expect(kindOf(withOwn(own), withOwn(text))).toBe('changed');
});

test('a declared change counts also when the words are the same, with its reason', () => {
  const note = { nb: 'Ny avgrensing.', nn: 'Ny avgrensing.', en: 'New scope.' };
  const [change] = questionChanges(withOwn(own), withOwn({ ...own, lineage: { is: 'changed', note } })).slice(-1);
  expect(change).toMatchObject({ kind: 'changed', note });
});

test('only what goes on may stand beside new answers', () => {
  const keys = comparableKeys(withOwn(own), withOwn(reworded));
  expect(keys.has(own.key)).toBe(false);
  expect(keys.has('cases_received')).toBe(true);
});
