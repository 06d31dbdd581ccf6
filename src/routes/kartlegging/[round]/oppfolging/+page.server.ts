import { byUrgency, callViewOf, isInView } from '#lib/domain/call-list.ts';
import { listSilent } from '#lib/server/follow-up.ts';
import { listSteps } from '#lib/server/mail-plan.ts';
import type { Actions, PageServerLoad } from './$types';
import { openFollowUp } from './follow-up.ts';
import { noteActions } from './note-actions.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app } = locals;
  const { actor, round, municipalities, today, nameOf } = await openFollowUp(locals, params.round, url);
  const { silent, steps } = await app.db.transaction(actor, async (tx) => ({
    silent: await listSilent(tx, round.id, today),
    steps: await listSteps(tx, round.id)
  }));
  const counties = await app.statistics.counties(round);
  const county = counties.find(({ number }) => number === url.searchParams.get('fylke'))?.number ?? null;
  const view = callViewOf(url.searchParams.get('vis'));
  const countyOf = (municipalityNo: string) => municipalities.get(municipalityNo)?.countyNumber;
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    ...{ today, view, county, counties: counties.map(({ number, name }) => ({ number, name })) },
    steps: steps.filter(({ status }) => status === 'planned'),
    allSilent: silent.length,
    silent: silent
      .filter((one) => county === null || countyOf(one.municipalityNo) === county)
      .filter((one) => isInView(one, view))
      .map((one) => ({
        ...one,
        name: nameOf(one.municipalityNo),
        county: counties.find(({ number }) => number === countyOf(one.municipalityNo))?.name ?? ''
      }))
      .toSorted(byUrgency)
  };
};

export const actions: Actions = {
  notat: async (event) => noteActions.notat(event),
  fjern: async (event) => noteActions.fjern(event)
};
