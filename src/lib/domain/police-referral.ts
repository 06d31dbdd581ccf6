import { readDay } from './day.ts';
import type { Round } from './round.ts';

/** What is counted: cases that were referred, or the persons in them. One person can have several cases; the two are never added. */
export const referredUnits = ['cases', 'persons'] as const;
export type ReferredUnit = (typeof referredUnits)[number];

/** How many a police district says it has referred to the units of its municipalities, between two days (ISO), with the source. */
export type PoliceReferral = {
  district: string;
  unit: ReferredUnit;
  value: number;
  from: string;
  to: string;
  source: string;
};

export const referralFields = ['district', 'unit', 'value', 'from', 'to', 'source'] as const;
export type ReferralField = (typeof referralFields)[number];
export type TypedReferral = Record<ReferralField, string>;
/** What is wrong with a field; `after` is a period that ends before it begins. */
export type ReferralProblem = { field: ReferralField; kind: 'empty' | 'unknown' | 'number' | 'day' | 'after' | 'long' };

const mostReferred = 9999;
const longestSource = 300;

/** A referral as it was typed, or all that is wrong with it. */
export function readReferral(
  typed: TypedReferral,
  districts: readonly string[]
): { referral: PoliceReferral; problems: [] } | { referral: null; problems: ReferralProblem[] } {
  const district = districts.find((name) => name.toLowerCase() === typed.district.trim().toLowerCase());
  const unit = referredUnits.find((one) => one === typed.unit);
  const value = /^\d{1,4}$/.test(typed.value.trim()) ? Number(typed.value) : null;
  const [from, to] = [readDay(typed.from), readDay(typed.to)];
  const source = typed.source.trim().replace(/\s+/g, ' ');
  const isOver = from !== null && to !== null && to < from;
  const problems: ReferralProblem[] = [
    ...wrong('district', !district, typed.district, 'unknown'),
    ...wrong('unit', !unit, typed.unit, 'unknown'),
    ...wrong('value', value === null || value > mostReferred, typed.value, 'number'),
    ...wrong('from', from === null, typed.from, 'day'),
    ...wrong('to', to === null, typed.to, 'day'),
    ...(isOver ? [{ field: 'to', kind: 'after' } as const] : []),
    ...wrong('source', source === '', source, 'unknown'),
    ...wrong('source', source.length > longestSource, source, 'long')
  ];
  if (problems.length > 0 || !district || !unit || value === null || from === null || to === null) {
    return { referral: null, problems };
  }
  return { referral: { district, unit, value, from, to, source }, problems: [] };
}

function wrong(
  field: ReferralField,
  isWrong: boolean,
  typed: string,
  kind: ReferralProblem['kind']
): ReferralProblem[] {
  return isWrong ? [{ field, kind: typed.trim() === '' ? 'empty' : kind }] : [];
}

/**
 * What the municipalities of a police district in a round received: `value` is the sum of the `reported` of `expected` that
 * gave it, null from none; `outside` municipalities of the district are not asked in the round.
 */
export type Received = { district: string; value: number | null; reported: number; expected: number; outside: number };

/** Why what was referred cannot be held against what was received, or null when it can. */
export type Incomparable = 'none' | 'persons' | 'period' | 'outside' | 'silent';

/** A police district with all that was told of it. `held` is the cases that what was received is held against. */
export type ReferralLine = {
  received: Received;
  referred: readonly PoliceReferral[];
  held: PoliceReferral | null;
  why: Incomparable | null;
};

/** A month or so: periods that begin and end as near as this are the same. */
const sameWithinDays = 31;

/** Each district of the round with what was referred in it; the newest told of cases in the round's own period is held. */
export function referralLinesOf(
  received: readonly Received[],
  referrals: readonly PoliceReferral[],
  round: Pick<Round, 'periodStart' | 'periodEnd'>
): ReferralLine[] {
  return received.map((one) => {
    const referred = referrals.filter(({ district }) => district === one.district);
    const ofPeriod = referred.filter(({ from, to }) => isNear(from, round.periodStart) && isNear(to, round.periodEnd));
    const held = ofPeriod.find(({ unit }) => unit === 'cases') ?? null;
    return { received: one, referred, held, why: whyNot(one, { referred, ofPeriod, held }) };
  });
}

function whyNot(
  { outside, reported, expected }: Received,
  {
    referred,
    ofPeriod,
    held
  }: { referred: readonly PoliceReferral[]; ofPeriod: readonly PoliceReferral[]; held: PoliceReferral | null }
): Incomparable | null {
  if (referred.length === 0) return 'none';
  if (ofPeriod.length === 0) return 'period';
  if (held === null) return 'persons';
  if (outside > 0) return 'outside';
  return reported < expected ? 'silent' : null;
}

function isNear(day: string, other: string): boolean {
  return Math.abs(Date.parse(day) - Date.parse(other)) <= sameWithinDays * 86_400_000;
}
