import { fail, redirect } from '@sveltejs/kit';
import { isReleasable, type ReleaseState } from '#lib/domain/release.ts';
import { beginRelease, listReleases } from '#lib/server/release.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';
import { openReleaser, readChoice } from './open-release.ts';

// openReleaser asks access.may.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { actor, round } = await openReleaser({ locals, params, url });
  const releases = await locals.app.db.transaction(actor, (tx) => listReleases(tx, round.id));
  const newest = releases.find(({ state }) => state === 'published')?.version ?? 0;
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    isReleasable: isReleasable(round, locals.app.clock()),
    isUnderWay: releases.some(({ state }) => ['draft', 'review', 'approved'].includes(state)),
    releases: releases.map(({ id, version, title, state, author, publishedAt }) => {
      const shown: ReleaseState = state === 'published' && version < newest ? 'superseded' : state;
      return { id, version, title, state: shown, author, publishedAt };
    })
  };
};

export const actions: Actions = {
  lag: async (event) => {
    const { form } = await readSignedInForm(event);
    const { actor, round } = await openReleaser(event);
    const { db, clock } = event.locals.app;
    const before = await db.transaction(actor, (tx) => listReleases(tx, round.id));
    const { typed, choice, problems } = readChoice(form, before.length > 0, event.locals.language);
    if (!choice) return fail(400, { typed, problems });
    const id = await db.transaction(actor, (tx) => beginRelease(tx, round, choice, clock()));
    redirect(303, `/kartlegging/${round.id}/utgivelse/${id}`);
  }
};
