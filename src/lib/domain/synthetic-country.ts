import type { Answer, Answers } from './answer.ts';
import type { Questionnaire } from './questionnaire.ts';
import { chanceOf } from './synthetic-answer.ts';

/** Cases received per inhabitant, near that of Region Sør 2024. */
const usualRate = 0.8 / 10_000;
const partAnswering = 0.7;
const partHandled = 0.88;
const partUnder18 = 0.32;

/**
 * A made-up answer of a municipality with so many inhabitants, its cases by chance about the usual rate; null where it is
 * silent. The same seed gives the same.
 */
export function syntheticCountryAnswer(
  questionnaire: Questionnaire,
  { seed, inhabitants }: { seed: string; inhabitants: number }
): Answers | null {
  const chance = chanceOf(seed);
  if (chance() > partAnswering) return null;
  const received = casesAbout(inhabitants * usualRate, chance);
  const cases = {
    cases_received: countOf(received, received),
    cases_handled: countOf(partOf(received, partHandled, chance), received),
    cases_under_18: countOf(partOf(received, partUnder18, chance), received)
  };
  const choices = questionnaire.questions
    .filter(({ type, required }) => type === 'choice' && required)
    .map(({ key, options = [] }): [string, Answer] => [
      key,
      { status: 'reported', value: options[Math.floor(chance() * options.length)]?.id ?? '' }
    ]);
  return { ...cases, ...Object.fromEntries(choices) };
}

function countOf(value: number, received: number): Answer {
  return received === 0 ? { status: 'confirmed_none', value: 0 } : { status: 'reported', value };
}

/** A Poisson count, by the gaps between cases. */
function casesAbout(mean: number, chance: () => number): number {
  let cases = 0;
  for (let gone = -Math.log(1 - chance()); gone < mean; gone -= Math.log(1 - chance())) cases += 1;
  return cases;
}

function partOf(cases: number, part: number, chance: () => number): number {
  return Array.from({ length: cases }, chance).filter((one) => one < part).length;
}
