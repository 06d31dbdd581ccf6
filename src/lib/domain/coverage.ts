import type { Answers } from './answer.ts';

/**
 * Who else a report speaks of. `whole`: its figures include those of these municipalities. `each`: it gives figures for
 * each of them beside its own. `answered_by` and `not_answered_by`: the municipality says that a host answers for it, or
 * does not, and gives no answer itself.
 */
export type Coverage =
  | { kind: 'whole'; municipalities: string[] }
  | { kind: 'each'; figures: Record<string, Answers> }
  | { kind: 'answered_by' | 'not_answered_by'; host: string };

/** A municipality in the round's list, with what an adviser has decided: whose answer holds. Null: nothing decided. */
export type Expected = {
  municipalityNo: string;
  status: 'expected' | 'covered_by_host' | 'declined';
  coveredBy: string | null;
  coverRuling: 'host' | 'own' | null;
  coverRulingHost: string | null;
};

/** The report of a municipality that counts. */
export type Said = { municipalityNo: string; answers: Answers; coverage: Coverage | null };

/** A host's word that its report speaks for a municipality. */
export type Claim = { host: string; part: 'each' | 'whole' };

/** What was said in a round: the list, every report that counts, those of them that are answers, and the claims. */
export type Survey = {
  expected: ReadonlyMap<string, Expected>;
  said: ReadonlyMap<string, Said>;
  answering: ReadonlyMap<string, Said>;
  claims: ReadonlyMap<string, Claim[]>;
};

/** Whether a report is an answer, not only word of who answers. */
export function isAnswer({ coverage }: Pick<Said, 'coverage'>): boolean {
  return coverage?.kind !== 'answered_by' && coverage?.kind !== 'not_answered_by';
}

/** The host that a report says answers instead, or that does not; null when it says neither. */
export function hostIn(
  report: Pick<Said, 'coverage'> | undefined,
  kind: 'answered_by' | 'not_answered_by'
): string | null {
  return report?.coverage?.kind === kind ? report.coverage.host : null;
}

/** The municipalities that a report speaks for; none for one that only says who answers. */
export function coveredIn(coverage: Coverage | null): string[] {
  if (coverage?.kind === 'whole') return coverage.municipalities;
  return coverage?.kind === 'each' ? Object.keys(coverage.figures) : [];
}
