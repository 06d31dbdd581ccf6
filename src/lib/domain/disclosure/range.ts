import type { Attacker } from './attacker.ts';
import { senses, type Range, type Sense } from './need.ts';
import { inexactness, within, type Solver } from './solver.ts';

/** Counts are whole: a sum of at least 1.5 is at least 2. And -0 is 0. */
export function inwards(value: number, sense: Sense): number {
  const whole = sense === 'least' ? Math.ceil(value - inexactness) : Math.floor(value + inexactness);
  return whole === 0 ? 0 : whole;
}

/**
 * What an attacker can say of each sum: its limits, rounded inwards. -Infinity and Infinity: no answer. A sum that
 * nothing limits goes as far as the limit of the attacker's columns.
 */
export function rangesOf(attacker: Attacker, sums: readonly (readonly number[])[], solver: Solver): Range[] {
  return within(solver, attacker.system, (session) =>
    sums.map((columns) => {
      const range = { least: -Infinity, greatest: Infinity };
      for (const sense of senses) {
        const optimum = session.optimum({ columns, sense }, 'fractional');
        if (optimum) range[sense] = inwards(optimum.value, sense);
      }
      return range;
    })
  );
}
