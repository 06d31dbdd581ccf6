import { fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { asideReasons } from '#lib/domain/case/case-incoming.ts';
import { documentKinds } from '#lib/domain/case/case-document.ts';
import { listDocuments } from '#lib/server/case/document.ts';
import { findCase, listCases } from '#lib/server/case/file.ts';
import { findIncoming, putInCase, setAside } from '#lib/server/case/incoming.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openCases, requireKeys } from '../../../open-cases.ts';
import type { Actions, PageServerLoad } from './$types';

type Params = { municipality: string; incoming: string };

async function requireIncoming(tx: Tx, { municipality, incoming }: Params) {
  const found = await findIncoming(tx, municipality, incoming);
  if (!found) throw Problem.notFound();
  return found;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { user, actor, app } = openCases(locals, url);
  requireKeys(app);
  return app.db.transaction(actor, async (tx) => {
    const incoming = await requireIncoming(tx, params);
    const cases = (await listCases(tx, incoming.unitNo)).filter(({ state }) => state !== 'closed');
    return {
      incoming,
      documents: await listDocuments(tx, { ...incoming, of: 'incoming' }),
      cases: cases.map(({ municipalityNo, id, number, year }) => ({
        address: `${municipalityNo}/${id}`,
        number,
        year
      })),
      mayUse: may(user, { action: 'add_case', unitNo: incoming.unitNo })
    };
  });
};

export const actions: Actions = {
  legg: async (event) => {
    const { form } = await readSignedInForm(event);
    const { user, actor, app } = openCases(event.locals, event.url);
    const masters = requireKeys(app);
    const [municipalityNo = '', id = ''] = String(form.get('case')).split('/');
    const kind = documentKinds.find((one) => one === form.get('kind'));
    const isPut = await app.db.transaction(actor, async (tx) => {
      const incoming = await requireIncoming(tx, event.params);
      if (!may(user, { action: 'add_case', unitNo: incoming.unitNo })) throw Problem.notFound();
      const file = await findCase(tx, { municipalityNo, id });
      if (!file || file.unitNo !== incoming.unitNo || file.state === 'closed' || !kind) return false;
      await putInCase({ tx, masters, at: app.clock() }, incoming, { file, kind, by: user.personId });
      return true;
    });
    if (!isPut) return fail(400, { wrong: 'case' as const });
    redirect(303, `/saker/${municipalityNo}/${id}`);
  },
  side: async (event) => {
    const { form } = await readSignedInForm(event);
    const { user, actor, app } = openCases(event.locals, event.url);
    const reason = asideReasons.find((one) => one === form.get('reason'));
    await app.db.transaction(actor, async (tx) => {
      const incoming = await requireIncoming(tx, event.params);
      if (!may(user, { action: 'add_case', unitNo: incoming.unitNo })) throw Problem.notFound();
      if (reason) await setAside({ tx, at: app.clock() }, incoming, { reason, by: user.personId });
    });
    if (!reason) return fail(400, { wrong: 'reason' as const });
    redirect(303, '/saker');
  }
};
