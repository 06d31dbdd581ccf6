import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { roundPhase } from '#lib/domain/round.ts';
import { talkTopic } from '#lib/server/live-sources.ts';
import { listAdvisers } from '#lib/server/person.ts';
import type { Actions, PageServerLoad } from './$types';
import { readAsked } from './asked.ts';
import { readUnconfirmed } from './bekreft/unconfirmed.ts';
import { readOwnAnswer } from './own-answer.ts';
import { isOpenFor, openRespondent, openWriter } from './respondent.ts';
import { nameMembers } from './round-members.ts';
import { denyHost } from './host-denial.ts';
import { checkForm, keepForm } from './keeping.ts';
import { sendForm } from './sending.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db, clock } = locals.app;
  const respondent = await openRespondent(locals, params.token);
  const { assignment, setting, round, questionnaire, municipalityName, korusName } = respondent;
  const talkMark = await locals.app.live.mark(talkTopic(respondent.actor));
  const own = await readOwnAnswer(db, respondent, clock());
  const mayWait = own.draftSavedAt === null && !url.searchParams.has('rett');
  if (mayWait && (await readUnconfirmed(locals.app, respondent))) redirect(303, `/svar/${params.token}/bekreft`);
  const asked = await readAsked(db, respondent, own.version);
  const system = { kind: 'system', task: 'who_has_access' } as const;
  const advisers = await db.transaction(system, (tx) => listAdvisers(tx, round.korusRegion, clock()));
  const ofAnswer = { roundId: round.id, municipalityNo: assignment.municipalityNo };
  const { name, periodStart, periodEnd, opensAt, deadlineAt, freezesAt } = round;
  return {
    ...own,
    ...asked,
    talkMark,
    members: nameMembers(locals.app, round, own.members),
    standing: { coverRuling: assignment.coverRuling, coverRulingHost: assignment.coverRulingHost },
    formKey: randomUUID(),
    readAt: clock(),
    questionnaire,
    municipalityName,
    korusName,
    advisers: advisers.map(({ name }) => name),
    contact: assignment.contactEmail,
    extendedUntil: assignment.extendedUntil,
    extensionReason: assignment.extensionReason,
    round: { name, periodStart, periodEnd, opensAt, deadlineAt, freezesAt },
    phase: roundPhase(round, clock()),
    isOpen: isOpenFor(respondent, clock()),
    isReadOnly: setting.isReadOnly,
    isSignedIn: respondent.user.kind === 'person',
    maySend: may(respondent.user, { action: 'send_answer', ...ofAnswer }),
    mayGive: may(respondent.user, { action: 'give_answer', ...ofAnswer })
  };
};

export const actions: Actions = {
  lagre: async (event) => {
    const { writer, form } = await openWriter(event);
    return keepForm(event.locals.app, writer, form);
  },
  sjekk: async (event) => {
    const { writer, form } = await openWriter(event);
    return checkForm(event.locals, writer, form);
  },
  send: async (event) => {
    const { writer, form } = await openWriter(event, 'send_answer');
    const refused = await sendForm(event.locals, writer, form);
    if (refused) return refused;
    redirect(303, `/svar/${event.params.token}/kvittering`);
  },
  avkreft: async (event) => {
    const { writer, form } = await openWriter(event, 'send_answer');
    await denyHost(event.locals.app, writer, String(form.get('host') ?? ''));
    redirect(303, `/svar/${event.params.token}`);
  }
};
