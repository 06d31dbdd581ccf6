import { fail } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { readContact } from '#lib/domain/contact.ts';
import { inviteHelper, listHelpers, withdrawHelper } from '#lib/server/answer-helper.ts';
import { Problem } from '#lib/server/problem.ts';
import { handoverLetters, limitHandovers } from '../../handover-letters.ts';
import { openRespondent, openWriter } from '../respondent.ts';
import type { Actions, PageServerLoad } from './$types';

// openRespondent asks access.may for the municipality of the link; a colleague who is invited invites nobody.
export const load: PageServerLoad = async ({ locals, params }) => {
  const { actor, user, setting, municipalityName } = await openRespondent(locals, params.token);
  const { roundId, municipalityNo } = actor;
  if (!may(user, { action: 'give_answer', roundId, municipalityNo })) throw Problem.notFound();
  const helpers = await locals.app.db.transaction(actor, (tx) => listHelpers(tx, actor));
  return { municipalityName, takesLinks: setting.takesLinks, helpers };
};

export const actions: Actions = {
  inviter: async (event) => {
    const { locals } = event;
    const { app } = locals;
    const { writer, form } = await openWriter(event, 'give_answer');
    const { actor, municipalityName, round, setting } = writer;
    if (!setting.takesLinks) throw Problem.notFound();
    const maySend = form.get('maySend') === 'yes';
    const { contact, problems } = readContact(form.get('name'), form.get('email'));
    if (problems.length > 0) return fail(400, { contact, problems, maySend });
    await limitHandovers(locals, actor);
    const about = { contact, municipalityNo: actor.municipalityNo, municipalityName, round, takesLinks: true };
    await app.db.transaction(actor, async (tx) => {
      const { letter } = await handoverLetters(tx, app, 'shared', about);
      const invited = { contact, maySend, secret: app.secret, at: app.clock() };
      await inviteHelper(tx, actor, { ...invited, letter: (link) => letter({ link, invitation: null }) });
    });
    return { contact, problems, maySend, invited: contact };
  },
  trekk: async (event) => {
    const { app } = event.locals;
    const { writer, form } = await openWriter(event, 'give_answer');
    const id = String(form.get('id') ?? '');
    const helper = await app.db.transaction(writer.actor, (tx) => withdrawHelper(tx, writer.actor, id, app.clock()));
    return { contact: null, problems: [], maySend: false, withdrawn: helper.name };
  }
};
