import { fail } from '@sveltejs/kit';
import { isTallyQuestion } from '#lib/domain/case/self-referral.ts';
import { readReferral } from '#lib/domain/police-referral.ts';
import { readReferralTable } from '#lib/domain/police-referral-table.ts';
import { addPoliceReferrals, listPoliceReferrals, withdrawPoliceReferral } from '#lib/server/police-referral.ts';
import { referralTableWords } from '#lib/i18n/referral-table-words.ts';
import { costLines, policeReferralView, referralText } from '#lib/ui/analysis/police-referrals.ts';
import { openWorkbench } from '../open-analysis.ts';
import { ownQuestionViews } from '../own-questions.ts';
import { districtsOf, receivedIn } from './received.ts';
import { openEntering, typedIn } from './entering.ts';
import type { Actions, PageServerLoad } from './$types';

// openWorkbench asks access.may.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, language } = locals;
  const opened = await openWorkbench(locals, params.round, url);
  const { round, actor, isFollower, choices } = opened;
  const { received, scope } = await receivedIn(locals, round, url);
  const referrals = await app.db.transaction(actor, (tx) => listPoliceReferrals(tx, round.id));
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    view: policeReferralView({ received, referrals }, { round, language }),
    entered: referrals.map((one) => ({
      id: one.id,
      text: `${one.district}: ${referralText(one, language)}`,
      at: one.enteredAt
    })),
    selfReferrals: (await ownQuestionViews(locals, opened)).find(({ key }) => isTallyQuestion(key)) ?? null,
    costs: costLines(app.reference.facts, language),
    districts: districtsOf(choices),
    period: { from: round.periodStart, to: round.periodEnd },
    ...{ scope, isFollower }
  };
};

export const actions: Actions = {
  legg: async (event) => {
    const { form, round, districts, run } = await openEntering(event);
    const typed = typedIn(form);
    const { referral, problems } = readReferral(typed, districts);
    if (referral === null) return fail(400, { typed, problems });
    await run((tx, at) => addPoliceReferrals(tx, round, [referral], at));
    return { entered: 1 };
  },
  tabell: async (event) => {
    const { form, round, districts, run } = await openEntering(event);
    const pasted = String(form.get('table') ?? '');
    const read = readReferralTable(pasted, districts, referralTableWords);
    if ('refused' in read) return fail(400, { pasted, refused: read.refused });
    await run((tx, at) => addPoliceReferrals(tx, round, read.referrals, at));
    return { entered: read.referrals.length };
  },
  trekk: async (event) => {
    const { form, round, run } = await openEntering(event);
    await run((tx, at) => withdrawPoliceReferral(tx, round, String(form.get('id') ?? ''), at));
    return { isWithdrawn: true };
  }
};
