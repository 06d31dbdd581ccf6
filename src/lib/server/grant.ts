import type { Grant } from '#lib/domain/access.ts';
import type { Helper } from '#lib/domain/whom-to-ask.ts';
import { chainOf, type Unit } from '#lib/domain/unit.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';

/** A grant as the store keeps it. `until` is null while no end is set; it has ended once `until` is past. */
export type StoredGrant = Grant & {
  personId: string;
  until: Date | null;
  grantedAt: Date;
  grantedBy: string | null;
  source: 'given' | 'representation';
};

export type NewGrant = Grant & {
  personId: string;
  until?: Date | null;
  by?: string | null;
  source?: StoredGrant['source'];
};

const columns = `
  person_id as "personId",
  role,
  unit_type as "unitType",
  unit_id as "unitId",
  valid_until as until,
  granted_at as "grantedAt",
  granted_by as "grantedBy",
  source`;

/** Gives a person a role for a unit, or sets a new end to it; giving the same again changes nothing. */
export async function giveGrant(tx: Tx, grant: NewGrant, at: Date): Promise<void> {
  const { personId, role, unitType, unitId, until = null, by = null, source = 'given' } = grant;
  const given = await tx.query(
    `insert into role_grant (person_id, role, unit_type, unit_id, valid_until, granted_at, granted_by, source)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (person_id, role, unit_type, unit_id) do update
      set valid_until = excluded.valid_until,
        granted_at = excluded.granted_at,
        granted_by = excluded.granted_by,
        source = excluded.source
      where role_grant.valid_until is distinct from excluded.valid_until
    returning person_id`,
    [personId, role, unitType, unitId, until, at, by, source]
  );
  if (given.length === 0) return;
  const detail = { role, unitType, unitId, until: until?.toISOString() ?? null, source };
  await recordAudit(tx, { at, chain: chainOf({ unitType, unitId }), action: 'grant_given', subject: personId, detail });
}

/** Ends a grant that holds; false when the person has none such. The audit comes first: who ends their own may not after. */
export async function withdrawGrant(tx: Tx, personId: string, grant: Grant, at: Date): Promise<boolean> {
  const { role, unitType, unitId } = grant;
  const key = [personId, role, unitType, unitId, at];
  const held = await tx.query(
    `select person_id
    from role_grant
    where person_id = $1
      and role = $2
      and unit_type = $3
      and unit_id = $4
      and (valid_until is null or valid_until > $5)
    for update`,
    key
  );
  if (held.length === 0) return false;
  const detail = { role, unitType, unitId };
  const chain = chainOf({ unitType, unitId });
  await recordAudit(tx, { at, chain, action: 'grant_withdrawn', subject: personId, detail });
  await tx.query(
    `update role_grant set valid_until = $5 where person_id = $1 and role = $2 and unit_type = $3 and unit_id = $4`,
    key
  );
  return true;
}

/** The grants of a person that the actor may see, those that have ended too. */
export function listGrants(tx: Tx, personId: string): Promise<StoredGrant[]> {
  return tx.query<StoredGrant>(
    `select ${columns} from role_grant where person_id = $1 order by role, unit_type, unit_id`,
    [personId]
  );
}

/** Who holds a grant for a unit now, by role and name; as far as the actor may see. */
export function listHolders(
  tx: Tx,
  { unitType, unitId }: Unit,
  now: Date
): Promise<(StoredGrant & { name: string; email: string | null })[]> {
  return tx.query(
    `select name, email, ${columns}
    from role_grant
    join person on person.id = person_id
    where unit_type = $1
      and unit_id = $2
      and (valid_until is null or valid_until > $3)
    order by role, name, person_id`,
    [unitType, unitId, now]
  );
}

/** Who can be asked for a role now, by role and name: administrators, advisers and leaders of units. For system actors. */
export function listHelpers(tx: Tx, now: Date): Promise<Helper[]> {
  return tx.query<Helper>(
    `select role, unit_type as "unitType", unit_id as "unitId", name
    from role_grant
    join person on person.id = person_id
    where role in ('administrator', 'adviser', 'unit_leader')
      and (valid_until is null or valid_until > $1)
    order by role, name, person_id`,
    [now]
  );
}

/**
 * Ends what a person held by representation, and gives what the organisation chosen now gives until the session ends; a
 * grant that was given and lasts longer stays as it is. Null when no organisation was chosen.
 */
export async function representOnly(
  tx: Tx,
  personId: string,
  chosen: (Grant & { until: Date }) | null,
  at: Date
): Promise<void> {
  const held = (await listGrants(tx, personId)).filter(({ until }) => until === null || until > at);
  const isChosen = (one: Grant) => chosen !== null && chainAndRole(one) === chainAndRole(chosen);
  for (const one of held) {
    if (one.source === 'representation' && !isChosen(one)) await withdrawGrant(tx, personId, one, at);
  }
  if (chosen === null || held.some((one) => one.source === 'given' && isChosen(one))) return;
  await giveGrant(tx, { ...chosen, personId, source: 'representation' }, at);
}

function chainAndRole({ role, ...unit }: Grant): string {
  return `${chainOf(unit)} ${role}`;
}
