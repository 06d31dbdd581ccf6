import { expect, it } from 'vitest';
import { languages } from '#lib/domain/language.ts';
import { estimateSentences } from '#lib/ui/estimate/estimate-sentence.ts';

const response = { reported: 42, expected: 66, population: 1_023_194, populationReported: 929_303 };
const said = { indicator: 'cases_received', observed: 71, response, rung: 'model' } as const;
const numbersIn = (sentences: readonly string[]) => sentences.join(' ').match(/\d+/g);

it.each(languages)('an estimate that is refused has no number but what was counted (%s)', (language) => {
  expect(numbersIn(estimateSentences({ ...said, range: null }, language))).toEqual(['42', '66', '71']);
});

it.each(languages)('an estimate that is given has its range, after what was counted (%s)', (language) => {
  const [first, ...others] = estimateSentences({ ...said, range: { value: null, low: 71, high: 90 } }, language);
  expect(numbersIn([first ?? ''])).toEqual(['42', '66', '71']);
  expect(numbersIn(others)).toEqual(expect.arrayContaining(['71', '90']));
});
