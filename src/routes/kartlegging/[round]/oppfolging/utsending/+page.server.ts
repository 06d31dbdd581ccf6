import { fail, redirect } from '@sveltejs/kit';
import { hindrances } from '#lib/domain/reminder.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { sendStep } from '#lib/server/mail-plan.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openFollowUp } from '../follow-up.ts';
import { answerLink, letterTo } from '../letters.ts';
import { readAddressees, readChosen } from './addressees.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, language } = locals;
  const scene = await openFollowUp(locals, params.round, url);
  const { actor, round, user, nameOf } = scene;
  const chosen = readChosen(url.searchParams.getAll('kommune'));
  const asked = { stepId: url.searchParams.get('steg') ?? '', chosen, now: app.clock() };
  const { step, to, not, notChosen, recipients, templates } = await app.db.transaction(actor, (tx) =>
    readAddressees(tx, scene, asked)
  );
  const linkTo = () => messagesIn(language).followUp.sending.linkPlace;
  const writing = { round, kind: step.kind, templates, writer: user.name, nameOf, linkTo };
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    ...{ step, chosen: [...(chosen ?? [])], notChosen, mustConfirm: mustConfirm(locals, round.dataKind) },
    letters: to.flatMap(({ municipalityNo, email }) => {
      const recipient = recipients.get(municipalityNo);
      if (!recipient || email === null) return [];
      const { language } = recipient;
      return [{ municipalityNo, name: nameOf(municipalityNo), email, language, ...letterTo(recipient, writing) }];
    }),
    not: hindrances
      .map((why) => ({ why, names: not.filter((one) => one.why === why).map(({ facts }) => facts) }))
      .filter(({ names }) => names.length > 0)
      .map(({ why, names }) => ({
        why,
        names: names.map(({ municipalityNo, extendedUntil }) => ({ name: nameOf(municipalityNo), extendedUntil }))
      }))
  };
};

/** Made-up or copied figures are no mapping of the municipalities' own: writing about them is said yes to by hand. */
function mustConfirm({ app }: App.Locals, dataKind: string): boolean {
  return !app.env.isDemonstration && dataKind !== 'reported';
}

export const actions: Actions = {
  send: async (event) => {
    const { form } = await readSignedInForm(event);
    const { locals, params, url } = event;
    const { app } = locals;
    const scene = await openFollowUp(locals, params.round, url);
    const { actor, round, user, nameOf } = scene;
    if (mustConfirm(locals, round.dataKind) && form.get('confirm') !== 'on') return fail(400, { unconfirmed: true });
    const now = app.clock();
    const asked = { stepId: String(form.get('step') ?? ''), chosen: readChosen(form.getAll('municipality')), now };
    const count = await app.db.transaction(actor, async (tx) => {
      const { step, to, recipients, templates } = await readAddressees(tx, scene, asked);
      if (to.length === 0) return 0;
      const linkTo = answerLink(locals, round.id);
      const writing = { round, kind: step.kind, templates, writer: user.name, nameOf, linkTo };
      const write = (municipalityNo: string) => {
        const recipient = recipients.get(municipalityNo);
        if (!recipient) throw Problem.notFound();
        return letterTo(recipient, writing);
      };
      return sendStep(tx, { round, stepId: step.id, chosen: asked.chosen, letterTo: write }, now);
    });
    if (count === 0) return fail(409, { unconfirmed: false });
    redirect(303, `/kartlegging/${round.id}/oppfolging/plan?sendt=${count}`);
  }
};
