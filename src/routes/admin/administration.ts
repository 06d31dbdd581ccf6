import { redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import type { Letter } from '#lib/server/admission.ts';
import type { Actor } from '#lib/server/db.ts';
import { actorOf, type PersonUser } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { takeFromLimit } from '#lib/server/rate-limit.ts';
import { invitationMail } from '#lib/ui/people/access-mail.ts';

type Administration = { user: PersonUser; actor: Actor; now: Date };

/** Who manages people; whoever is not signed in is sent to do so, others find nothing. */
export function openAdministration({ app, user }: App.Locals, url: URL): Administration {
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  if (user.kind !== 'person' || !may(user, { action: 'manage_people' })) throw Problem.notFound();
  return { user, actor: actorOf(user), now: app.clock() };
}

/** Each giving of access sends mail to an address of the giver's choosing. */
export async function limitLetters({ app }: App.Locals, { personId }: PersonUser): Promise<void> {
  await takeFromLimit(app, { limit: 'letterPerGiver', subject: personId });
}

/** The letter in which someone is told what this user has given them. */
export function letterFrom({ app }: App.Locals, giver: string): Letter {
  const { geography } = app.reference;
  return (about) => invitationMail(giver, about, { origin: app.origin, language: 'nb', geography });
}
