import { fail } from '@sveltejs/kit';
import { grantToGive } from '#lib/domain/administration.ts';
import { lastDayBefore } from '#lib/domain/day.ts';
import { chainOf } from '#lib/domain/unit.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { holds, replace, tellAdmitted } from '#lib/server/admission.ts';
import { giveGrant, withdrawGrant, type StoredGrant } from '#lib/server/grant.ts';
import { hasAccount, unbindIdentity } from '#lib/server/identity.ts';
import { latestInvitation } from '#lib/server/invitation.ts';
import { Problem } from '#lib/server/problem.ts';
import { endSessionsOf } from '#lib/server/session.ts';
import { grantText, untilText } from '#lib/ui/people/access-text.ts';
import type { Actions, PageServerLoad } from './$types';
import { letterFrom, limitLetters } from '../../administration.ts';
import { keptFields, readEnd, readNewcomer, typed } from '../../newcomer.ts';
import { keyOf, mayEndSessions, mayUnbind, openChange, openPerson, readGrantOf, told } from './managed.ts';

export const load: PageServerLoad = async (event) => {
  const { locals } = event;
  const { app, language, user } = locals;
  const { actor, person, now } = await openPerson(event);
  const { geography } = app.reference;
  const { invitation, isBound } = await app.db.transaction(actor, async (tx) => ({
    invitation: await latestInvitation(tx, person.id),
    isBound: await hasAccount(tx, person.id)
  }));
  const shown = person.grants.map((grant) => {
    const { role, source, until, grantedAt, grantedBy } = grant;
    const unit = chainOf(grant);
    return {
      ...{ key: keyOf(grant), named: { role, unit }, source },
      text: grantText(grant, { geography, language }),
      until: untilText(until, now, language),
      lastDay: until && lastDayBefore(until),
      givenAt: formatDate(grantedAt, language),
      givenBy: grantedBy && (person.givers.get(grantedBy) ?? null),
      isMine: !person.isSelf && grantToGive(user, geography, { role, unit }) !== null
    };
  });
  const { id, name, email, isSelf, signedInAt } = person;
  return {
    person: { id, name, email, isSelf, signedIn: signedInAt && formatDate(signedInAt, language) },
    held: shown.filter(({ until }) => until.state !== 'ended'),
    ended: shown.filter(({ until }) => until.state === 'ended'),
    ...{ invitation, isBound, mayUnbind: isBound && (await mayUnbind(locals, person)) },
    mayEndSessions: await mayEndSessions(locals, person.id),
    now
  };
};

export const actions: Actions = {
  slutt: async (event) => {
    const { form, person, actor, user, now } = await openChange(event);
    const { locals } = event;
    const grant = readGrantOf(form, person, locals);
    const { language } = locals;
    const end = readEnd(form, messagesIn(language).people.problems, { now, language });
    const field = keyOf(grant);
    const [problem] = end.problems.map(({ sentence }) => ({ field, sentence }));
    if (problem) return fail(400, { ending: { ...problem, until: typed(form, 'until') } });
    const { role, unitType, unitId } = grant;
    const changed = { role, unitType, unitId, personId: person.id, until: end.value, by: user.personId };
    await locals.app.db.transaction(actor, (tx) => giveGrant(tx, changed, now));
    return told({ kind: 'end', access: access(grant, locals), until: untilText(end.value, now, language).text });
  },

  trekk: async (event) => {
    const { form, person, actor, now } = await openChange(event);
    const grant = readGrantOf(form, person, event.locals);
    const isEnded = await event.locals.app.db.transaction(actor, (tx) => withdrawGrant(tx, person.id, grant, now));
    if (!isEnded) throw Problem.notFound();
    const { role, until } = grant;
    const undo = { role, unit: chainOf(grant), until: until ? lastDayBefore(until) : '' };
    return told({ kind: 'withdrawn', access: access(grant, event.locals), undo });
  },

  gi: async (event) => {
    const { form, person, actor, user, now } = await openChange(event);
    const { locals } = event;
    const { role, unitType, unitId } = readGrantOf(form, person, locals);
    const { language } = locals;
    const end = readEnd(form, messagesIn(language).people.problems, { now, language });
    const [problem] = end.problems;
    if (problem) return fail(400, told({ kind: 'refused', sentence: problem.sentence }));
    const until = end.value;
    const grant = { role, unitType, unitId, until };
    const giver = { by: user.personId, letter: letterFrom(locals, user.name), now };
    if (!form.has('angre')) await limitLetters(locals, user);
    await locals.app.db.transaction(actor, async (tx) => {
      await giveGrant(tx, { ...grant, personId: person.id, by: user.personId }, now);
      if (!form.has('angre')) await tellAdmitted(tx, person.id, [grant], giver);
    });
    return told({ kind: 'given', access: access(grant, locals) });
  },

  erstatt: async (event) => {
    const { form, person, actor, user, now } = await openChange(event);
    const { locals } = event;
    const words = messagesIn(locals.language).people.problems;
    const { value, problems } = readNewcomer(form, words);
    const refused = (found: typeof problems) =>
      fail(400, { replacing: { fields: keptFields(form, 'name', 'email'), problems: found } });
    if (value === null) return refused(problems);
    if (!person.grants.some((grant) => holds(grant, now))) throw Problem.notFound();
    const giver = { by: user.personId, letter: letterFrom(locals, user.name), now };
    await limitLetters(locals, user);
    const replaced = await locals.app.db.transaction(actor, (tx) => replace(tx, person.id, value, giver));
    if (typeof replaced !== 'string') return told({ kind: 'replaced', ...replaced });
    return refused([
      { field: 'email', sentence: replaced === 'self' ? words.own(value.email) : words.same(value.email) }
    ]);
  },

  inviter: async (event) => {
    const { person, actor, user, now } = await openChange(event);
    const { locals } = event;
    const giver = { by: user.personId, letter: letterFrom(locals, user.name), now };
    const grants = person.grants.filter((grant) => holds(grant, now));
    if (person.email === null || grants.length === 0) throw Problem.notFound();
    await limitLetters(locals, user);
    await locals.app.db.transaction(actor, async (tx) => {
      if (await hasAccount(tx, person.id)) throw Problem.notFound();
      await tellAdmitted(tx, person.id, grants, giver);
    });
    return told({ kind: 'invited', email: person.email });
  },

  okter: async (event) => {
    const { person, actor, now } = await openChange(event);
    if (!(await mayEndSessions(event.locals, person.id))) throw Problem.notFound();
    const count = await event.locals.app.db.transaction(actor, (tx) => endSessionsOf(tx, person.id, null, now));
    return told({ kind: 'sessions', count });
  },

  los: async (event) => {
    const { person, actor, now } = await openChange(event);
    const [first] = person.grants;
    if (!first || !(await mayUnbind(event.locals, person))) throw Problem.notFound();
    const bound = { personId: person.id, chain: chainOf(first) };
    const count = await event.locals.app.db.transaction(actor, (tx) => unbindIdentity(tx, bound, now));
    return told({ kind: 'unbound', count });
  }
};

function access(grant: Pick<StoredGrant, 'role' | 'unitType' | 'unitId'>, { app, language }: App.Locals): string {
  return grantText(grant, { geography: app.reference.geography, language });
}
