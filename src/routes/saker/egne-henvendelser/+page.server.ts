import { fail } from '@sveltejs/kit';
import { referralSources, yearOf, yearsCounted } from '#lib/domain/case/self-referral.ts';
import { dayOf } from '#lib/domain/day.ts';
import { changeTally, listTallies } from '#lib/server/case/self-referral.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openCases, requireKeys } from '../open-cases.ts';
import type { Actions, PageServerLoad } from './$types';
import { monthAsked, readChange, requirePlaces } from './tally.ts';

// requirePlaces asks access.may for each unit.
export const load: PageServerLoad = async ({ locals, url }) => {
  const { actor, app } = openCases(locals, url);
  requireKeys(app);
  const today = dayOf(app.clock());
  const month = monthAsked(url.searchParams.get('maned'), today);
  const { places, place, tallies } = await app.db.transaction(actor, async (tx) => {
    const places = await requirePlaces(tx, locals, today);
    const asked = url.searchParams.get('kommune') ?? places[0]?.municipalityNo;
    const place = places.find(({ municipalityNo }) => municipalityNo === asked);
    if (!place) throw Problem.notFound();
    return { places, place, tallies: await listTallies(tx, place.municipalityNo) };
  });
  const countOf = (source: string) => tallies.find((one) => one.month === month && one.source === source)?.count ?? 0;
  return {
    ...{ places, place, month, isNow: month.slice(0, 7) === today.slice(0, 7) },
    counts: referralSources.map((source) => ({ source, count: countOf(source) })),
    years: yearsCounted(tallies, today).map((year) => ({ year, sums: yearOf(tallies, year) }))
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, url } = event;
    const { form } = await readSignedInForm(event);
    const { actor, app } = openCases(locals, url);
    requireKeys(app);
    const at = app.clock();
    const month = monthAsked(String(form.get('month') ?? ''), dayOf(at));
    const change = readChange(String(form.get('change') ?? ''));
    const isChanged = await app.db.transaction(actor, async (tx) => {
      const asked = String(form.get('municipality') ?? '');
      const place = (await requirePlaces(tx, locals, dayOf(at))).find((one) => one.municipalityNo === asked);
      if (!place) throw Problem.notFound();
      return change !== null && changeTally(tx, { ...place, ...change, month }, at);
    });
    return isChanged ? { change } : fail(400, { change: null });
  }
};
