import { attackerOf } from './attacker.ts';
import { withBesides } from './besides.ts';
import { insiderFailures, type InsiderFailure } from './insider.ts';
import { jointTable, type Release } from './ledger.ts';
import { modelOf, type Model } from './model.ts';
import type { Failure, Need } from './need.ts';
import { needsOf, startReasons, withoutIdle, type Start } from './requirement.ts';
import { secondaryOf, type Pattern } from './secondary.ts';
import type { Solver } from './solver.ts';
import { publicPolicy, type Policy, type Reason, type Table } from './table.ts';
import { failuresOf, type Tables } from './verification.ts';
import { isKept, wideningOf } from './widening.ts';

/** What is to be published. `ledger`: all that has been. */
export type Publication = { table: Table; ledger?: readonly Release[]; policy?: Policy };

/**
 * A figure that cannot be protected, by all of its keys. `insider`: who can work it out, null for everyone. `heldBy`:
 * what is public already and gives it away. `least` and `greatest`: what can be said of it.
 */
export type Unprotected = {
  keys: readonly string[];
  reason: Reason;
  insider: string | null;
  least: number;
  greatest: number;
  heldBy: readonly string[];
};

/** `hidden`: every cell and derived figure of the table that may not be shown, and why. The rest is shown. */
export type Protection =
  | { outcome: 'protected'; hidden: ReadonlyMap<string, Reason>; rounds: number }
  | { outcome: 'refused'; unprotected: readonly Unprotected[] };

/** Where the work is: what everybody can tell, or what those who answered can; in which round of hiding more. */
export type Progress = { phase: 'given' | 'public' | 'insiders'; round: number };
type Tell = (progress: Progress) => void;

type Case = Start & { tell: Tell; model: Model; policy: Policy; solver: Solver; needs: readonly Need[]; tables: Tables };

/**
 * Which figures may be shown, so that neither the public nor anyone who answered can work out a small one, from this
 * table and everything published before; or a refusal with what could not be protected. The same input gives the same
 * output. `tell` hears where the work is.
 */
export function protect(
  { table, ledger = [], policy = publicPolicy }: Publication,
  solver: Solver,
  tell: Tell = () => undefined
): Protection {
  const joint = jointTable(withBesides(table), ledger.map(wholeRelease));
  const model = withoutIdle(modelOf(joint.table), policy);
  const some = (keys: ReadonlySet<string>) =>
    new Set(model.cells.flatMap((cell, index) => (cell.keys.some((key) => keys.has(key)) ? [index] : [])));
  const open = some(joint.open);
  const reasons = startReasons(model, policy, { open, hiddenBefore: some(joint.hiddenBefore) });
  const subject: Case = {
    tell,
    model,
    policy,
    solver,
    reasons,
    needs: needsOf(model, policy, { open }, solver),
    open,
    tables: []
  };
  tell({ phase: 'given', round: 0 });
  const lost = lostAlready(subject);
  if (lost.length > 0) return refusal(subject, lost);
  return settle(subject, table);
}

function wholeRelease(release: Release): Release {
  return { ...release, table: withBesides(release.table) };
}

/** What cannot be protected by hiding all that can be hidden: what is public for good gives it away. */
function lostAlready(subject: Case): Failure[] {
  const { model, open, policy } = subject;
  const mayHide = (index: number) => !isKept(model, { open, zeros: policy.zeros }, index);
  const pattern = patternOf(subject, new Set([...model.cells.keys()].filter(mayHide)));
  return pattern.independent.length === 0 ? [] : failuresFor(subject, pattern, null);
}

function patternOf({ model, open, policy }: Case, hidden: ReadonlySet<number>): Pattern {
  return secondaryOf(model, { hidden, open }, policy);
}

/** `round` is null where insiders are not asked about. */
function failuresFor(subject: Case, pattern: Pattern, round: number | null): (Failure | InsiderFailure)[] {
  const { model, policy, needs, tell } = subject;
  if (round !== null) tell({ phase: 'public', round });
  const failures = failuresOf(model, attackerOf(model, pattern, policy), needs, subject);
  if (failures.length > 0 || round === null) return failures;
  tell({ phase: 'insiders', round });
  return insiderFailures(model, pattern, needs, subject);
}

/** Hides more until nothing fails. Ends: every round hides a cell that was shown. */
function settle(subject: Case, table: Table): Protection {
  const { model, open, policy } = subject;
  const hidden = new Set(subject.reasons.keys());
  for (let rounds = 1; ; rounds += 1) {
    const pattern = patternOf(subject, hidden);
    const failures = failuresFor(subject, pattern, rounds);
    if (failures.length === 0) return { outcome: 'protected', hidden: hiddenKeys(subject, pattern, table), rounds };
    const more = wideningOf(model, pattern, failures, { open, zeros: policy.zeros });
    if (more.length === 0) return refusal(subject, failures);
    for (const cell of more) hidden.add(cell);
  }
}

function hiddenKeys({ model, reasons }: Case, pattern: Pattern, table: Table): Map<string, Reason> {
  const byKey = new Map<string, Reason>();
  for (const index of pattern.hidden) {
    for (const key of model.cells[index]?.keys ?? []) byKey.set(key, reasons.get(index) ?? 'protects_others');
  }
  const own = new Map<string, Reason>();
  const note = (key: string, reason: Reason | undefined) => reason && own.set(key, reason);
  for (const { key, isWithheld } of table.cells) if (!isWithheld) note(key, byKey.get(key));
  for (const { key, of } of table.derived ?? []) note(key, of.map((cell) => byKey.get(cell)).find(Boolean));
  return own;
}

function refusal({ model, reasons, open }: Case, failures: readonly (Failure | InsiderFailure)[]): Protection {
  const keysOf = (cell: number) => model.cells[cell]?.keys ?? [];
  const unprotected = failures.map((failure) => ({
    keys: keysOf(failure.need.cell),
    reason: reasons.get(failure.need.cell) ?? 'few_cases',
    insider: 'insider' in failure ? failure.insider : null,
    least: failure.least,
    greatest: failure.greatest,
    heldBy: failure.binding.filter((cell) => open.has(cell)).flatMap(keysOf)
  }));
  return { outcome: 'refused', unprotected };
}
