import { fail, type RequestEvent } from '@sveltejs/kit';
import { ageOn } from '#lib/domain/case/case-file.ts';
import { partFor, type Refusal } from '#lib/domain/case/case-flow.ts';
import type { SendingFault } from '#lib/domain/case/summons-plan.ts';
import { caseForms, readCaseForm, type CaseProblem } from '#lib/domain/case/case-form.ts';
import type { CaseGiven } from '#lib/domain/case/case-given.ts';
import { caseEvents, type CaseEvent } from '#lib/domain/case/case-transition.ts';
import type { StoredCase } from '#lib/server/case/file.ts';
import { readPerson } from '#lib/server/case/person.ts';
import type { Register } from '#lib/server/case/data-key.ts';
import { takePostedStep } from '#lib/server/dispatch/posted-step.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openCases, requireCase, requireKeys, requirePosting } from '../../open-cases.ts';
import { planSummons } from './summons-plan.ts';

type Params = { municipality: string; case: string };
/** A step that was refused, with all that was typed. */
type Failed = {
  event: CaseEvent;
  typed: [string, string][];
  problems: CaseProblem[];
  reason: Refusal | null;
  fault: SendingFault | null;
};
const noPost = { fault: null, post: null };
const refuse = (failed: Failed) => fail(400, { done: null, failed });

/** Takes the step that a form asks for. */
export async function stepAction(event: RequestEvent<Params>) {
  const { form } = await readSignedInForm(event);
  const { user, actor, app } = openCases(event.locals, event.url);
  const masters = requireKeys(app);
  const name = caseEvents.find((one) => one === form.get('event') && one in caseForms);
  const { given, problems } = name ? readCaseForm(name, form) : { given: {}, problems: [] };
  const typed = [...form].map(([field, value]): [string, string] => [field, String(value)]);
  const at = app.clock();
  const result = await app.db.transaction(actor, async (tx) => {
    const { file, parts } = await requireCase(tx, user, event.params);
    if (!name) throw Problem.notFound();
    if (problems.length > 0) return { kind: 'unread' } as const;
    const known = await knownOf({ tx, masters, at }, file, name);
    const doer = { part: partFor(name, { file, proposal: file.proposal }, parts), personId: user.personId };
    const step = { event: name, given: { ...given, ...known, responsibleId: user.personId }, doer };
    const summoned = { ...given, toGuardian: form.get('toGuardian') === 'on' };
    const writer = { app, officer: user.name };
    const planned = name === 'summon' ? await planSummons({ tx, masters, at }, file, summoned, writer) : noPost;
    if (planned.fault) return { kind: 'unsendable', fault: planned.fault } as const;
    const { vault } = requirePosting(app);
    const taken = await takePostedStep(tx, file, step, { at, vault, post: planned.post });
    return { ...taken, isGone: name === 'purge' };
  });
  if (!name) throw Problem.notFound();
  if (result.kind === 'unread') return refuse({ event: name, typed, problems, reason: null, fault: null });
  if (result.kind === 'unsendable') {
    return refuse({ event: name, typed, problems: [], reason: null, fault: result.fault });
  }
  if (result.kind === 'refused')
    return refuse({ event: name, typed, problems: [], reason: result.reason, fault: null });
  return { done: result.kind, failed: null, isGone: result.kind === 'moved' && result.isGone };
}

/** What the person's record says that an event asks for; reading it stands in the audit. */
async function knownOf(register: Register, file: StoredCase, event: CaseEvent): Promise<CaseGiven> {
  if (event !== 'register' && event !== 'clarified') return {};
  const person = await readPerson(register, file, 'step');
  const born = person?.born ?? null;
  return {
    isIdentified: person !== null && person.name !== '' && born !== null,
    age: born === null ? null : ageOn(born, file.decidedOn)
  };
}
