import { randomUUID } from 'node:crypto';
import type { Grant, Scope, User } from '#lib/domain/access.ts';
import { recordAudit } from './audit.ts';
import type { Actor, Tx } from './db.ts';

/** Someone who can sign in; `email` is null for those who came as an organisation's representative. */
export type Person = { id: string; name: string; email: string | null };
/** Someone with an address to write to. */
export type Addressee = Person & { email: string };
/** Someone who has signed in. */
export type PersonUser = Extract<User, { kind: 'person' }>;

/** The person with this address (any case), or null. */
export async function findPersonByEmail(tx: Tx, email: string): Promise<Addressee | null> {
  const [person] = await tx.query<Addressee>(`select id, name, email from person where email = $1`, [
    email.toLowerCase()
  ]);
  return person ?? null;
}

/** One person whom the actor may see, or null. */
export async function findPerson(tx: Tx, id: string): Promise<Person | null> {
  const [person] = await tx.query<Person>(`select id, name, email from person where id::text = $1`, [id]);
  return person ?? null;
}

/** Those who advise a region now, by name; null is somebody without an address. Asked as the system. */
export function listAdvisers(
  tx: Tx,
  korusRegion: string,
  now: Date
): Promise<{ name: string; email: string | null }[]> {
  return tx.query(
    `select person.name, person.email
    from person
    join role_grant on role_grant.person_id = person.id
    where role = 'adviser'
      and unit_id = $1
      and (valid_until is null or valid_until > $2)
    order by person.name`,
    [korusRegion, now]
  );
}

/** A person as the one who is asking, with the grants that hold now in this scope; null for an unknown id. */
export async function readUser(tx: Tx, personId: string, scope: Scope, now: Date): Promise<PersonUser | null> {
  const [person] = await tx.query<Person>(`select id, name, email from person where id = $1`, [personId]);
  if (!person) return null;
  const grants = await readGrants(tx, personId, scope, now);
  return { kind: 'person', personId, name: person.name, scope, grants };
}

/** Whether signing in opens anything for a person in this scope. */
export async function hasGrants(tx: Tx, personId: string, scope: Scope, now: Date): Promise<boolean> {
  return scope === 'everything' || (await readGrants(tx, personId, scope, now)).length > 0;
}

function readGrants(tx: Tx, personId: string, scope: Scope, now: Date): Promise<Grant[]> {
  return tx.query<Grant>(
    `select role, unit_type as "unitType", unit_id as "unitId"
    from role_grant
    where person_id = $1
      and (valid_until is null or valid_until > $2)
      and (
        $3 = 'everything'
        or role = 'respondent' and not exists (
          select from municipality_setting where municipality_no = unit_id and not takes_links
        )
      )
    order by role, unit_type, unit_id`,
    [personId, now, scope]
  );
}

/** The actor that a person's requests to the store are made as. */
export function actorOf({ personId, scope }: PersonUser): Extract<Actor, { kind: 'person' }> {
  return { kind: 'person', personId, scope };
}

/** Adds a person, or finds the one with this address, whose name then stays as it is. Returns the id. */
export async function admitPerson(tx: Tx, person: { name: string; email: string }, at: Date): Promise<string> {
  const newId = randomUUID();
  const [admitted] = await tx.query<{ id: string }>(`select app_admit_person($1, $2, $3, $4) as id`, [
    newId,
    person.name,
    person.email,
    at
  ]);
  if (!admitted) throw new Error('the store admitted nobody');
  return admitted.id;
}

/** Adds someone who came as an organisation's representative, without an address. For system actors. */
export async function addRepresentative(tx: Tx, name: string, at: Date): Promise<string> {
  const id = randomUUID();
  await tx.query(`insert into person (id, name, created_at) values ($1, $2, $3)`, [id, name, at]);
  await recordAudit(tx, { at, chain: 'system', action: 'person_added', subject: id, detail: {} });
  return id;
}

/** Adds a person, or finds the one with this address. For system actors. */
export async function addPerson(tx: Tx, person: { name: string; email: string }, at: Date): Promise<Addressee> {
  const known = await findPersonByEmail(tx, person.email);
  if (known) return known;
  const id = await admitPerson(tx, person, at);
  await recordAudit(tx, { at, chain: 'system', action: 'person_added', subject: id, detail: {} });
  return { id, name: person.name, email: person.email.toLowerCase() };
}
