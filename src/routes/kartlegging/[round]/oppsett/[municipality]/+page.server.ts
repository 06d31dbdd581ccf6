import { fail } from '@sveltejs/kit';
import { conditionsOf, roundPhase } from '#lib/domain/round.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { findAssignment, listAssignments, replaceContact } from '#lib/server/assignment.ts';
import { setExpectation } from '#lib/server/expectation.ts';
import { Problem } from '#lib/server/problem.ts';
import type { Actions, PageServerLoad } from './$types';
import { begin, openPreparer } from '../preparer.ts';
import { fieldsOf, readExpectation } from './expectation-form.ts';

// openPreparer asks access.may.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { actor, round, municipalities } = await openPreparer(locals, params.round, url);
  const { assignment, list } = await locals.app.db.transaction(actor, async (tx) => ({
    assignment: await findAssignment(tx, round.id, params.municipality),
    list: await listAssignments(tx, round.id)
  }));
  if (!assignment) throw Problem.notFound();
  const nameOf = (number: string) => municipalities.get(number)?.name ?? number;
  const phase = roundPhase(round, locals.app.clock());
  return {
    round: { id: round.id, name: round.name },
    municipalityNo: params.municipality,
    name: nameOf(params.municipality),
    fields: fieldsOf(assignment),
    mayChange: conditionsOf(phase, 'set_host') !== null,
    mayChangeContact: phase === 'preparing',
    hosts: list
      .filter(({ municipalityNo, status }) => municipalityNo !== params.municipality && status === 'expected')
      .map(({ municipalityNo }) => ({ number: municipalityNo, name: nameOf(municipalityNo) }))
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { form, locals, now, actor, round } = await begin(event);
    const { municipality: municipalityNo } = event.params;
    const { secret, db, statistics } = locals.app;
    const text = messagesIn(locals.language);
    const saved = await db.transaction(actor, async (tx) => {
      const before = await findAssignment(tx, round.id, municipalityNo);
      if (!before) throw Problem.notFound();
      const list = await listAssignments(tx, round.id);
      const hosts = list.filter(({ status }) => status === 'expected').map((one) => one.municipalityNo);
      const mayChangeContact = round.openedAt === null;
      const typed = readExpectation(form, before, {
        ...{ mayChangeContact, text },
        hosts: hosts.filter((number) => number !== municipalityNo)
      });
      if (typed.problems.length > 0) return { ...typed, before: null };
      await setExpectation(tx, round, before, { wanted: typed.wanted, at: now });
      if (typed.contact) await replaceContact(tx, before, typed.contact, { secret, at: now });
      return { ...typed, before: fieldsOf(before) };
    });
    const { fields, problems, before } = saved;
    if (before === null) return fail(400, { fields, problems, before });
    statistics.changed();
    return { fields, problems, before };
  }
};
