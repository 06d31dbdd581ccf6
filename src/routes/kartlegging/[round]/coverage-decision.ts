import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { coveredIn } from '#lib/domain/coverage.ts';
import { ruleCoverage, type Ruling } from '#lib/server/coverage.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import { beginTransition } from '#lib/server/round.ts';
import { listProgress, type Progress } from '#lib/server/round-progress.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openFollower } from './follow.ts';

type Event = RequestEvent<{ round: string }>;
type Outcome = { coverage: 'done' | 'refused' };
type Made = { ruling: Ruling | null; hosts: readonly string[] };

/** Decides whose answer holds, as the form says: `own`, or the number of a host. Refused when nothing is unclear any more. */
export function decideCoverage(event: Event): Promise<Outcome | ActionFailure<Outcome>> {
  return change(event, (form, one) => {
    const { conflict } = one.standing;
    const holds = String(form.get('holds') ?? '');
    if (!conflict || !['own', ...conflict.hosts].includes(holds)) return null;
    const ruling = holds === 'own' ? ({ holds } as const) : ({ holds: 'host', host: holds } as const);
    return { ruling, hosts: conflict.hosts };
  });
}

/** Takes a decision back; it stands in the audit of every host that names the municipality. */
export function undoCoverage(event: Event): Promise<Outcome | ActionFailure<Outcome>> {
  return change(event, (_, { municipalityNo, coverRuling }, all) => {
    const naming = all.filter(({ said }) => coveredIn(said).includes(municipalityNo));
    return coverRuling === null ? null : { ruling: null, hosts: naming.map((host) => host.municipalityNo) };
  });
}

async function change(
  event: Event,
  make: (form: FormData, one: Progress, all: readonly Progress[]) => Made | null
): Promise<Outcome | ActionFailure<Outcome>> {
  const { user, form } = await readSignedInForm(event);
  const { locals, params, url } = event;
  const { app } = locals;
  const { actor, round } = await openFollower(locals, params.round, url);
  if (user.kind !== 'person' || !may(user, { action: 'rule_coverage', korusRegion: round.korusRegion })) {
    throw Problem.notFound();
  }
  const at = app.clock();
  const work = async (tx: Tx) => {
    await beginTransition(tx, round, 'rule_coverage', at);
    const all = await listProgress(tx, round.id);
    const one = all.find(({ municipalityNo }) => municipalityNo === form.get('municipality'));
    if (!one) throw Problem.notFound();
    const made = make(form, one, all);
    if (made === null) return false;
    const key = { roundId: round.id, municipalityNo: one.municipalityNo };
    await ruleCoverage(tx, key, made.ruling, { by: user.personId, at, hosts: made.hosts });
    return true;
  };
  if (!(await app.db.transaction(actor, work))) return fail(409, { coverage: 'refused' });
  app.statistics.changed();
  return { coverage: 'done' };
}
