import { redirect } from '@sveltejs/kit';
import { may, type User } from '#lib/domain/access.ts';
import { rolesToGive } from '#lib/domain/administration.ts';
import type { Geography } from '#lib/domain/geography.ts';
import { roles } from '#lib/domain/role.ts';
import { chainOf, unitOfChain, unitsAround, type Unit } from '#lib/domain/unit.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { listHolders } from '#lib/server/grant.ts';
import { changeSetting, readSetting } from '#lib/server/municipality-setting.ts';
import { Problem } from '#lib/server/problem.ts';
import { endEverySession } from '#lib/server/session.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { unitText, untilText } from '#lib/ui/people/access-text.ts';
import type { Actions, PageServerLoad } from './$types';
import { openAdministration } from '../../administration.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { user, actor, now } = openAdministration(locals, url);
  const { app, language } = locals;
  const { geography } = app.reference;
  const unit = managedUnit(user, geography, params.unit);
  const isMunicipality = unit.unitType === 'municipality';
  const { holders, setting } = await app.db.transaction(actor, async (tx) => ({
    holders: await listHolders(tx, unit, now),
    setting: isMunicipality ? await readSetting(tx, unit.unitId) : null
  }));
  const given = rolesToGive(user, geography, unit);
  const around = unitsAround(geography, unit);
  return {
    chain: chainOf(unit),
    title: unitText(unit, { geography, language }),
    roles: roles
      .map((role) => ({
        role,
        holders: holders
          .filter((holder) => given.includes(role) && isRole(holder, role))
          .map(({ personId, name, until }) => ({
            ...{ personId, name, isSelf: personId === user.personId },
            until: untilText(until, now, language)
          }))
      }))
      .filter((one) => one.holders.length > 0),
    setting,
    canSignIn: app.env.isDemonstration || app.providers.length > 0,
    mayChange: may(user, { action: 'change_municipality', around }),
    mayReadAudit: may(user, { action: 'read_audit', around }),
    mayEndSessions: unit.unitType === 'country' && may(user, { action: 'end_every_session', around })
  };
};

export const actions: Actions = {
  valg: async (event) => {
    const { form } = await readSignedInForm(event);
    const { locals, params, url } = event;
    const { user, actor, now } = openAdministration(locals, url);
    const { geography } = locals.app.reference;
    const unit = managedUnit(user, geography, params.unit);
    const around = unitsAround(geography, unit);
    if (unit.unitType !== 'municipality' || !may(user, { action: 'change_municipality', around })) {
      throw Problem.notFound();
    }
    const setting = { takesLinks: form.has('takesLinks'), isReadOnly: form.has('isReadOnly') };
    await locals.app.db.transaction(actor, (tx) => changeSetting(tx, unit.unitId, setting, now));
    return { isSaved: true };
  },

  okter: async (event) => {
    await readSignedInForm(event);
    const { locals, params, url } = event;
    const { user, now } = openAdministration(locals, url);
    const { geography } = locals.app.reference;
    const unit = managedUnit(user, geography, params.unit);
    const around = unitsAround(geography, unit);
    if (unit.unitType !== 'country' || !may(user, { action: 'end_every_session', around })) throw Problem.notFound();
    await locals.app.db.transaction({ kind: 'system', task: 'end_every_session' }, async (tx) => {
      const detail = { count: await endEverySession(tx, now), by: user.personId };
      await recordAudit(tx, { at: now, chain: 'system', action: 'sessions_ended', subject: 'everyone', detail });
    });
    redirect(303, '/logg-inn');
  }
};

function managedUnit(user: User, geography: Geography, chain: string): Unit {
  const unit = unitOfChain(geography, chain);
  if (!unit || rolesToGive(user, geography, unit).length === 0) throw Problem.notFound();
  return unit;
}

function isRole({ role }: { role: string }, wanted: string): boolean {
  return role === wanted;
}
