import { expect, it } from 'vitest';
import { isTallyQuestion } from '#lib/domain/case/self-referral.ts';
import { asksAll, parseQuestionSet, withSet } from '#lib/domain/question-set.ts';
import type { Question } from '#lib/domain/questionnaire.ts';
import { loadQuestionSets } from '#lib/server/question-sets.ts';

const text = { nb: 'Ja?', nn: 'Ja?', en: 'Yes?' };
const question = (key: string): Question => ({
  ...{ key, type: 'count', group: 'regional', required: false, text, definition: text }
});
const set = parseQuestionSet({
  ...{ id: 'two', name: text, about: text, source: 'kronikk' },
  questions: [question('first_thing'), question('second')]
});

it('is taken whole under codes of the region, and what is asked already is not asked twice', () => {
  const once = withSet([], set, 'vest-bergen');
  expect(once?.map(({ key }) => key)).toEqual(['vest_bergen_first_thing', 'vest_bergen_second']);
  expect(withSet(once ?? [], set, 'vest-bergen')).toEqual(once);
  expect(asksAll(once ?? [], set, 'vest-bergen')).toBe(true);
  expect(asksAll(once?.slice(1) ?? [], set, 'vest-bergen')).toBe(false);
});

it('is not taken where there is no room for all of it', () => {
  const seven = Array.from({ length: 7 }, (_, index) => question(`sor_${index}`));
  expect(withSet(seven, set, 'sor')).toBeNull();
  expect(withSet(seven.slice(1), set, 'sor')).toHaveLength(8);
});

it('about the content of the service has the seven areas, in all languages, with its source', () => {
  const [content] = loadQuestionSets('data/question_sets');
  expect(content?.questions).toHaveLength(7);
  expect(content?.source).toContain('K01');
  expect(withSet([], content!, 'sor')?.every(({ options }) => options?.length === 3)).toBe(true);
});

it('about self-referrals is answered by the tally of a unit, under the code of each region', () => {
  const tally = loadQuestionSets('data/question_sets').find(({ id }) => id === 'self_referrals');
  for (const region of ['sor', 'vest-bergen']) {
    expect(withSet([], tally!, region)?.map(({ key }) => isTallyQuestion(key))).toEqual([true]);
  }
});
