import { json } from '@sveltejs/kit';
import { listRounds } from '#lib/server/round.ts';
import type { RequestHandler } from './$types';

// A public page for machines: ready when the store answers. It tells nothing else.
export const GET: RequestHandler = async ({ locals }) => {
  await locals.app.db.transaction({ kind: 'public' }, listRounds);
  return json({ status: 'klar' });
};
