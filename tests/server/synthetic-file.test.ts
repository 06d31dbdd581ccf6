import { expect, it } from 'vitest';
import { readSyntheticAnswers } from '#lib/server/synthetic-file.ts';

it('the made-up answers are those of the municipalities that answered, with no cases as a confirmed none', () => {
  const answers = readSyntheticAnswers('data');
  expect(answers).toHaveLength(42);
  expect(answers.some(({ municipalityNo }) => municipalityNo === '4223')).toBe(false);
  const zeros = answers.filter(({ answers }) => answers.cases_received?.value === 0);
  expect(zeros.length).toBeGreaterThan(0);
  expect(zeros.every(({ answers }) => answers.cases_handled?.status === 'confirmed_none')).toBe(true);
});
