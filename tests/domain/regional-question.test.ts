import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddon, withAddon, type Question, type Questionnaire } from '#lib/domain/questionnaire.ts';
import {
  mostRegionalQuestions,
  moveQuestion,
  putQuestion,
  questionCode,
  readRegionalQuestion,
  readRemoved,
  typedQuestion
} from '#lib/domain/regional-question.ts';
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

describe('putting a question', () => {
  const { question } = readRegionalQuestion(typed, context);
  const other = { ...question, text: { ...question.text, nb: 'Noe annet' } };

  test('changes the one of the same code, and adds a new one beside another with its code', () => {
    expect(putQuestion([question], other, false)).toEqual([other]);
    expect(putQuestion([question], other, true)?.map(({ key }) => key)).toEqual([question.key, `${question.key}_2`]);
  });

  test('is refused when there is room for no more, never dropped', () => {
    const full = Array.from({ length: mostRegionalQuestions }, (_, index) => ({ ...question, key: `sor_${index}` }));
    expect(putQuestion(full, question, true)).toBeNull();
    expect(putQuestion(full, { ...other, key: 'sor_3' }, false)).toHaveLength(mostRegionalQuestions);
  });
});

describe('a question that was removed', () => {
  const { question } = readRegionalQuestion(typed, context);
  const from = { korusRegion: 'sor', taken: ['cases_received'], earlier: [] };
  const kept = (one: unknown) => readRemoved(JSON.stringify([one]), from);

  test('comes back as it was', () => {
    expect(kept(question)).toEqual(question);
  });

  test.each([
    ['no JSON', () => readRemoved('{', from)],
    ['nothing', () => readRemoved('[]', from)],
    ['a code of the core', () => kept({ ...question, key: 'cases_received' })],
    ['a code of another region', () => kept({ ...question, key: 'midt_meetings' })],
    ['a code that is taken', () => readRemoved(JSON.stringify([question]), { ...from, taken: [question.key] })],
    ['one choice', () => kept({ ...question, options: question.options?.slice(0, 1) })],
    [
      'a choice that opens another',
      () => kept({ ...question, options: question.options?.map((one) => ({ ...one, followUp: 'x' })) })
    ],
    ['too long a text', () => kept({ ...question, text: { ...question.text, nb: 'x'.repeat(201) } })]
  ])('is not one with %s', (_, read) => {
    expect(read()).toBeNull();
  });
});

test('a removed question that is put back holds nothing that the store cannot', () => {
  const { question } = readRegionalQuestion(typed, context);
  const kept = JSON.stringify([{ ...question, text: { ...question.text, nb: 'Møte\0tid \ud83d' } }]);
  expect(readRemoved(kept, { korusRegion: 'sor', taken: [], earlier: [] })?.text.nb).toBe('Møtetid \ufffd');
});
