import { fail, type RequestEvent } from '@sveltejs/kit';
import type { DocumentFault } from '#lib/domain/case/case-document.ts';
import { ageOn, type CasePart } from '#lib/domain/case/case-file.ts';
import { partFor, type Refusal } from '#lib/domain/case/case-flow.ts';
import type { SendingFault } from '#lib/domain/case/summons-plan.ts';
import { caseForms, readCaseForm, withWithdrawn, type CaseProblem } from '#lib/domain/case/case-form.ts';
import type { CaseGiven } from '#lib/domain/case/case-given.ts';
import { caseEvents, transitionOf, type CaseEvent } from '#lib/domain/case/case-transition.ts';
import type { Geography } from '#lib/domain/geography.ts';
import { addDocuments, hasAnswerDocument } from '#lib/server/case/document.ts';
import { listConditions, type StoredCase } from '#lib/server/case/file.ts';
import { readPerson } from '#lib/server/case/person.ts';
import type { Register } from '#lib/server/case/data-key.ts';
import { takePostedStep } from '#lib/server/dispatch/posted-step.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { mostBytes, readDocuments, typedOf } from '../../document-form.ts';
import { openCases, requireCase, requireKeys, requirePosting } from '../../open-cases.ts';
import { planSummons } from './summons-plan.ts';

type Params = { municipality: string; case: string };
/** A step that was refused, with all that was typed. */
type Failed = {
  event: CaseEvent;
  typed: [string, string][];
  problems: CaseProblem[];
  reason: Refusal | null;
  fault: DocumentFault | null;
  unsent: SendingFault | null;
};
const noPost = { fault: null, post: null };
const refuse = (failed: Failed) => fail(400, { done: null, failed });

/** Takes the step that a form asks for. */
export async function stepAction(event: RequestEvent<Params>) {
  const { form } = await readSignedInForm(event, mostBytes);
  const { user, actor, app } = openCases(event.locals, event.url);
  const masters = requireKeys(app);
  const name = caseEvents.find((one) => one === form.get('event') && one in caseForms);
  const read = name ? readCaseForm(name, form) : { given: {}, problems: [] };
  const { given } = read;
  const problems: CaseProblem[] = [];
  const { files, fault } = await readDocuments(form, 'answer');
  const typed = typedOf(form);
  const at = app.clock();
  const result = await app.db.transaction(actor, async (tx) => {
    const { file, parts } = await requireCase(tx, user, event.params);
    if (!name) throw Problem.notFound();
    const part = partFor(name, { file, proposal: file.proposal }, parts);
    if (isConfirming(name, file, part)) requireSeen(file, form);
    else problems.push(...read.problems, ...strangeTo(given, file, app.reference.geography));
    if (problems.length > 0 || fault) return { kind: 'unread' } as const;
    const register = { tx, masters, at };
    const known = await knownOf(register, file, name);
    if (takesAnswer(name)) {
      known.hasAnswer = files.length > 0 || (await hasAnswerDocument(tx, file));
      const left = withWithdrawn(given.conditions, await listConditions(tx, file), form);
      if (left) known.conditions = left;
    }
    const doer = { part, personId: user.personId };
    const step = { event: name, given: { ...given, ...known, responsibleId: user.personId }, doer };
    const summoned = { ...given, toGuardian: form.get('toGuardian') === 'on' };
    const writer = { app, officer: user.name };
    const planned = name === 'summon' ? await planSummons(register, file, summoned, writer) : noPost;
    if (planned.fault) return { kind: 'unsendable', unsent: planned.fault } as const;
    const { vault } = requirePosting(app);
    const result = await takePostedStep(tx, file, step, { at, vault, post: planned.post });
    if (result.kind === 'moved' && takesAnswer(name)) {
      const attached = { kind: 'answer', files, by: user.personId } as const;
      await addDocuments(register, { ...file, of: 'case' }, attached);
    }
    return { ...result, isGone: name === 'purge' };
  });
  if (!name) throw Problem.notFound();
  if (result.kind === 'unread') return refuse({ event: name, typed, problems, reason: null, fault, unsent: null });
  if (result.kind === 'unsendable') {
    return refuse({ event: name, typed, problems: [], reason: null, fault: null, unsent: result.unsent });
  }
  if (result.kind === 'refused')
    return refuse({ event: name, typed, problems: [], reason: result.reason, fault: null, unsent: null });
  return { done: result.kind, failed: null, isGone: result.kind === 'moved' && result.isGone };
}

/** Whether somebody confirms what another has proposed: the form of that has no fields. */
function isConfirming(event: CaseEvent, { proposal }: StoredCase, part: CasePart): boolean {
  return proposal?.event === event && transitionOf(event).confirmedBy === part;
}

/** What is confirmed is the case as it was shown; one that has changed since is to be looked at again. */
function requireSeen({ revision }: StoredCase, form: FormData): void {
  if (form.get('revision') !== String(revision)) throw Problem.conflict('try-again');
}

/** A municipality that a case cannot be sent to: the one it is in, or none that there is. */
function strangeTo({ toMunicipality: to }: CaseGiven, file: StoredCase, { municipalities }: Geography): CaseProblem[] {
  if (to === undefined) return [];
  const isKnown = to !== file.municipalityNo && municipalities.some(({ number }) => number === to);
  return isKnown ? [] : [{ field: 'toMunicipality', value: to }];
}

/** Whether an event needs the prosecution's answer, by its form. */
function takesAnswer(event: CaseEvent): boolean {
  return caseForms[event]?.some(({ kind }) => kind === 'answer') === true;
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
