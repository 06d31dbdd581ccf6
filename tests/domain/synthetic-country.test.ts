import { expect, it } from 'vitest';
import { syntheticCountryAnswer } from '#lib/domain/synthetic-country.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';

const [questionnaire] = loadQuestionnaires('data/questionnaires');
const answerOf = (seed: number, inhabitants = 20_000) =>
  syntheticCountryAnswer(questionnaire!, { seed: `x/${seed}`, inhabitants });
const answers = Array.from({ length: 400 }, (_, seed) => answerOf(seed));

it('answers the same for the same seed, and about two of three answer', () => {
  expect(answerOf(7)).toEqual(answerOf(7));
  const given = answers.filter((answer) => answer !== null).length;
  expect(given / answers.length).toBeGreaterThan(0.6);
  expect(given / answers.length).toBeLessThan(0.8);
});

it('handles and counts as young no more than it received, about eight of 100 000', () => {
  const counts = answers.flatMap((answer) => (answer ? [answer] : []));
  for (const { cases_received: received, cases_handled: handled, cases_under_18: young } of counts) {
    expect(handled?.value).toBeLessThanOrEqual(Number(received?.value));
    expect(young?.value).toBeLessThanOrEqual(Number(received?.value));
  }
  const mean = counts.reduce((sum, one) => sum + Number(one.cases_received?.value), 0) / counts.length;
  expect(mean).toBeGreaterThan(1.3);
  expect(mean).toBeLessThan(1.9);
});
