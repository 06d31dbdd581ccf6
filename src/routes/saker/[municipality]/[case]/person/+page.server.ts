import { fail } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { differingFields, readPerson } from '#lib/domain/case/case-person.ts';
import { editPerson, openPerson } from '#lib/server/case/person-change.ts';
import type { Register } from '#lib/server/case/data-key.ts';
import type { StoredCase } from '#lib/server/case/file.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openCases, requireCase, requireKeys } from '../../../open-cases.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type Asked = Pick<RequestEvent, 'locals' | 'params' | 'url'>;

/** Does work with a case as a case officer of its unit; 404 for everybody else. */
function asOfficer<Result>(
  { locals, params, url }: Asked,
  work: (register: Register, file: StoredCase) => Promise<Result>
): Promise<Result> {
  const { user, actor, app } = openCases(locals, url);
  const masters = requireKeys(app);
  return app.db.transaction(actor, async (tx) => {
    const { file } = await requireCase(tx, user, params);
    if (!may(user, { action: 'change_case_person', unitNo: file.unitNo })) throw Problem.notFound();
    return work({ tx, masters, at: app.clock() }, file);
  });
}

export const load: PageServerLoad = (event) =>
  asOfficer(event, async (register, file) => {
    const kept = file.state === 'closed' ? null : await openPerson(register, file);
    const { number, year, ageBand } = file;
    const isMinor = ageBand === '15_17';
    return {
      number,
      year,
      key: event.params,
      isMinor,
      kept: kept && { ...kept, seenAt: kept.changedAt.toISOString() }
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const { form } = await readSignedInForm(event);
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    const { person, problems } = readPerson((field) => (field === 'reference' ? '–' : (typed[field] ?? '')));
    const answer = { typed, problems, isTooYoung: false, conflict: null, done: null };
    const change = await asOfficer(event, async (register, file) => {
      return problems.length > 0 ? null : editPerson(register, file, { typed: person, seenAt: typed['seenAt'] ?? '' });
    });
    if (!change) return fail(400, answer);
    if (change.kind === 'too_young') return fail(400, { ...answer, isTooYoung: true });
    if (change.kind !== 'conflict') return { ...answer, done: change.kind };
    const { by, changedAt, person: kept } = change;
    const differing = differingFields(kept, { ...person, reference: kept.reference });
    const now = differing.map((field) => [field, kept[field] ?? ''] as const);
    return fail(409, { ...answer, conflict: { by, at: changedAt, seenAt: changedAt.toISOString(), now } });
  }
};
