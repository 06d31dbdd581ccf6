import type { Unit } from '#lib/domain/unit.ts';
import type { Tx } from './db.ts';
import { listGrants, type StoredGrant } from './grant.ts';
import type { Person } from './person.ts';

/** Someone with grants that the actor may give, or could have; `signedInAt` is null while they have never signed in. */
export type ManagedPerson = Person & { signedInAt: Date | null; grants: StoredGrant[] };

export type PeopleSearch = {
  /** Who asks, and is not in their own list. */
  personId: string;
  /** In a name or an address. */
  words: string;
  /** Or with a grant for one of these units, or a unit within. */
  units: readonly Unit[];
  role: string | null;
  offset: number;
  most: number;
};

type Found = Person & { signedInAt: Date | null; total: number };

/** The people whom the actor manages, by name, and how many there are in all. */
export async function searchPeople(
  tx: Tx,
  { personId, words, units, role, offset, most }: PeopleSearch
): Promise<{ people: ManagedPerson[]; total: number }> {
  const pattern = `%${words.trim().replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const found = await tx.query<Found>(
    `with mine as materialized (
      select person_id, role, unit_type, unit_id
      from role_grant
      where person_id <> $1 and ($2::text is null or role = $2)
    ),
    placed as (
      select person_id
      from mine
      join unit_within using (unit_type, unit_id)
      join unnest($4::text[], $5::text[]) as asked (within_type, within_id) using (within_type, within_id)
    )
    select id, name, email, signed_in_at as "signedInAt", count(*) over ()::integer as total
    from person
    where id in (select person_id from mine)
      and (name ilike $3 or email ilike $3 or id in (select person_id from placed))
    order by name, id
    limit $6 offset $7`,
    [personId, role, pattern, units.map(({ unitType }) => unitType), units.map(({ unitId }) => unitId), most, offset]
  );
  const people: ManagedPerson[] = [];
  for (const { id, name, email, signedInAt } of found) {
    people.push({ id, name, email, signedInAt, grants: await listGrants(tx, id) });
  }
  return { people, total: found[0]?.total ?? 0 };
}

/** Someone whom the actor manages, with the grants they may give and who gave those, by person; null for others. */
export async function findManaged(
  tx: Tx,
  id: string
): Promise<(ManagedPerson & { givers: Map<string, string> }) | null> {
  const [person] = await tx.query<Person & { signedInAt: Date | null }>(
    `select id, name, email, signed_in_at as "signedInAt" from person where id::text = $1`,
    [id]
  );
  if (!person) return null;
  const givers = await tx.query<{ id: string; name: string }>(`select id, name from app_givers($1)`, [person.id]);
  return {
    ...person,
    grants: await listGrants(tx, person.id),
    givers: new Map(givers.map((giver) => [giver.id, giver.name]))
  };
}
