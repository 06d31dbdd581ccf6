import { z } from 'zod';
import type { PublishedFact } from './published-fact.ts';

const factCheck = z.strictObject({
  id: z.string().min(1),
  relation: z.enum(['difference', 'sum', 'at_most', 'equal', 'share']),
  stated: z.string(),
  against: z.array(z.string()).min(1)
});

export type FactCheck = z.output<typeof factCheck>;

export type FactCheckResult = {
  id: string;
  relation: FactCheck['relation'];
  kind: 'agreement' | 'contradiction' | 'different_unit' | 'estimate' | 'ambiguous_base';
  holds: boolean | null;
  factIds: string[];
  stated: number;
  computed: number | null;
  difference: number | null;
  shares: { baseId: string; share: number }[];
};

type Comparison = { check: FactCheck; stated: PublishedFact; against: PublishedFact[] };
type Verdict = Pick<FactCheckResult, 'kind' | 'holds'>;

const verdicts = {
  true: { kind: 'agreement', holds: true },
  false: { kind: 'contradiction', holds: false }
} as const satisfies Record<string, Verdict>;

/** The relations between published figures that are to be checked: which figure is stated, and against which others. */
export function parseFactChecks(json: string): FactCheck[] {
  const parsed = z.array(factCheck).safeParse(JSON.parse(json));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`fact_checks.json, ${issue?.path.join(', ')}: ${issue?.message}`);
}

/**
 * Whether published figures agree with each other: `holds` is null where the figures cannot decide it (an estimate,
 * different units, more than one possible base); `difference` is computed minus stated; a share is 0 to 1.
 */
export function checkPublishedFacts(facts: PublishedFact[], checks: FactCheck[]): FactCheckResult[] {
  const find = (id: string) => {
    const fact = facts.find((candidate) => candidate.id === id);
    if (!fact) throw new Error(`fact_checks.json: ukjent tall ${id}`);
    return fact;
  };
  return checks.map((check) => checkResult({ check, stated: find(check.stated), against: check.against.map(find) }));
}

function checkResult(comparison: Comparison): FactCheckResult {
  const { check, stated, against } = comparison;
  const isSameUnit = against.every(({ unit }) => unit === stated.unit);
  const computed = isSameUnit ? computedValue(check.relation, against.map(singleValue)) : null;
  return {
    id: check.id,
    relation: check.relation,
    ...verdict(comparison, isSameUnit, computed),
    factIds: [check.stated, ...check.against],
    stated: singleValue(stated),
    computed,
    difference: computed === null ? null : computed - singleValue(stated),
    shares: check.relation === 'share' && isSameUnit ? possibleShares(comparison) : []
  };
}

function verdict(comparison: Comparison, isSameUnit: boolean, computed: number | null): Verdict {
  const { check, stated, against } = comparison;
  if (!isSameUnit) return { kind: 'different_unit', holds: null };
  if ([stated, ...against].some(({ certainty }) => certainty === 'estimate')) return { kind: 'estimate', holds: null };
  if (computed === null) {
    const bases = possibleShares(comparison).length;
    return bases > 1 ? { kind: 'ambiguous_base', holds: null } : verdicts[`${bases === 1}`];
  }
  const value = singleValue(stated);
  return verdicts[`${check.relation === 'at_most' ? value <= computed : value === computed}`];
}

function computedValue(relation: FactCheck['relation'], values: number[]): number | null {
  if (relation === 'share') return null;
  const [first = 0, ...rest] = values;
  const sign = relation === 'difference' ? -1 : 1;
  return rest.reduce((sum, value) => sum + sign * value, first);
}

function possibleShares({ stated, against }: Comparison): FactCheckResult['shares'] {
  const part = singleValue(stated);
  const bases = against.filter((base) => singleValue(base) > 0 && part <= singleValue(base));
  return bases.map((base) => ({ baseId: base.id, share: part / singleValue(base) }));
}

function singleValue({ id, low, high }: PublishedFact): number {
  if (low === null || low !== high) throw new Error(`fact ${id} has no single value`);
  return low;
}
