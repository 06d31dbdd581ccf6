import { fail, type RequestEvent } from '@sveltejs/kit';
import { documentKinds, type DocumentFault } from '#lib/domain/case/case-document.ts';
import { addDocuments, removeDocument } from '#lib/server/case/document.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { mostBytes, readDocuments } from '../../document-form.ts';
import { openCases, requireCase, requireKeys } from '../../open-cases.ts';

type Params = { municipality: string; case: string };
type Result = { done: 'moved' | null; failed: null; fault: DocumentFault | null };

/** Puts documents that were chosen in a form into a case that is not closed. */
export async function attachAction(event: RequestEvent<Params>) {
  const { form } = await readSignedInForm(event, mostBytes);
  const { user, actor, app } = openCases(event.locals, event.url);
  const masters = requireKeys(app);
  const kind = documentKinds.find((one) => one === form.get('kind'));
  const { files, fault: found } = await readDocuments(form, 'documents');
  const fault = files.length === 0 || !kind ? 'no_pdf' : found;
  await app.db.transaction(actor, async (tx) => {
    const { file, parts } = await requireCase(tx, user, event.params);
    if (!parts.includes('case_officer') || file.state === 'closed') throw Problem.notFound();
    if (fault || !kind) return;
    const place = { ...file, of: 'case' } as const;
    await addDocuments({ tx, masters, at: app.clock() }, place, { kind, files, by: user.personId });
  });
  if (fault) return fail(400, { done: null, failed: null, fault } satisfies Result);
  return { done: 'moved', failed: null, fault: null } satisfies Result;
}

/** Removes one that was put into the wrong case. */
export async function removeAction(event: RequestEvent<Params>) {
  const { form } = await readSignedInForm(event);
  const { user, actor, app } = openCases(event.locals, event.url);
  const number = Number(form.get('number'));
  await app.db.transaction(actor, async (tx) => {
    const { file, parts } = await requireCase(tx, user, event.params);
    const mayRemove = parts.includes('case_officer') && file.state !== 'closed';
    if (!mayRemove || !Number.isInteger(number)) throw Problem.notFound();
    await removeDocument({ tx, at: app.clock() }, file, number);
  });
  return { done: 'moved', failed: null, fault: null } satisfies Result;
}
