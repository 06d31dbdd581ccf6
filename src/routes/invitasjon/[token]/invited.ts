import { isToAnswer } from '#lib/domain/access.ts';
import { holds } from '#lib/server/admission.ts';
import { listGrants } from '#lib/server/grant.ts';
import { findInvitation, type Invitation } from '#lib/server/invitation.ts';
import { grantText, untilText } from '#lib/ui/people/access-text.ts';

export const asInvited = { kind: 'system', task: 'invitation' } as const;

/** What someone who holds the link of an invitation is shown; once it cannot be used, only whom to ask. */
export async function readInvited({ app, language }: App.Locals, token: string) {
  const now = app.clock();
  const { geography } = app.reference;
  return app.db.transaction(asInvited, async (tx) => {
    const invitation = await findInvitation(tx, token, now);
    if (!invitation?.isUsable) return { usable: null, giverName: invitation?.giverName ?? null };
    const { personId, name, giverName } = invitation;
    const held = (await listGrants(tx, personId)).filter((grant) => holds(grant, now));
    const given = held.map((grant) => ({
      text: grantText(grant, { geography, language }),
      until: untilText(grant.until, now, language).text
    }));
    const isToAnswerOnly = held.every(isToAnswer);
    return { usable: { name, given, isToAnswerOnly, mayHandOver: held.some(isToAnswer) }, personId, giverName };
  });
}

/**
 * How the user stands to an invitation: not signed in, the very person, someone else, or the person by an e-mail session,
 * which is too weak to take it: they may answer (`answering`), or need to sign in otherwise for what is given (`weak`).
 */
export function standing(
  user: App.Locals['user'],
  invited: { personId: Invitation['personId']; isToAnswerOnly: boolean }
): 'unknown' | 'invited' | 'answering' | 'weak' | 'other' {
  if (user.kind !== 'person') return 'unknown';
  if (user.personId !== invited.personId) return 'other';
  if (user.scope === 'everything') return 'invited';
  return invited.isToAnswerOnly && user.grants.length > 0 ? 'answering' : 'weak';
}
