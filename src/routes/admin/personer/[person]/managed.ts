import type { RequestEvent } from '@sveltejs/kit';
import { may, type Grant } from '#lib/domain/access.ts';
import { grantToGive } from '#lib/domain/administration.ts';
import { chainOf, unitsAround } from '#lib/domain/unit.ts';
import { holds } from '#lib/server/admission.ts';
import { listGrants } from '#lib/server/grant.ts';
import { findManaged, type ManagedPerson } from '#lib/server/managed-people.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openAdministration } from '../../administration.ts';
import { typed } from '../../newcomer.ts';

export type Managed = ManagedPerson & { givers: Map<string, string>; isSelf: boolean };

/** What an action has done, for the status line. */
export type Done =
  | { kind: 'end'; access: string; until: string }
  | { kind: 'withdrawn'; access: string; undo: Record<string, string> }
  | { kind: 'given'; access: string }
  | { kind: 'refused'; sentence: string }
  | { kind: 'replaced'; personId: string; name: string }
  | { kind: 'invited'; email: string }
  | { kind: 'sessions'; count: number }
  | { kind: 'unbound'; count: number };

/** The person of an address, for who manages them, and oneself; anyone else is not there. */
export async function openPerson({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
  const opened = openAdministration(locals, url);
  const found = await locals.app.db.transaction(opened.actor, (tx) => findManaged(tx, params.person ?? ''));
  if (!found) throw Problem.notFound();
  const person: Managed = { ...found, isSelf: found.id === opened.user.personId };
  return { ...opened, person };
}

/** A form about the person of an address; nobody changes what they have themselves. */
export async function openChange(event: RequestEvent) {
  const { form } = await readSignedInForm(event);
  const opened = await openPerson(event);
  if (opened.person.isSelf) throw Problem.notFound();
  return { ...opened, form };
}

/** Whether the user may give every grant the person holds, those of other units too, and so end their sessions. */
export async function mayEndSessions({ app, user }: App.Locals, personId: string): Promise<boolean> {
  const { geography } = app.reference;
  const now = app.clock();
  const grants = await app.db.transaction({ kind: 'system', task: 'rights' }, (tx) => listGrants(tx, personId));
  const held = grants
    .filter((grant) => holds(grant, now))
    .map(({ role, ...unit }) => ({ role, around: unitsAround(geography, unit) }));
  return may(user, { action: 'end_sessions_of', held });
}

/** Whether the user releases the accounts of a person: they administer every grant of theirs, also those they do not see. */
export async function mayUnbind({ app, user }: App.Locals, person: Managed): Promise<boolean> {
  const asked = { kind: 'system', task: 'identity' } as const;
  const all = await app.db.transaction(asked, (tx) => listGrants(tx, person.id));
  const held = all.filter((grant) => holds(grant, app.clock()));
  const grants = (held.length > 0 ? held : all).map(({ role, ...unit }) => ({
    ...{ role, around: unitsAround(app.reference.geography, unit) }
  }));
  return !person.isSelf && may(user, { action: 'unbind_identity', grants });
}

/** The grant of the person that a form is about, as `role` and `unit`. */
export function readGrantOf(form: FormData, person: Managed, { user, app }: App.Locals) {
  const named = { role: typed(form, 'role'), unit: typed(form, 'unit') };
  const grant = grantToGive(user, app.reference.geography, named);
  const held = grant && person.grants.find((one) => keyOf(one) === keyOf(grant));
  if (!held) throw Problem.notFound();
  return held;
}

/** What names a grant of a person on their page. */
export function keyOf(grant: Grant): string {
  const { role } = grant;
  return `${role}-${chainOf(grant)}`;
}

/** The answer of an action that did something. */
export function told(done: Done): { done: Done } {
  return { done };
}
