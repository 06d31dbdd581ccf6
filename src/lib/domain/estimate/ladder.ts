import { observedIn, total, type EstimateBasis } from './basis.ts';
import { predictTotal } from './model.ts';
import { meanTotal, ratioByClassTotal, ratioTotal, type Stratum } from './ratio.ts';

/** The ways of telling how many cases there are in all, from what is known to what is guessed. */
export const rungNames = [
  'lower_bound',
  'judgement',
  'last_round',
  'ratio_by_class',
  'ratio',
  'mean',
  'model'
] as const;
export type RungName = (typeof rungNames)[number];

/** What an adviser takes a silent municipality to have, and why. */
export type Judgement = { cases: number; reason: string };

/** What the silent had in the round before, by municipality, and how many days each of the rounds is of. */
export type LastRound = { name: string; daysBefore: number; days: number; counts: ReadonlyMap<string, number> };

/** What a way takes for granted, in figures: `told` of the `silent` have a judgement, or a figure of the round before. */
export type Assumption =
  | { kind: 'nothing' }
  | { kind: 'judged'; told: number; silent: number; cases: number }
  | { kind: 'carried'; told: number; silent: number; cases: number; daysBefore: number; days: number }
  | { kind: 'same_rate_in_class'; strata: readonly Stratum[] }
  | { kind: 'same_rate'; cases: number; population: number; silentPopulation: number }
  | { kind: 'same_mean'; cases: number; counted: number; silent: number }
  | { kind: 'alike_by_size'; counted: number; silent: number };

/** One way: cases in all, with the range it has. `value` is null where it tells no single number, `high` where it has no end. */
export type Rung = {
  name: RungName;
  value: number | null;
  low: number | null;
  high: number | null;
  assumes: Assumption;
};

/** What the ladder is made from. */
export type LadderBasis = EstimateBasis & { judgements: ReadonlyMap<string, Judgement>; last: LastRound | null };

/** Every way side by side, in order; the last one, the model, is the only one that knows its own range. */
export function ladderOf(basis: LadderBasis): Rung[] {
  const { counted, silent } = basis;
  const observed = observedIn(basis);
  const byClass = ratioByClassTotal(basis);
  const predicted = predictTotal(counted, silent);
  const share = { cases: observed, population: total(counted, 'population') };
  const units = { counted: counted.length, silent: silent.length };
  const noRange = { low: null, high: null };
  return [
    { name: 'lower_bound', value: null, low: observed, high: null, assumes: { kind: 'nothing' } },
    judged(basis, observed),
    carried(basis, observed),
    {
      ...{ name: 'ratio_by_class', value: byClass?.value ?? null, ...noRange },
      assumes: { kind: 'same_rate_in_class', strata: byClass?.strata ?? [] }
    },
    {
      ...{ name: 'ratio', value: ratioTotal(basis), ...noRange },
      assumes: { kind: 'same_rate', ...share, silentPopulation: total(silent, 'population') }
    },
    { name: 'mean', value: meanTotal(basis), ...noRange, assumes: { kind: 'same_mean', cases: observed, ...units } },
    {
      ...{ name: 'model', value: null, low: predicted?.low ?? null, high: predicted?.high ?? null },
      assumes: { kind: 'alike_by_size', ...units }
    }
  ];
}

/** The rung of a name; every ladder has it. */
export function rungOf(ladder: readonly Rung[], name: RungName): Rung {
  const found = ladder.find((rung) => rung.name === name);
  if (!found) throw new Error(`no rung ${name}`);
  return found;
}

function judged({ silent, judgements }: LadderBasis, observed: number): Rung {
  const told = silent.flatMap(({ municipalityNo }) => judgements.get(municipalityNo)?.cases ?? []);
  const assumes = { kind: 'judged', ...sumOf(told), silent: silent.length } as const;
  return { name: 'judgement', ...toldTotal(observed, assumes), assumes };
}

/** What the silent had last, by the length of the rounds. */
function carried({ silent, last }: LadderBasis, observed: number): Rung {
  const { days, daysBefore } = last ?? { days: 1, daysBefore: 1 };
  const told = silent.flatMap(({ municipalityNo }) => last?.counts.get(municipalityNo) ?? []);
  const { told: count, cases } = sumOf(told);
  const assumes: Assumption & { kind: 'carried' } = {
    kind: 'carried',
    ...{ told: count, silent: silent.length, days, daysBefore },
    cases: (cases * days) / daysBefore
  };
  return { name: 'last_round', ...toldTotal(observed, assumes), assumes };
}

/** Blank is never zero: where some of the silent have no figure, the sum is only what there is at least. */
function toldTotal(observed: number, { told, silent, cases }: { told: number; silent: number; cases: number }) {
  const sum = observed + cases;
  return told === silent
    ? { value: sum, low: null, high: null }
    : { value: null, low: told === 0 ? null : sum, high: null };
}

function sumOf(told: readonly number[]): { told: number; cases: number } {
  return { told: told.length, cases: told.reduce((sum, cases) => sum + cases, 0) };
}
