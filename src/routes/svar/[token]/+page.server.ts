import { fail, redirect } from '@sveltejs/kit';
import { fieldsOf } from '#lib/domain/answer.ts';
import { may } from '#lib/domain/access.ts';
import { takesAnswers } from '#lib/domain/round.ts';
import { readDraft, saveDraft } from '#lib/server/draft.ts';
import { listAdvisers } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { listVersions, previousAnswers, submitReport } from '#lib/server/report.ts';
import type { Actions, PageServerLoad } from './$types';
import { openRespondent, type Respondent } from './respondent.ts';
import { readFields, readSubmission } from './submission.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
  const respondent = await openRespondent(locals, params.token);
  const { actor, assignment, round, questionnaire, municipalityName, korusName } = respondent;
  const { db, clock } = locals.app;
  const { roundId, municipalityNo } = actor;
  const own = await db.transaction(actor, async (tx) => ({
    draft: await readDraft(tx, roundId, municipalityNo),
    latest: (await listVersions(tx, roundId, municipalityNo))[0] ?? null,
    previous: await previousAnswers(tx, roundId, municipalityNo)
  }));
  const system = { kind: 'system', task: 'who_has_access' } as const;
  const advisers = await db.transaction(system, (tx) => listAdvisers(tx, round.korusRegion, clock()));
  const stable = own.previous ? fieldsOf(questionnaire, unitAnswers(respondent, own.previous.answers)) : {};
  delete stable[questionnaire.gate.key];
  return {
    questionnaire,
    municipalityName,
    korusName,
    advisers,
    contact: assignment.contactEmail,
    round: {
      name: round.name,
      periodStart: round.periodStart,
      periodEnd: round.periodEnd,
      deadlineAt: round.deadlineAt
    },
    freezesAt: round.freezesAt,
    isOpen: takesAnswers(round, clock()),
    fields: own.draft?.fields ?? (own.latest ? fieldsOf(questionnaire, own.latest.answers) : stable),
    draftSavedAt: own.draft?.savedAt ?? null,
    version: own.latest?.version ?? null,
    previous: own.previous
  };
};

export const actions: Actions = {
  lagre: async ({ locals, params, request }) => {
    const respondent = await openWriter(locals, params.token);
    const fields = readFields(respondent.questionnaire, await request.formData());
    const savedAt = locals.app.clock();
    await locals.app.db.transaction(respondent.actor, (tx) => saveDraft(tx, respondent.actor, fields, savedAt));
    return { savedAt };
  },
  send: async ({ locals, params, request }) => {
    const { app, language } = locals;
    const { actor, questionnaire } = await openWriter(locals, params.token);
    const form = await request.formData();
    const submission = readSubmission(questionnaire, form, language);
    const fields = readFields(questionnaire, form);
    if (submission.kind !== 'ready') {
      await app.db.transaction(actor, (tx) => saveDraft(tx, actor, fields, app.clock()));
      return fail(400, { fields, submission });
    }
    const { answers, reasons, name } = submission;
    const { roundId, municipalityNo } = actor;
    const report = { roundId, municipalityNo, answers, reasons, submittedBy: name, submittedAt: app.clock() };
    await app.db.transaction(actor, (tx) => submitReport(tx, { ...report, channel: 'web' }));
    app.statistics.changed();
    redirect(303, `/svar/${params.token}/kvittering`);
  }
};

async function openWriter(locals: App.Locals, token: string): Promise<Respondent> {
  const respondent = await openRespondent(locals, token);
  const { user, round, actor } = respondent;
  const { roundId, municipalityNo } = actor;
  if (!may(user, { action: 'answer_round', roundId, municipalityNo })) throw Problem.notFound();
  if (!takesAnswers(round, locals.app.clock())) throw Problem.roundClosed(round.id);
  return respondent;
}

function unitAnswers({ questionnaire }: Respondent, answers: Parameters<typeof fieldsOf>[1]) {
  const unit = questionnaire.questions.filter(({ group }) => group === 'unit').map(({ key }) => key);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => unit.includes(key)));
}
