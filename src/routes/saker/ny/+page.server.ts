import { fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { groundsOn } from '#lib/domain/case/legal-ground.ts';
import { dayOf } from '#lib/domain/day.ts';
import { unitName } from '#lib/domain/unit.ts';
import { addReferral } from '#lib/server/case/referral.ts';
import { listUnits } from '#lib/server/case/unit.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openCases, requireKeys } from '../open-cases.ts';
import { readReferral } from './referral-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** The municipalities for which the person who asks can add a case, with their unit. */
async function openAdding(locals: App.Locals, url: URL) {
  const { user, actor, app } = openCases(locals, url);
  const masters = requireKeys(app);
  const units = await app.db.transaction(actor, listUnits);
  const served = units
    .filter(({ unitNo }) => may(user, { action: 'add_case', unitNo }))
    .flatMap(({ unitNo, municipalities }) => municipalities.map((municipalityNo) => ({ unitNo, municipalityNo })));
  if (served.length === 0) throw Problem.notFound();
  const today = dayOf(app.clock());
  return { user, actor, app, masters, served, today, grounds: groundsOn(app.reference.legalGrounds, today) };
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { app, served, today, grounds } = await openAdding(locals, url);
  const nameOf = (unitId: string) => unitName(app.reference.geography, { unitType: 'municipality', unitId }) ?? unitId;
  return {
    today,
    municipalities: served.map(({ municipalityNo }) => ({ value: municipalityNo, label: nameOf(municipalityNo) })),
    grounds: grounds.map((ground) => ({ value: ground.id, label: `${ground[locals.language]} (${ground.statute})` }))
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { form } = await readSignedInForm(event);
    const { user, actor, app, masters, served, today, grounds } = await openAdding(event.locals, event.url);
    const municipalities = served.map(({ municipalityNo }) => municipalityNo);
    const { referral, problems } = readReferral(form, { municipalities, today, grounds: grounds.map(({ id }) => id) });
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    if (!referral) return fail(400, { typed, problems, refused: null });
    const unit = served.find(({ municipalityNo }) => municipalityNo === referral.municipalityNo);
    if (!unit) throw Problem.notFound();
    const { municipalities: known } = app.reference.geography;
    const district = known.find(({ number }) => number === referral.municipalityNo)?.policeDistrict ?? '';
    const whole = { ...referral, unitNo: unit.unitNo, policeDistrict: district };
    const doer = { part: 'case_officer', personId: user.personId } as const;
    const added = await app.db.transaction(actor, (tx) => addReferral({ tx, masters, at: app.clock() }, whole, doer));
    if (added.kind === 'refused') return fail(400, { typed, problems: [], refused: added.reason });
    redirect(303, `/saker/${added.municipalityNo}/${added.id}`);
  }
};
