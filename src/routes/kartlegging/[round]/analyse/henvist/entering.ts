import type { RequestEvent } from '@sveltejs/kit';
import { referralFields, type TypedReferral } from '#lib/domain/police-referral.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openWorkbench } from '../open-analysis.ts';
import { districtsOf } from './received.ts';

/** What the form says, for an adviser of the round's region, and how to do something as them; others find nothing. */
export async function openEntering(
  event: Pick<RequestEvent<{ round: string }>, 'locals' | 'request' | 'url' | 'params'>
) {
  const { form, actor } = await readSignedInForm(event);
  const { round, choices, isFollower } = await openWorkbench(event.locals, event.params.round, event.url);
  if (!isFollower) throw Problem.notFound();
  const { db, clock } = event.locals.app;
  const run = (work: (tx: Tx, at: Date) => Promise<void>) => db.transaction(actor, (tx) => work(tx, clock()));
  return { form, round, districts: districtsOf(choices), run };
}

/** What was typed of one referral. */
export function typedIn(form: FormData): TypedReferral {
  const read = (field: string) => String(form.get(field) ?? '');
  return Object.fromEntries(referralFields.map((field) => [field, read(field)])) as TypedReferral;
}
