import type { Grant } from '#lib/domain/access.ts';
import type { Letter } from '#lib/server/admission.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { giveGrant } from '#lib/server/grant.ts';
import { addPerson } from '#lib/server/person.ts';

export const system: Actor = { kind: 'system', task: 'test' };
export const respondentOf = (unitId: string): Grant => ({ role: 'respondent', unitType: 'municipality', unitId });
export const administratorOf = (unitId: string): Grant => ({ role: 'administrator', unitType: 'korus_region', unitId });

/** A letter that is only its token, so that a test can take it from the outbox. */
export const bareLetter: Letter = ({ token, grants }) => ({ subject: `${grants.length}`, body: token ?? 'account' });

/** Someone with these grants, as the actor of their requests. */
export async function addWith(db: Store, name: string, grants: readonly Grant[], at: Date) {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@example.no`;
  const personId = await db.transaction(system, async (tx) => {
    const { id } = await addPerson(tx, { name, email }, at);
    for (const grant of grants) await giveGrant(tx, { ...grant, personId: id }, at);
    return id;
  });
  return { personId, email, name, actor: { kind: 'person', personId } as const satisfies Actor };
}

/** The grants of a person that hold, as "respondent 4204". */
export async function heldBy(db: Store, personId: string, at: Date): Promise<string[]> {
  const { rows } = await db.owner.query<{ held: string }>(
    `select role || ' ' || unit_id as held
    from role_grant
    where person_id = $1 and (valid_until is null or valid_until > $2)
    order by held`,
    [personId, at]
  );
  return rows.map(({ held }) => held);
}

/** The mails in the outbox to an address, the newest last. */
export async function mailTo(db: Store, email: string): Promise<{ subject: string; body: string }[]> {
  const { rows } = await db.owner.query<{ subject: string; body: string }>(
    `select subject, body from message where recipient = $1 order by created_at, id`,
    [email]
  );
  return rows;
}

/** The actions in an audit chain, in order. */
export async function audited(db: Store, chain: string): Promise<string[]> {
  const { rows } = await db.owner.query<{ action: string }>(
    `select action from audit where chain = $1 order by sequence`,
    [chain]
  );
  return rows.map(({ action }) => action);
}
