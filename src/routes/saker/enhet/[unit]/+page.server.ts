import { fail } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { readSetting, settingOn } from '#lib/domain/case/case-setting.ts';
import { dayOf } from '#lib/domain/day.ts';
import { unitName } from '#lib/domain/unit.ts';
import { decideSetting, listSettings, listUnits } from '#lib/server/case/unit.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openCases, requireKeys } from '../../open-cases.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { user, actor, app } = openCases(locals, url);
  requireKeys(app);
  const unitNo = params.unit;
  if (!may(user, { action: 'work_with_cases', unitNo })) throw Problem.notFound();
  const today = dayOf(app.clock());
  return app.db.transaction(actor, async (tx) => {
    if (!(await listUnits(tx)).some((one) => one.unitNo === unitNo)) throw Problem.notFound();
    const settings = await listSettings(tx, unitNo);
    return {
      unitNo,
      settings: settings.toReversed(),
      grounds: app.reference.legalGrounds.map((one) => ({ ...one, name: one[locals.language] })),
      name: unitName(app.reference.geography, { unitType: 'advisory_unit', unitId: unitNo }) ?? unitNo,
      today,
      setting: settingOn(settings, today),
      mayDecide: may(user, { action: 'decide_case_setting', unitNo })
    };
  });
};

export const actions: Actions = {
  default: async (event) => {
    const { form } = await readSignedInForm(event);
    const { user, actor, app } = openCases(event.locals, event.url);
    requireKeys(app);
    const unitNo = event.params.unit;
    if (!may(user, { action: 'decide_case_setting', unitNo })) throw Problem.notFound();
    const { setting, problems, typed } = readSetting((name) => String(form.get(name) ?? ''), dayOf(app.clock()));
    if (problems.length > 0) return fail(400, { typed, problems, done: false });
    await app.db.transaction(actor, (tx) => decideSetting(tx, { unitNo, by: user.personId, setting }, app.clock()));
    return { typed, problems, done: true };
  }
};
