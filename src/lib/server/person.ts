import { randomUUID } from 'node:crypto';
import type { Grant, User } from '#lib/domain/access.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';

/** Someone who can sign in. */
export type Person = { id: string; name: string; email: string };

/** The person with this address (any case), or null. */
export async function findPersonByEmail(tx: Tx, email: string): Promise<Person | null> {
  const [person] = await tx.query<Person>(`select id, name, email from person where email = $1`, [email.toLowerCase()]);
  return person ?? null;
}

/** The names of those who advise a region now. */
export async function listAdvisers(tx: Tx, korusRegion: string, now: Date): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `select person.name
    from person
    join role_grant on role_grant.person_id = person.id
    where role = 'adviser'
      and unit_id = $1
      and (valid_until is null or valid_until > $2)
    order by person.name`,
    [korusRegion, now]
  );
  return rows.map((row) => row.name);
}

/** A person as the one who is asking, with the grants that hold now; null for an unknown id. */
export async function readUser(tx: Tx, personId: string, now: Date): Promise<User | null> {
  const [person] = await tx.query<Person>(`select id, name, email from person where id = $1`, [personId]);
  if (!person) return null;
  const grants = await tx.query<Grant>(
    `select role, unit_type as "unitType", unit_id as "unitId"
    from role_grant
    where person_id = $1
      and (valid_until is null or valid_until > $2)
    order by unit_id`,
    [personId, now]
  );
  return { kind: 'person', personId, name: person.name, grants };
}

/** Adds a person, or finds the one with this address. */
export async function addPerson(tx: Tx, person: Omit<Person, 'id'>, at: Date): Promise<Person> {
  const known = await findPersonByEmail(tx, person.email);
  if (known) return known;
  const added = { id: randomUUID(), name: person.name, email: person.email.toLowerCase() };
  await tx.query(`insert into person (id, name, email, created_at) values ($1, $2, $3, $4)`, [
    added.id,
    added.name,
    added.email,
    at
  ]);
  await recordAudit(tx, { at, chain: 'system', action: 'person_added', subject: added.id, detail: {} });
  return added;
}

/** Gives a person a role for a unit; giving it again changes nothing. */
export async function giveGrant(tx: Tx, personId: string, grant: Grant, at: Date): Promise<void> {
  const given = await tx.query(
    `insert into role_grant (person_id, role, unit_type, unit_id, granted_at)
    values ($1, $2, $3, $4, $5)
    on conflict do nothing
    returning person_id`,
    [personId, grant.role, grant.unitType, grant.unitId, at]
  );
  if (given.length === 0) return;
  await recordAudit(tx, { at, chain: 'system', action: 'grant_given', subject: personId, detail: { ...grant } });
}
