import { fail } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { readEnd, readNewArea } from '#lib/domain/case/case-area.ts';
import { dayOf } from '#lib/domain/day.ts';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import { unitName } from '#lib/domain/unit.ts';
import { addArea, endArea, listAreas } from '#lib/server/case/area.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openCases, requireKeys } from '../../../open-cases.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { user, actor, app } = openCases(locals, url);
  requireKeys(app);
  if (!may(user, { action: 'work_with_cases', unitNo: params.unit })) throw Problem.notFound();
  const { geography } = app.reference;
  const today = dayOf(app.clock());
  const nameOf = (unitId: string) => unitName(geography, { unitType: 'municipality', unitId }) ?? unitId;
  const areas = await app.db.transaction(actor, (tx) => listAreas(tx, params.unit));
  if (areas.length === 0) throw Problem.notFound();
  const mayChange = may(user, { action: 'change_case_area', unitNo: params.unit });
  return {
    ...{ unitNo: params.unit, unit: nameOf(params.unit), today, mayChange },
    areas: areas.map((one) => ({ ...one, name: nameOf(one.municipalityNo) })),
    municipalities: mayChange
      ? municipalitiesAt(geography, today).map(({ number, name }) => ({ value: number, label: `${name} (${number})` }))
      : []
  };
};

/** The leader of the unit with what they sent; 404 for everybody else. */
async function openLeader(event: RequestEvent) {
  const { form } = await readSignedInForm(event);
  const { user, actor, app } = openCases(event.locals, event.url);
  requireKeys(app);
  const unitNo = event.params.unit;
  if (!may(user, { action: 'change_case_area', unitNo })) throw Problem.notFound();
  const at = app.clock();
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  return { app, actor, unitNo, at, today: dayOf(at), typed, by: user.personId };
}

export const actions: Actions = {
  inn: async (event) => {
    const { app, actor, unitNo, at, today, typed, by } = await openLeader(event);
    const known = municipalitiesAt(app.reference.geography, today).map(({ number }) => number);
    const { area, problems } = readNewArea((name) => typed[name] ?? '', { today, known });
    const answer = { typed, problems, isTaken: false, ended: null, done: false };
    if (problems.length > 0) return fail(400, answer);
    try {
      await app.db.transaction(actor, (tx) => addArea(tx, { ...area, unitNo, by }, at));
    } catch (error) {
      if (error instanceof Problem && error.code === 'already-exists') return fail(409, { ...answer, isTaken: true });
      throw error;
    }
    return { ...answer, done: true };
  },
  ut: async (event) => {
    const { app, actor, unitNo, at, today, typed, by } = await openLeader(event);
    const municipalityNo = typed['municipality'] ?? '';
    const answer = { typed, problems: [], isTaken: false, ended: municipalityNo, done: false };
    const isEnded = await app.db.transaction(actor, async (tx) => {
      const area = (await listAreas(tx, unitNo)).find((one) => one.municipalityNo === municipalityNo);
      if (!area || municipalityNo === unitNo) throw Problem.notFound();
      const until = readEnd(typed['until'] ?? '', area, today);
      if (until !== null) await endArea(tx, { unitNo, municipalityNo, until, by }, at);
      return until !== null;
    });
    return isEnded ? { ...answer, done: true } : fail(400, answer);
  }
};
