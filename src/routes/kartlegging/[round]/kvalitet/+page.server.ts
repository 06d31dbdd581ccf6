import { isWanted, readQualityFilter } from '#lib/domain/quality-filter.ts';
import { readQuality } from '#lib/server/quality.ts';
import { recordGridRead } from '#lib/server/report-reading.ts';
import { reviewReport, undoAcceptance } from '#lib/server/report-review.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { gridOf, pagesOf } from '#lib/ui/quality/grid.ts';
import type { Actions, PageServerLoad } from './$types';
import { openQuality, placed, roundFacts } from './open-quality.ts';
import { orMoved, readMoment, readVersion } from './reviewing.ts';

// openQuality asks access.may, as openFollower( does.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, language } = locals;
  const desk = await openQuality(locals, params.round, url);
  const { actor, round, questionnaire, counties, background } = desk;
  const filter = readQualityFilter(
    url.searchParams,
    counties.map(({ number }) => number)
  );
  const entries = await app.db.transaction(actor, async (tx) => {
    const all = await readQuality(tx, round, background);
    const seen = all.flatMap(({ municipalityNo, report }) =>
      report ? [{ municipalityNo, version: report.version }] : []
    );
    await recordGridRead(tx, round, seen, app.clock());
    return placed(desk, all);
  });
  const inCounty = entries.filter(({ countyNo }) => filter.county === null || countyNo === filter.county);
  const wanted = inCounty.filter((entry) => isWanted(entry, filter));
  const pages = pagesOf(wanted.length);
  const page = Math.min(Math.max(readVersion(url.searchParams.get('side')), 1), pages);
  return {
    ...{ round: roundFacts(desk), filter, counties, all: entries.length, wanted: wanted.length, page, pages },
    grid: gridOf(questionnaire, wanted, { language, page }),
    acceptedAt: readMoment(url.searchParams.get('godtatt')),
    acceptedCount: readVersion(url.searchParams.get('antall'))
  };
};

export const actions: Actions = {
  godta: async (event) => {
    const { form } = await readSignedInForm(event);
    const { actor, user, round } = await openQuality(event.locals, event.params.round, event.url);
    const at = event.locals.app.clock();
    const answer = { roundId: round.id, municipalityNo: String(form.get('municipality')) };
    const accepted = event.locals.app.db.transaction(actor, async (tx) => {
      const version = readVersion(form.get('version'));
      await reviewReport(tx, { ...answer, version }, { event: 'accept', note: null }, { ...user, at });
      return { accepted: { at, count: 1 } };
    });
    return orMoved(accepted);
  },
  angre: async (event) => {
    const { form } = await readSignedInForm(event);
    const { actor, user, round } = await openQuality(event.locals, event.params.round, event.url);
    const { app } = event.locals;
    const acceptedAt = readMoment(form.get('at')) ?? app.clock();
    const undone = await app.db.transaction(actor, (tx) =>
      undoAcceptance(tx, round.id, acceptedAt, { ...user, at: app.clock() })
    );
    return { undone };
  }
};
