import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddon, withAddon, type Question, type Questionnaire } from '#lib/domain/questionnaire.ts';
import { moveQuestion, questionCode, readRegionalQuestion, typedQuestion } from '#lib/domain/regional-question.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';

const [core] = loadQuestionnaires('data/questionnaires') as [Questionnaire];
const typed = {
  type: 'choice',
  required: 'yes',
  'text.nb': 'Har enheten fast møtetid?',
  'text.nn': 'Har eininga fast møtetid?',
  'text.en': 'Does the unit meet regularly?',
  'definition.nb': 'Minst én gang i måneden.',
  'definition.nn': 'Minst éin gong i månaden.',
  'definition.en': 'At least once a month.',
  'option.0.nb': 'Ja',
  'option.0.nn': 'Ja',
  'option.0.en': 'Yes',
  'option.2.nb': 'Nei',
  'option.2.nn': 'Nei',
  'option.2.en': 'No'
};
const context = { korusRegion: 'sor', key: null, taken: [] as string[], before: null };

describe('a question from the editor', () => {
  test('gets a code of its region, and choices with codes', () => {
    const { question, problems } = readRegionalQuestion(typed, context);
    expect(problems).toEqual([]);
    expect(question).toMatchObject({ key: 'sor_har_enheten_fast_motetid', type: 'choice', required: true });
    expect(question.options?.map(({ id }) => id)).toEqual(['ja', 'nei']);
    expect(parseAddon([question])).toEqual([question]);
    expect(withAddon(core, [question]).questions.at(-1)).toEqual(question);
  });

  test('comes back into the editor as it was', () => {
    const { question } = readRegionalQuestion(typed, context);
    expect(readRegionalQuestion(typedQuestion(question), { ...context, key: question.key }).question).toEqual(question);
  });

  test('needs every language, a known type and two choices', () => {
    const { problems } = readRegionalQuestion({ type: 'choice', 'text.nb': 'Møter' }, context);
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'text.nn missing',
      'text.en missing',
      'option.0.nb too_few_options',
      'definition.nb missing',
      'definition.nn missing',
      'definition.en missing'
    ]);
    expect(readRegionalQuestion({ ...typed, type: 'file' }, context).problems).toEqual([
      { field: 'type', code: 'unknown_type', value: 'file' }
    ]);
  });

  test('may not have the same choice twice, nor too many words', () => {
    const { problems } = readRegionalQuestion({ ...typed, 'option.2.nb': 'Ja', 'text.en': 'x'.repeat(201) }, context);
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'text.en too_long',
      'option.2.nb same_option'
    ]);
  });

  test('that differs from last time must be declared the same or changed, and a change explained', () => {
    const before = readRegionalQuestion(typed, context).question;
    const again = { ...context, key: before.key, before };
    const edited = { ...typed, 'text.nb': 'Har enheten faste møter?' };
    expect(readRegionalQuestion(typed, again).problems).toEqual([]);
    expect(readRegionalQuestion(edited, again).problems).toMatchObject([{ field: 'lineage', code: 'lineage_missing' }]);
    expect(readRegionalQuestion({ ...edited, lineage: 'same' }, again).question.lineage).toEqual({
      is: 'same',
      note: null
    });
    expect(readRegionalQuestion({ ...edited, lineage: 'changed' }, again).problems).toMatchObject([
      { field: 'note.nb', code: 'missing' },
      { field: 'note.nn', code: 'missing' },
      { field: 'note.en', code: 'missing' }
    ]);
  });
});

describe('a code', () => {
  test('is never one that is taken', () => {
    expect(questionCode('sor', 'Møter', ['sor_moter', 'sor_moter_2'])).toBe('sor_moter_3');
  });

  test('is letters, digits and underscores, whatever the words are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (region, words) => {
        expect(questionCode(region, words, [])).toMatch(/^[a-z0-9_]{1,40}$/);
      }),
      { seed: 4 }
    );
  });
});

test('a question moves one place and stops at the ends', () => {
  const { question } = readRegionalQuestion(typed, context);
  const list: Question[] = ['a', 'b', 'c'].map((key) => ({ ...question, key }));
  const keys = (questions: Question[]) => questions.map(({ key }) => key).join('');
  expect(keys(moveQuestion(list, 'b', -1))).toBe('bac');
  expect(keys(moveQuestion(list, 'b', 1))).toBe('acb');
  expect(keys(moveQuestion(list, 'a', -1))).toBe('abc');
  expect(keys(moveQuestion(list, 'c', 1))).toBe('abc');
  expect(keys(moveQuestion(list, 'x', 1))).toBe('abc');
});

test("a region's question may not use a code of the core", () => {
  const { question } = readRegionalQuestion(typed, { ...context, key: 'cases_received' });
  expect(() => withAddon(core, [question])).toThrow("a region's question uses a code of rer-core");
});
