import { redirect } from '@sveltejs/kit';
import { isOpenIn, may } from '#lib/domain/access.ts';
import { deviceOf } from '#lib/domain/device.ts';
import { homePath } from '#lib/domain/home.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import { unitName } from '#lib/domain/unit.ts';
import { listGrants } from '#lib/server/grant.ts';
import { actorOf, findPerson } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { endSessionById, endSessionsOf, listSessions } from '#lib/server/session.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, user, session } = locals;
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  if (user.kind !== 'person' || !session || !may(user, { action: 'read_profile' })) throw Problem.notFound();
  const { personId, scope } = user;
  const now = app.clock();
  const own = await app.db.transaction(actorOf(user), async (tx) => ({
    person: await findPerson(tx, personId),
    grants: await listGrants(tx, personId),
    sessions: await listSessions(tx, personId, now)
  }));
  return {
    hasDesk: user.grants.length === 0 || homePath(user) !== '/profil',
    ...{ name: user.name, email: own.person?.email ?? null, scope, method: session.method, provider: session.provider },
    roles: own.grants
      .filter(({ until }) => until === null || until > now)
      .map(({ role, unitType, unitId, until }) => ({
        ...{ role, unitType, until, unit: unitName(app.reference.geography, { unitType, unitId }) ?? unitId },
        isOpen: isOpenIn(scope, role)
      })),
    sessions: own.sessions.map(({ id, createdAt, seenAt, address, device }) => ({
      ...{ id, createdAt, seenAt, address, isCurrent: id === session.id },
      device: deviceOf(device)
    }))
  };
};

export const actions: Actions = {
  avslutt: async (event) => {
    const { user, actor, form } = await readSignedInForm(event);
    const { db, clock } = event.locals.app;
    if (!may(user, { action: 'read_profile' })) throw Problem.notFound();
    const id = String(form.get('id') ?? '');
    const hasEnded = await db.transaction(actor, (tx) => endSessionById(tx, user.personId, id, clock()));
    return { ended: hasEnded ? 1 : 0 };
  },
  andre: async (event) => {
    const { user, actor } = await readSignedInForm(event);
    const { session, app } = event.locals;
    if (!session || !may(user, { action: 'read_profile' })) throw Problem.notFound();
    return {
      ended: await app.db.transaction(actor, (tx) => endSessionsOf(tx, user.personId, session.id, app.clock()))
    };
  }
};
