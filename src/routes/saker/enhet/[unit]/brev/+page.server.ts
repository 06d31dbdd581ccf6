import { fail, type RequestEvent } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { decisionOn, readLetterhead, readProsecutionOffice } from '#lib/domain/case/letterhead.ts';
import { dayOf } from '#lib/domain/day.ts';
import { unitName } from '#lib/domain/unit.ts';
import {
  decideLetterhead,
  decideProsecutionOffice,
  listLetterheads,
  listProsecutionOffices
} from '#lib/server/case/letterhead.ts';
import { listUnits } from '#lib/server/case/unit.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openCases, requireKeys } from '../../../open-cases.ts';
import type { Actions, PageServerLoad } from './$types';

/** The police districts of the municipalities that a unit serves. */
function districtsOf({ reference }: App.Locals['app'], municipalities: readonly string[]) {
  const { municipalities: known, policeDistricts } = reference.geography;
  const names = known.filter(({ number }) => municipalities.includes(number)).map((one) => one.policeDistrict);
  return policeDistricts.filter(({ name }) => names.includes(name));
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { user, actor, app } = openCases(locals, url);
  requireKeys(app);
  const unitNo = params.unit;
  if (!may(user, { action: 'work_with_cases', unitNo })) throw Problem.notFound();
  const today = dayOf(app.clock());
  return app.db.transaction(actor, async (tx) => {
    const unit = (await listUnits(tx)).find((one) => one.unitNo === unitNo);
    if (!unit) throw Problem.notFound();
    const offices = await listProsecutionOffices(tx, unitNo);
    return {
      ...{ unitNo, today, mayDecide: may(user, { action: 'decide_case_setting', unitNo }) },
      name: unitName(app.reference.geography, { unitType: 'advisory_unit', unitId: unitNo }) ?? unitNo,
      letterhead: decisionOn(await listLetterheads(tx, unitNo), today),
      offices: districtsOf(app, unit.municipalities).map(({ name, officialName }) => ({
        ...{ policeDistrict: name, district: officialName },
        office: decisionOn(
          offices.filter(({ policeDistrict }) => policeDistrict === name),
          today
        )
      }))
    };
  });
};

/** A decision that the leader of the unit sends. */
async function openDecision(event: RequestEvent<{ unit: string }>) {
  const { form } = await readSignedInForm(event);
  const { user, actor, app } = openCases(event.locals, event.url);
  requireKeys(app);
  const unitNo = event.params.unit;
  if (!may(user, { action: 'decide_case_setting', unitNo })) throw Problem.notFound();
  const at = app.clock();
  const typed = (name: string) => String(form.get(name) ?? '');
  return { app, actor, typed, at, deciding: { unitNo, by: user.personId } };
}

export const actions: Actions = {
  brevhode: async (event) => {
    const { app, actor, typed, at, deciding } = await openDecision(event);
    const read = readLetterhead(typed, dayOf(at));
    const { decision } = read;
    const answer = { of: 'letterhead' as const, typed: read.typed as Record<string, string>, problems: read.problems };
    if (!decision) return fail(400, { ...answer, done: false });
    await app.db.transaction(actor, (tx) => decideLetterhead(tx, deciding, decision, at));
    return { ...answer, done: true };
  },
  mottaker: async (event) => {
    const { app, actor, typed, at, deciding } = await openDecision(event);
    const units = await app.db.transaction(actor, listUnits);
    const served = units.find(({ unitNo }) => unitNo === deciding.unitNo)?.municipalities ?? [];
    const policeDistricts = districtsOf(app, served).map(({ name }) => name);
    const read = readProsecutionOffice(typed, { today: dayOf(at), policeDistricts });
    const { decision } = read;
    const answer = { of: 'prosecution' as const, typed: read.typed as Record<string, string>, problems: read.problems };
    if (!decision) return fail(400, { ...answer, done: false });
    await app.db.transaction(actor, (tx) => decideProsecutionOffice(tx, deciding, decision, at));
    return { ...answer, done: true };
  }
};
