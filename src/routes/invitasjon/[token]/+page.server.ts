import { fail, redirect } from '@sveltejs/kit';
import { homePath } from '#lib/domain/home.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import { acceptInvitation } from '#lib/server/invitation.ts';
import type { Actions, PageServerLoad } from './$types';
import { asInvited, readInvited, standing } from './invited.ts';

// A public page: holding the link is the right to look. Looking uses nothing up, since mail scanners open links.
export const load: PageServerLoad = async ({ locals, params }) => {
  const { usable, giverName, personId } = await readInvited(locals, params.token);
  if (!usable || !personId) return { usable: null, giverName };
  const { isToAnswerOnly } = usable;
  const { app, language, user } = locals;
  return {
    ...{ usable, giverName, standing: standing(user, { personId, isToAnswerOnly }) },
    providers: app.providers.map(({ name }) => name[language])
  };
};

export const actions: Actions = {
  default: async ({ locals, params, url }) => {
    const { app, user } = locals;
    const { usable, personId } = await readInvited(locals, params.token);
    if (!usable || !personId) return fail(410, {});
    const stands = standing(user, { personId, isToAnswerOnly: usable.isToAnswerOnly });
    if (stands === 'unknown') redirect(303, withReturnPath('/logg-inn', url.pathname));
    // Only an account of their own ties someone to the invitation: by e-mail they answer, and it stays usable.
    if (stands === 'answering') redirect(303, homePath(user));
    if (stands !== 'invited') return fail(409, {});
    await app.db.transaction(asInvited, (tx) => acceptInvitation(tx, params.token, app.clock()));
    redirect(303, homePath(user));
  }
};
