import { fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { readContact, type Contact, type ContactProblem } from '#lib/domain/contact.ts';
import { handOver, shareAnswer } from '#lib/server/answer-handover.ts';
import type { App as Opened } from '#lib/server/app.ts';
import type { Tx } from '#lib/server/db.ts';
import { actorOf } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { answerToken } from '#lib/server/token.ts';
import { handoverLetters, limitHandovers } from '../../handover-letters.ts';
import { openRespondent, openWriter, type Respondent } from '../respondent.ts';
import type { Actions, PageServerLoad } from './$types';

// openRespondent asks access.may for the link's municipality, or for that of whoever has signed in.
export const load: PageServerLoad = async ({ locals, params }) => {
  const { municipalityName, round, setting, user, actor } = await openRespondent(locals, params.token);
  const { roundId, municipalityNo } = actor;
  if (!may(user, { action: 'give_answer', roundId, municipalityNo })) throw Problem.notFound();
  const { takesLinks } = setting;
  return { municipalityName, roundName: round.name, takesLinks, isSignedIn: user.kind === 'person' };
};

export const actions: Actions = {
  overfor: async (event) => {
    const { locals } = event;
    const { writer, form } = await openWriter(event, 'give_answer');
    const typed = typedContact(form);
    if (typed.problems.length > 0) return fail(400, { ...typed, kind: 'replace' as const });
    const { app } = locals;
    await limitHandovers(locals, writer.actor);
    const before = await app.db.transaction(handingActor(writer), async (tx) => {
      const handover = await handoverOf(tx, app, writer, { kind: 'replaced', contact: typed.contact });
      return handOver(tx, { ...handover, secret: app.secret }, handover.by);
    });
    if (before === 'self') return fail(400, { ...typed, problems: ownAddress, kind: 'replace' as const });
    redirect(303, '/svar/overfort');
  },
  del: async (event) => {
    const { locals } = event;
    const { writer, form } = await openWriter(event, 'give_answer');
    const typed = typedContact(form);
    if (typed.problems.length > 0) return fail(400, { ...typed, kind: 'share' as const });
    const { app } = locals;
    await limitHandovers(locals, writer.actor);
    const { roundId, municipalityNo } = writer.actor;
    const token = answerToken(app.secret, roundId, municipalityNo, writer.assignment.linkEdition);
    const isShared = await app.db.transaction(handingActor(writer), async (tx) =>
      shareAnswer(tx, await handoverOf(tx, app, writer, { kind: 'shared', contact: typed.contact }), token)
    );
    if (!isShared) return fail(400, { ...typed, problems: ownAddress, kind: 'share' as const });
    return { ...typed, kind: 'share' as const, isShared: true };
  }
};

const ownAddress: ContactProblem[] = [{ field: 'email', kind: 'self' }];

function typedContact(form: FormData) {
  return readContact(form.get('name'), form.get('email'));
}

async function handoverOf(
  tx: Tx,
  app: Opened,
  { user, actor, assignment, round, setting, municipalityName }: Respondent,
  { kind, contact }: { kind: 'replaced' | 'shared'; contact: Contact }
) {
  const { municipalityNo } = assignment;
  const about = { contact, municipalityNo, municipalityName, round, takesLinks: setting.takesLinks };
  return {
    ...{ roundId: actor.roundId, municipalityNo, contact, at: app.clock() },
    ...(await handoverLetters(tx, app, kind, about)),
    by: user.kind === 'person' ? user.personId : null
  };
}

/** Grants are changed by persons; who holds a link changes the contact only. */
function handingActor({ user, actor }: Respondent) {
  return user.kind === 'person' ? actorOf(user) : actor;
}
