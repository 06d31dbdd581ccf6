import { fail } from '@sveltejs/kit';
import { grantToGive, managedUnits } from '#lib/domain/administration.ts';
import { dayOf } from '#lib/domain/day.ts';
import { roles } from '#lib/domain/role.ts';
import { chainOf, unitOfChain } from '#lib/domain/unit.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { admit } from '#lib/server/admission.ts';
import { findPerson } from '#lib/server/person.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { roleText, grantText, unitText } from '#lib/ui/people/access-text.ts';
import type { Actions, PageServerLoad } from './$types';
import { letterFrom, limitLetters, openAdministration } from '../administration.ts';
import { keptFields, readEnd, readNewcomer, typed, type FieldProblem } from '../newcomer.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { user, actor, now } = openAdministration(locals, url);
  const { app, language } = locals;
  const { geography } = app.reference;
  const asked = url.searchParams.get('person');
  const known = asked === null ? null : await app.db.transaction(actor, (tx) => findPerson(tx, asked));
  const units = managedUnits(user, geography, dayOf(now));
  const given = new Set(units.flatMap((unit) => unit.roles));
  return {
    known: known?.id === user.personId ? null : known,
    chosenUnit: url.searchParams.get('sted'),
    roles: roles.filter((one) => given.has(one)),
    units: units.map((unit) => ({
      value: chainOf(unit),
      unitType: unit.unitType,
      label: unitText(unit, { geography, language }),
      roles: unit.roles
    }))
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { form } = await readSignedInForm(event);
    const { locals, url } = event;
    const { user, actor, now } = openAdministration(locals, url);
    const { app, language } = locals;
    const words = messagesIn(language).people.problems;
    const fields = keptFields(form, 'name', 'email', 'role', 'unit', 'until');
    const refused = (...problems: FieldProblem[]) => fail(400, { fields, problems });
    const newcomer = readNewcomer(form, words);
    const end = readEnd(form, words, { now, language });
    const asked = readGrant(form, locals);
    const problems = [...newcomer.problems, ...asked.problems, ...end.problems];
    if (newcomer.value === null || asked.grant === null || problems.length > 0) return refused(...problems);
    const { value } = newcomer;
    const grant = { ...asked.grant, until: end.value };
    const giver = { by: user.personId, letter: letterFrom(locals, user.name), now };
    await limitLetters(locals, user);
    const admitted = await app.db.transaction(actor, (tx) => admit(tx, value, grant, giver));
    if (typeof admitted === 'string') return refused({ field: 'email', sentence: words.self(value.email) });
    const access = grantText(grant, { geography: app.reference.geography, language });
    return { given: { ...admitted, access } };
  }
};

function readGrant(form: FormData, { app, user, language }: App.Locals) {
  const people = messagesIn(language).people;
  const { geography } = app.reference;
  const named = { role: typed(form, 'role'), unit: typed(form, 'unit') };
  const role = roles.find((one) => one === typed(form, 'role'));
  const unit = unitOfChain(geography, named.unit);
  const grant = grantToGive(user, geography, named);
  const problems: FieldProblem[] = [];
  if (!role) problems.push({ field: 'role', sentence: people.problems.roleMissing });
  if (!unit) problems.push({ field: 'unit', sentence: people.problems.unit });
  if (role && unit && !grant) {
    const sentence = people.problems.unitOfRole(roleText(role, language), unitText(unit, { geography, language }));
    problems.push({ field: 'unit', sentence });
  }
  return { grant, problems };
}
