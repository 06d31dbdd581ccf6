import { fail } from '@sveltejs/kit';
import { casePartsOf, may } from '#lib/domain/access.ts';
import { inOrder, nextStepOf, urgencyOf } from '#lib/domain/case/next-step.ts';
import { unitName } from '#lib/domain/unit.ts';
import { listIncoming } from '#lib/server/case/incoming.ts';
import { listCases } from '#lib/server/case/file.ts';
import { readPerson } from '#lib/server/case/person.ts';
import { listUnits, openUnit } from '#lib/server/case/unit.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openCases, requireKeys } from './open-cases.ts';
import { openTasks } from './open-tasks.ts';
import { sendingAction } from './sending-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { user, actor, units, app } = openCases(locals, url);
  const now = app.clock();
  const { opened, cases, incoming, tasks } = await app.db.transaction(actor, async (tx) => {
    const opened = await listUnits(tx);
    const cases = [];
    for (const { unitNo } of opened) cases.push(...(await listCases(tx, unitNo)));
    return { opened, cases, incoming: await listIncoming(tx), tasks: await openTasks(tx, cases) };
  });
  const parts = opened.flatMap(({ unitNo }) => casePartsOf(user, unitNo));
  const inUse = new Set(opened.map(({ unitNo }) => unitNo));
  const nameOf = (unitNo: string) =>
    unitName(app.reference.geography, { unitType: 'advisory_unit', unitId: unitNo }) ?? unitNo;
  const listed = cases.map((file) => {
    const { municipalityNo, id, number, year, responsible } = file;
    return { municipalityNo, id, number, year, responsible, ...nextStepOf(file, now) };
  });
  return {
    isInUse: app.caseKeys !== null,
    unopened: units
      .filter((unitNo) => !inUse.has(unitNo))
      .map((unitNo) => ({
        unitNo,
        name: nameOf(unitNo),
        mayOpen: may(user, { action: 'decide_case_setting', unitNo })
      })),
    units: opened.map(({ unitNo }) => ({ unitNo, name: nameOf(unitNo) })),
    incoming,
    mayReadRemovals: opened.some(({ unitNo }) => may(user, { action: 'read_removals', unitNo })),
    mayCount: opened.some(({ unitNo }) => may(user, { action: 'count_self_referral', unitNo })),
    mayAdd: opened.some(({ unitNo }) => may(user, { action: 'add_case', unitNo })),
    tasks,
    maySolve: parts.some((part) => part === 'case_officer' || part === 'unit_leader'),
    mayPrint: parts.includes('case_officer'),
    cases: inOrder(listed, now).map((one) => ({ ...one, urgency: urgencyOf(one, now) }))
  };
};

export const actions: Actions = {
  sending: async (event) => ({ ...(await sendingAction(event)), names: null }),
  navn: async (event) => {
    await readSignedInForm(event);
    const { actor, app } = openCases(event.locals, event.url);
    const masters = requireKeys(app);
    const at = app.clock();
    const names = await app.db.transaction(actor, async (tx) => {
      const told: Record<string, string> = {};
      for (const { unitNo } of await listUnits(tx)) {
        for (const file of await listCases(tx, unitNo)) {
          const person = await readPerson({ tx, masters, at }, file, 'list');
          if (person) told[file.id] = person.name;
        }
      }
      return told;
    });
    return { names };
  },
  apne: async (event) => {
    const { form } = await readSignedInForm(event);
    const { user, actor, app } = openCases(event.locals, event.url);
    requireKeys(app);
    const unitNo = String(form.get('unit'));
    if (!may(user, { action: 'decide_case_setting', unitNo })) throw Problem.notFound();
    const known = await app.db.transaction(actor, async (tx) => {
      const known = (await listUnits(tx)).some((one) => one.unitNo === unitNo);
      if (!known) await openUnit(tx, { unitNo }, app.clock());
      return known;
    });
    return known ? fail(409, { names: null }) : { names: null };
  }
};
