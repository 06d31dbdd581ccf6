import { may } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import type { Unprotected } from '#lib/domain/disclosure/protection.ts';
import type { Language } from '#lib/domain/language.ts';
import { unitName, type UnitType } from '#lib/domain/unit.ts';
import { listReaders, listReleaseEvents } from '#lib/server/release-reader.ts';
import { gateOutcome } from '#lib/server/release-gate.ts';
import { readDraft, type ReleaseDraft } from '#lib/server/release-step.ts';
import { figureTable } from '#lib/ui/publication/release-figures.ts';
import { openRelease } from '../open-release.ts';
import { refusedSentences } from './refused-figures.ts';
import * as steps from './release-actions.ts';
import type { Actions, PageServerLoad } from './$types';

// openRelease asks access.may.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { actor, round, release, user } = await openRelease({ locals, params, url });
  const { app, language } = locals;
  const { draft, readers, events } = await app.db.transaction(actor, async (tx) => ({
    draft: await readDraft({ tx, desk: app, round, release }),
    readers: await listReaders(tx, release),
    events: await listReleaseEvents(tx, release)
  }));
  const nameOf = (area: string) => {
    const [unitType, unitId = ''] = area.split(':');
    return unitName(app.reference.geography, { unitType: unitType as UnitType, unitId }) ?? unitId;
  };
  const { id, version, state, plan, title, note, embargoUntil } = release;
  const { korusRegion, slug } = round;
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind, korusRegion, slug },
    release: { id, version, state, plan, title, note, embargoUntil },
    embargoDay: embargoUntil ? dayOf(embargoUntil) : '',
    progress: app.releaseGate.progress(release.id),
    freezing: app.releaseFreezer.progress(release.id),
    failures: { gate: app.releaseGate.failure(release.id), freezing: app.releaseFreezer.failure(release.id) },
    gate: gateOutcome(draft.check, draft.dataHash),
    ...found(draft, (unprotected) => refusedSentences(unprotected, language, nameOf), language),
    checklist: draft.checklist,
    mayApprove: may(user, { action: 'approve_release', korusRegion, author: release.authorId }),
    readers,
    events
  };
};

/** What the gate found, as it is shown: what it refused, or the figures with why some are hidden. */
function found(
  { check, content }: ReleaseDraft,
  refused: (unprotected: readonly Unprotected[]) => string[],
  language: Language
) {
  const finding = check?.finding;
  const reasons = finding?.outcome === 'protected' ? finding.reasons : null;
  return {
    refused: finding?.outcome === 'refused' ? refused(finding.unprotected) : [],
    table: content ? figureTable(content, language, { reasons }) : null,
    counts: content ? countsOf(content.figures) : null
  };
}

function countsOf(figures: readonly { status: string }[]) {
  const count = (wanted: string) => figures.filter(({ status }) => status === wanted).length;
  return { shown: count('shown'), hidden: count('hidden') };
}

export const actions: Actions = {
  endre: async (event) => steps.change(event),
  kontroller: async (event) => steps.check(event),
  stopp: async (event) => steps.stop(event),
  send: async (event) => steps.submit(event),
  returner: async (event) => steps.sendBack(event),
  godkjenn: async (event) => steps.approve(event),
  sperrefrist: async (event) => steps.embargo(event),
  giut: async (event) => steps.publish(event),
  trekk: async (event) => steps.withdraw(event),
  forkast: async (event) => steps.discard(event),
  leser: async (event) => steps.addOne(event),
  fjernleser: async (event) => steps.removeOne(event)
};
