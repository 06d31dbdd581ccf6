import { boundariesBetween } from '#lib/domain/boundary-change.ts';
import type { Geography } from '#lib/domain/geography.ts';

/** A municipality that was divided on an ISO date, by its number before, and what it was divided into. */
export type Division = { municipalityNo: string; name: string; date: string; parts: string[] };

/** What was divided between the first and the last of some days, both ISO dates. */
export function divisionsBetween(
  { changes, municipalities }: Pick<Geography, 'changes' | 'municipalities'>,
  days: readonly string[]
): Division[] {
  const inOrder = days.toSorted();
  const [from, to] = [inOrder[0], inOrder.at(-1)];
  if (from === undefined || to === undefined) return [];
  const nameOf = (number: string) => municipalities.find((one) => one.number === number)?.name ?? number;
  return boundariesBetween(changes, { from, to }).breaks.map(({ date, one, several }) => ({
    ...{ municipalityNo: one, name: nameOf(one), date },
    parts: several.map(nameOf)
  }));
}
