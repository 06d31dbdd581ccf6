import { redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { withReturnPath } from '#lib/domain/return-path.ts';
import { Problem } from '#lib/server/problem.ts';
import type { PageServerLoad } from './$types';

/** Where signing in again in a new tab ends: what was typed stands in the tab before. */
export const load: PageServerLoad = ({ locals: { user }, url }) => {
  if (user.kind === 'public') redirect(303, withReturnPath('/logg-inn', url.pathname));
  if (!may(user, { action: 'read_profile' })) throw Problem.notFound();
};
