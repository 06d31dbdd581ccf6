import { attackerOf } from './attacker.ts';
import { partsOf, type Column, type Model } from './model.ts';
import type { Failure, Need } from './need.ts';
import type { Pattern } from './secondary.ts';
import type { Solver } from './solver.ts';
import type { Policy } from './table.ts';
import { easilyMet, failuresOf } from './verification.ts';

/** An insider who can work out what another has. */
export type InsiderFailure = Failure & { insider: string };

/** Everyone who gave an answer, in one order. */
function contributorsOf({ columns }: Model): string[] {
  return [...new Set(columns.flatMap(({ parts }) => [...parts.keys()]))].sort();
}

/**
 * What one who knows its own answer must not be able to tell: the exact value of a small cell of others, nor what is
 * left of a hidden sum when its own is taken away, where that is small.
 */
function insiderNeeds(model: Model, insider: string, primary: readonly Need[], policy: Policy): Need[] {
  return primary.flatMap(({ cell, columns }): Need[] => {
    const found = model.cells[cell];
    if (!found) return [];
    const parts = partsOf(model, found);
    const own = parts.get(insider);
    if (own !== undefined && !isSmallBesides(found.value - own, parts.size, policy)) return [];
    return [{ kind: 'another', cell, columns }];
  });
}

function isSmallBesides(rest: number, contributors: number, { most, zeros }: Policy): boolean {
  return contributors > 1 && rest <= most && (rest > 0 || zeros === 'hidden');
}

type Means = { solver: Solver; policy: Policy };

/** The first insider who can tell too much, and what; none when nobody can. Coalitions are not looked at. */
export function insiderFailures(
  model: Model,
  pattern: Pattern,
  primary: readonly Need[],
  means: Means
): InsiderFailure[] {
  const proven = provenTogether(model, pattern, primary, means);
  for (const insider of contributorsOf(model)) {
    const needs = insiderNeeds(model, insider, primary, means.policy);
    const open = needs.filter(({ cell }) => !proven.get(insider)?.has(cell));
    if (open.length === 0) continue;
    const attacker = attackerOf(model, pattern, means.policy, new Set([insider]));
    const failures = failuresOf(model, attacker, open, { solver: means.solver, tables: [] });
    if (failures.length > 0) return failures.map((failure) => ({ ...failure, insider }));
  }
  return [];
}

/**
 * What half of all contributors cannot tell together, none of them can tell alone. Each half has those whose number in
 * the list has a given digit in base two: any two contributors are apart in one of them.
 */
function provenTogether(model: Model, pattern: Pattern, primary: readonly Need[], means: Means): Proven {
  const contributors = contributorsOf(model);
  const halves = halvesOf(contributors);
  const proven: Proven = new Map(contributors.map((contributor) => [contributor, new Set<number>()]));
  const proveFor = (half: ReadonlySet<string>, effort: 'many' | 'each') => {
    const needs = openNeeds(model, primary, half, proven);
    if (needs.length === 0) return;
    const attacker = attackerOf(model, pattern, means.policy, half);
    const met = easilyMet(model, attacker, needs, { solver: means.solver, effort });
    for (const one of half) for (const { cell } of met) proven.get(one)?.add(cell);
  };
  for (const half of halves) proveFor(half, 'many');
  for (const half of halves) proveFor(half, 'each');
  return proven;
}

/** Cells that the half does not know as its own, and that one of them is not yet shown not to know. */
function openNeeds(
  { columns: all }: Model,
  primary: readonly Need[],
  half: ReadonlySet<string>,
  proven: Proven
): Need[] {
  const known = [...half].map((one) => proven.get(one));
  return primary.flatMap(({ cell, columns }): Need[] => {
    const isOwn = columns.every((column) => isKnownTo(half, all[column]));
    const isProven = known.every((cells) => cells?.has(cell));
    return isOwn || isProven ? [] : [{ kind: 'another', cell, columns }];
  });
}

/** The cells, by index, that each contributor is shown not to know. */
type Proven = Map<string, Set<number>>;

function isKnownTo(insiders: ReadonlySet<string>, column: Column | undefined): boolean {
  return [...(column?.parts.keys() ?? [])].every((contributor) => insiders.has(contributor));
}

function halvesOf(contributors: readonly string[]): Set<string>[] {
  const halves: Set<string>[] = [];
  for (let digit = 1; digit < contributors.length; digit *= 2) {
    for (const side of [0, digit]) halves.push(new Set(contributors.filter((_, index) => (index & digit) === side)));
  }
  return halves;
}
