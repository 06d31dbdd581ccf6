import { redirect } from '@sveltejs/kit';
import { nextStepOf } from '#lib/domain/case/next-step.ts';
import { settingOn } from '#lib/domain/case/case-setting.ts';
import { workingDaysAfter } from '#lib/domain/case/working-day.ts';
import { dayOf, daysAfter } from '#lib/domain/day.ts';
import { listDocuments } from '#lib/server/case/document.ts';
import { listConditionVersions } from '#lib/server/case/condition.ts';
import { listConditions, listEvents } from '#lib/server/case/file.ts';
import { markDelivered } from '#lib/server/case/delivery.ts';
import { listNotices } from '#lib/server/case/notice.ts';
import { findProposer } from '#lib/server/case/proposal.ts';
import { readPerson } from '#lib/server/case/person.ts';
import { listSettings } from '#lib/server/case/unit.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openCases, requireCase, requireKeys } from '../../open-cases.ts';
import { attachAction, removeAction } from './document-action.ts';
import { openEvents, otherMunicipalities, requiredOf, toldMunicipalities } from './case-view.ts';
import { noticeAction } from './notice-action.ts';
import { sendingsOf } from './sendings.ts';
import { sendingAction, solveSummons } from '../../sending-action.ts';
import { stepAction } from './step-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { user, actor, app } = openCases(locals, url);
  const masters = requireKeys(app);
  const at = app.clock();
  return app.db.transaction(actor, async (tx) => {
    const { file, parts } = await requireCase(tx, user, params);
    const conditions = await listConditions(tx, file);
    const setting = settingOn(await listSettings(tx, file.unitNo), dayOf(at));
    const next = nextStepOf(file, at);
    const { now, more, partOf } = openEvents(file, parts, next.step);
    const events = await listEvents(tx, file);
    const { geography } = app.reference;
    const ground = app.reference.legalGrounds.find(({ id }) => id === file.legalGround);
    return {
      ...{ file, conditions, next, now, more, required: requiredOf(conditions), today: dayOf(at) },
      isLeading: now.some((event) => partOf(event) === 'unit_leader'),
      person: await readPerson({ tx, masters, at }, file, 'page'),
      ground: ground ? ground[locals.language] : file.legalGround,
      documents: await listDocuments(tx, { ...file, of: 'case' }),
      events,
      notices: await listNotices(tx, file),
      versions: await listConditionVersions(tx, file),
      proposer: await findProposer(tx, file),
      names: toldMunicipalities(geography, file, events),
      municipalities: [...now, ...more].includes('transfer')
        ? otherMunicipalities(geography, file.municipalityNo, dayOf(at))
        : [],
      sending: await sendingsOf(tx, file, app),
      mayTellSeen: parts.some((part) => part !== 'sampler'),
      maySend: parts.includes('case_officer'),
      mayChange: parts.some((part) => part === 'case_officer' || part === 'unit_leader'),
      mayChangePerson: parts.includes('case_officer') && file.state !== 'closed',
      mayExport: parts.includes('archivist') && file.state === 'closed',
      proposed: {
        ...{ attendance: String(setting.attendances), testing: '0', from: file.decidedOn },
        until: file.probationUntil ?? daysAfter(file.decidedOn, 730),
        meetingBy: workingDaysAfter(file.receivedOn, setting.meetingDays),
        ...{ meetingAt: workingDaysAfter(dayOf(at), setting.leastWarningDays + 1), sentOn: dayOf(at) },
        archiveDay: dayOf(at)
      } as Record<string, string>
    };
  });
};

export const actions: Actions = {
  steg: async (event) => {
    const result = await stepAction(event);
    if ('isGone' in result && result.isGone) redirect(303, '/saker');
    return result;
  },
  dokument: async (event) => attachAction(event),
  fjern: async (event) => removeAction(event),
  papir: async (event) => {
    await readSignedInForm(event);
    const { user, actor, app } = openCases(event.locals, event.url);
    await app.db.transaction(actor, async (tx) => {
      const { file, parts } = await requireCase(tx, user, event.params);
      if (!parts.includes('case_officer') || file.task !== 'send_on_paper') throw Problem.notFound();
      await markDelivered(tx, file, 'post', app.clock());
      await solveSummons(tx, file, app.clock());
    });
    return { done: 'moved' as const, failed: null };
  },
  melding: async (event) => noticeAction(event),
  sending: async (event) => sendingAction(event)
};
