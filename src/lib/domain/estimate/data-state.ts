import type { LadderBasis, RungName } from './ladder.ts';

/** All that the figures of a way are made from, as a text that differs when any of it does. */
export function dataStateOf({ counted, silent, judgements, last }: LadderBasis, name: RungName): string {
  const told = counted.map(({ municipalityNo, population, count }) => [municipalityNo, population, count]);
  const missing = silent.map(({ municipalityNo, population }) => {
    const own = [municipalityNo, population];
    if (name === 'judgement') return [...own, judgements.get(municipalityNo)?.cases ?? null];
    if (name === 'last_round') return [...own, last?.counts.get(municipalityNo) ?? null, last?.daysBefore ?? null];
    return own;
  });
  return JSON.stringify([name, last && name === 'last_round' ? last.days : null, told, missing]);
}
