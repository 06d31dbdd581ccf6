import { sideOf } from '#lib/domain/access.ts';
import { lettersFor } from '#lib/domain/desk-letter.ts';
import { eventsOf } from '#lib/domain/promise.ts';
import { readDeskTown } from '#lib/server/desk.ts';
import { openDeskTown } from '../desk.ts';
import type { Actions, PageServerLoad } from './$types';
import { contactActions } from './contact-actions.ts';
import { promiseActions } from './promise-actions.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { user, today, town } = openDeskTown(locals, params.municipality, url);
  const read = await readDeskTown(locals.app, user, town);
  return {
    ...{ ...read, today, personId: user.personId, side: sideOf(user) },
    letters: lettersFor(read.reasons),
    promises: read.promises.map((promise) => ({
      ...promise,
      events: eventsOf(promise, today),
      steps: read.steps.filter(({ promiseId }) => promiseId === promise.id)
    }))
  };
};

export const actions: Actions = {
  lov: async (event) => promiseActions.lov(event),
  lofte: async (event) => promiseActions.lofte(event),
  paminn: async (event) => promiseActions.paminn(event),
  kontakt: async (event) => contactActions.kontakt(event),
  gjort: async (event) => contactActions.gjort(event),
  fjern: async (event) => contactActions.fjern(event)
};
