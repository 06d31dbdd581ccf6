import type { RequestEvent } from '@sveltejs/kit';
import { findAssignment } from '#lib/server/assignment.ts';
import { Problem } from '#lib/server/problem.ts';
import { openFollowUp } from '../follow-up.ts';

/** The municipality of an address in a round that expects it, with the e-mail address that the round writes to, or null. */
export async function openTown({ locals, params, url }: RequestEvent<{ round: string; municipality: string }>) {
  const { actor, round } = await openFollowUp(locals, params.round, url);
  const { municipality: municipalityNo } = params;
  const found = await locals.app.db.transaction(actor, (tx) => findAssignment(tx, round.id, municipalityNo));
  if (!found) throw Problem.notFound();
  return { actor, municipalityNo, email: found.contactEmail };
}
