import { may } from '#lib/domain/access.ts';
import { noFilter } from '#lib/domain/filter.ts';
import { daysLeft, roundPhase } from '#lib/domain/round.ts';
import { findAssignment } from '#lib/server/assignment.ts';
import { roundTopic } from '#lib/server/live-sources.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { Problem } from '#lib/server/problem.ts';
import { listProgress } from '#lib/server/round-progress.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { answerToken } from '#lib/server/token.ts';
import type { Actions, PageServerLoad } from './$types';
import { decideCoverage, undoCoverage } from './coverage-decision.ts';
import { coverageView } from './coverage-view.ts';
import { openFollower } from './follow.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app } = locals;
  const { actor, round, municipalities } = await openFollower(locals, params.round, url);
  const mark = await app.live.mark(roundTopic(round.id));
  const progress = await app.db.transaction(actor, (tx) => listProgress(tx, round.id));
  const { cells } = await app.statistics.view(round, 'region', noFilter);
  const status = cells.filter((cell) => cell.indicator === 'answer_status' && cell.category === null);
  const counties = await app.statistics.counties(round);
  const chosen = counties.find(({ number }) => number === url.searchParams.get('fylke'))?.number ?? null;
  const nameOf = (number: string) => municipalities.get(number)?.name ?? number;
  const placed = progress.map((one) => ({ ...one, said: null, place: municipalities.get(one.municipalityNo) }));
  return {
    round,
    mark,
    coverage: coverageView(progress, nameOf, locals.language),
    daysLeft: daysLeft(round, app.clock()),
    phase: roundPhase(round, app.clock()),
    readAt: app.clock(),
    total: status.find((cell) => cell.countyNo === null) ?? null,
    counties: counties.map(({ number, name }) => ({
      number,
      name,
      cell: status.find((cell) => cell.countyNo === number)
    })),
    chosenCounty: chosen,
    municipalities: placed
      .filter(({ place }) => chosen === null || place?.countyNumber === chosen)
      .map(({ place, ...one }) => ({
        ...one,
        name: place?.name ?? one.municipalityNo,
        waitsFor: one.standing.waitsFor && nameOf(one.standing.waitsFor),
        host: one.standing.status === 'covered_by_host' ? nameOf(one.standing.standsIn ?? '') : null,
        county: counties.find(({ number }) => number === place?.countyNumber)?.name ?? ''
      }))
  };
};

export const actions: Actions = {
  avgjor: async (event) => decideCoverage(event),
  angre: async (event) => undoCoverage(event),
  lenke: async (event) => {
    const { user, form } = await readSignedInForm(event);
    const { locals, params, url } = event;
    const { app } = locals;
    const { actor, round } = await openFollower(locals, params.round, url);
    if (!may(user, { action: 'hand_out_link', korusRegion: round.korusRegion })) throw Problem.notFound();
    const phase = roundPhase(round, app.clock());
    if (phase !== 'open' && phase !== 'closed') throw Problem.roundClosed(round.id);
    const municipalityNo = String(form.get('municipality') ?? '');
    const { linkEdition } = await app.db.transaction(actor, async (tx) => {
      const assignment = await findAssignment(tx, round.id, municipalityNo);
      if (!assignment) throw Problem.notFound();
      const subject = `${round.id}/${municipalityNo}`;
      await recordAudit(tx, { at: app.clock(), chain: municipalityNo, action: 'link_shown', subject, detail: {} });
      return assignment;
    });
    const link = `${app.origin}/svar/${answerToken(app.secret, round.id, municipalityNo, linkEdition)}`;
    return { municipalityNo, link };
  }
};
