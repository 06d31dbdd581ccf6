import type { Member } from '#lib/domain/coverage-form.ts';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import type { Round } from '#lib/domain/round.ts';
import type { App as Opened } from '#lib/server/app.ts';
import { listRoundMembers } from '#lib/server/coverage.ts';
import type { NamedMember } from '#lib/ui/answer/form-context.ts';
import type { Respondent } from './respondent.ts';

/** The other municipalities of the respondent's round, by name. */
export async function namedMembers(app: Opened, { actor, round }: Respondent): Promise<NamedMember[]> {
  return nameMembers(app, round, await app.db.transaction(actor, (tx) => listRoundMembers(tx)));
}

/** Municipalities of a round with their names then, in the order of the alphabet. */
export function nameMembers({ reference }: Opened, round: Round, members: readonly Member[]): NamedMember[] {
  const nameOf = municipalityNames({ reference }, round);
  return members
    .map((member) => ({ ...member, name: nameOf(member.municipalityNo) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
}

/** What municipalities were called at the end of a round's period; the number of one that did not exist. */
export function municipalityNames(
  { reference }: Pick<Opened, 'reference'>,
  round: Pick<Round, 'periodEnd'>
): (number: string) => string {
  const names = new Map(municipalitiesAt(reference.geography, round.periodEnd).map((one) => [one.number, one.name]));
  return (number) => names.get(number) ?? number;
}
