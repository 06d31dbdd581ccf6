/** Where somebody came from who had no condition to meet (the Stavanger model). */
export const referralSources = ['self', 'parents', 'school', 'other'] as const;
export type ReferralSource = (typeof referralSources)[number];

/** How many came in a month (ISO, its first day) from one place; no person and no case. */
export type Tally = { month: string; source: ReferralSource; count: number };

/** Whether a question of a region is the one that a tally answers; each region has it under a code of its own. */
export function isTallyQuestion(key: string): boolean {
  return /(?:^|_)self_referrals$/.test(key);
}

export const largestTally = 999;

/** The source with this id, or null when there is none. */
export function findSource(id: string): ReferralSource | null {
  return referralSources.find((one) => one === id) ?? null;
}

/** A year's sums by source, and of all. */
export function yearOf(tallies: readonly Tally[], year: string): Record<ReferralSource | 'all', number> {
  const inYear = tallies.filter(({ month }) => month.startsWith(year));
  const sumOf = (source: ReferralSource) =>
    inYear.filter((one) => one.source === source).reduce((sum, { count }) => sum + count, 0);
  const sums = { self: sumOf('self'), parents: sumOf('parents'), school: sumOf('school'), other: sumOf('other') };
  return { ...sums, all: sums.self + sums.parents + sums.school + sums.other };
}

/** The years that have something counted, with this one, the newest first. */
export function yearsCounted(tallies: readonly Tally[], today: string): string[] {
  const years = tallies.filter(({ count }) => count > 0).map(({ month }) => month.slice(0, 4));
  return [...new Set([today.slice(0, 4), ...years])].sort().reverse();
}
