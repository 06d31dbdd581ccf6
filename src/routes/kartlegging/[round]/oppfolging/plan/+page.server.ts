import { fail } from '@sveltejs/kit';
import { readDay } from '#lib/domain/day.ts';
import { isLetterKind } from '#lib/domain/mail-plan.ts';
import { addStep, changeStep, listSteps } from '#lib/server/mail-plan.ts';
import { lettersPerMinute } from '#lib/server/outbox.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openFollowUp } from '../follow-up.ts';
import type { Actions, PageServerLoad } from './$types';

const events = ['pause', 'resume', 'cancel'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { actor, round, today } = await openFollowUp(locals, params.round, url);
  const steps = await locals.app.db.transaction(actor, (tx) => listSteps(tx, round.id));
  const queued = /^\d{1,4}$/.exec(url.searchParams.get('sendt') ?? '')?.[0] ?? null;
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    deadlineAt: round.deadlineAt,
    ...{ steps, today, perMinute: lettersPerMinute, queued: queued === null ? null : Number(queued) }
  };
};

export const actions: Actions = {
  leggtil: async (event) => {
    const { form } = await readSignedInForm(event);
    const { app } = event.locals;
    const { actor, round } = await openFollowUp(event.locals, event.params.round, event.url);
    const typed = { kind: String(form.get('kind') ?? ''), day: String(form.get('day') ?? '') };
    const plannedOn = readDay(typed.day);
    const { kind } = typed;
    if (!isLetterKind(kind) || plannedOn === null) {
      const problems = { kind: !isLetterKind(kind), day: plannedOn === null };
      return fail(400, { typed, problems, done: null });
    }
    await app.db.transaction(actor, (tx) => addStep(tx, round, { kind, plannedOn }, app.clock()));
    return { typed: null, problems: null, done: 'added' as const };
  },
  endre: async (event) => {
    const { form } = await readSignedInForm(event);
    const { app } = event.locals;
    const { actor, round } = await openFollowUp(event.locals, event.params.round, event.url);
    const change = events.find((one) => one === form.get('event'));
    if (!change) throw Problem.notFound();
    const id = String(form.get('step') ?? '');
    await app.db.transaction(actor, (tx) => changeStep(tx, round, { id, event: change }, app.clock()));
    return { typed: null, problems: null, done: change };
  }
};
