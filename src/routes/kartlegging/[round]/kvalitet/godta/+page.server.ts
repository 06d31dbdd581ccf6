import { redirect } from '@sveltejs/kit';
import { readQuality } from '#lib/server/quality.ts';
import { acceptReports } from '#lib/server/report-review.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { unremarkableOf } from '#lib/ui/quality/grid.ts';
import type { Actions, PageServerLoad } from './$types';
import { openQuality, placed, roundFacts } from '../open-quality.ts';

// openQuality asks access.may, as openFollower( does.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const desk = await openQuality(locals, params.round, url);
  const all = await locals.app.db.transaction(desk.actor, (tx) => readQuality(tx, desk.round, desk.background));
  const answers = placed(desk, unremarkableOf(desk.questionnaire, all)).map(({ municipalityNo, name, report }) => ({
    ...{ municipalityNo, name },
    version: report?.version ?? 0,
    submittedAt: report?.submittedAt ?? null
  }));
  return { round: roundFacts(desk), answers };
};

export const actions: Actions = {
  default: async (event) => {
    const { form } = await readSignedInForm(event);
    const { app } = event.locals;
    const desk = await openQuality(event.locals, event.params.round, event.url);
    const { actor, user, round, questionnaire, background } = desk;
    const listed = new Set(form.getAll('svar').map(String));
    const at = app.clock();
    const count = await app.db.transaction(actor, async (tx) => {
      const all = await readQuality(tx, round, background);
      const still = unremarkableOf(questionnaire, all).flatMap(({ municipalityNo, report }) =>
        report && listed.has(`${municipalityNo}/${report.version}`)
          ? [{ roundId: round.id, municipalityNo, version: report.version }]
          : []
      );
      await acceptReports(tx, still, { ...user, at });
      return still.length;
    });
    const done = count > 0 ? `?godtatt=${at.toISOString()}&antall=${count}` : '';
    redirect(303, `/kartlegging/${round.id}/kvalitet${done}`);
  }
};
