import { may } from '#lib/domain/access.ts';
import { groundsOn } from '#lib/domain/case/legal-ground.ts';
import { dayOf } from '#lib/domain/day.ts';
import { findIncoming } from '#lib/server/case/incoming.ts';
import { listUnits } from '#lib/server/case/unit.ts';
import { Problem } from '#lib/server/problem.ts';
import { openCases, requireKeys } from '../open-cases.ts';

/** The municipalities for which the person who asks can add a case, with their unit, and what the case is made of. */
export async function openAdding(locals: App.Locals, url: URL) {
  const opened = openCases(locals, url);
  const { user, actor, app } = opened;
  const masters = requireKeys(app);
  const units = await app.db.transaction(actor, (tx) => listUnits(tx, dayOf(app.clock())));
  const served = units
    .filter(({ unitNo }) => may(user, { action: 'add_case', unitNo }))
    .flatMap(({ unitNo, municipalities }) => municipalities.map((municipalityNo) => ({ unitNo, municipalityNo })));
  if (served.length === 0) throw Problem.notFound();
  const today = dayOf(app.clock());
  const incoming = await openIncoming(opened, url.searchParams.get('innkommet'));
  const channels = incoming ? (['svarinn'] as const) : (['letter', 'manual'] as const);
  const grounds = groundsOn(app.reference.legalGrounds, today);
  return { user, actor, app, masters, served, today, grounds, incoming, channels };
}

/** What came in that the case is to be made of, by its address; null for a case of something else. */
async function openIncoming({ user, actor, app }: ReturnType<typeof openCases>, address: string | null) {
  if (address === null) return null;
  const [municipalityNo = '', id = ''] = address.split('/');
  const incoming = await app.db.transaction(actor, (tx) => findIncoming(tx, municipalityNo, id));
  if (incoming?.state !== 'waiting' || !may(user, { action: 'add_case', unitNo: incoming.unitNo })) {
    throw Problem.notFound();
  }
  return incoming;
}
