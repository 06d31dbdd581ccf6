import { fail, type RequestEvent } from '@sveltejs/kit';
import { readJudgements, readSignature } from '#lib/domain/estimate/estimate-form.ts';
import { ladderOf } from '#lib/domain/estimate/ladder.ts';
import { refusalsOf, rungRefusalOf } from '#lib/domain/estimate/refusal.ts';
import { signEstimate, withdrawEstimate } from '#lib/server/estimate.ts';
import { saveJudgements } from '#lib/server/judgement.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openEstimate, readBasis, seenState } from './open-estimate.ts';

type Event = RequestEvent<{ round: string }>;

async function opened(event: Event) {
  const { form } = await readSignedInForm(event);
  const desk = await openEstimate(event.locals, event.params.round, event.url);
  const field = (name: string) => String(form.get(name) ?? '').trim();
  return { desk, field, app: event.locals.app, subject: { round: desk.round, indicator: desk.indicator.id } };
}

/** Saves the judgements that have changed, all or none. */
export async function judge(event: Event) {
  const { desk, field, app, subject } = await opened(event);
  return app.db.transaction(desk.actor, async (tx) => {
    const { basis } = await readBasis(tx, desk, app.reference.geography);
    const typed = basis.silent.map(({ municipalityNo }) => ({
      municipalityNo,
      cases: field(`cases-${municipalityNo}`),
      reason: field(`reason-${municipalityNo}`)
    }));
    const { read, problems } = readJudgements(typed);
    if (problems.length > 0) return fail(400, { judgements: { typed, problems }, signature: null, done: null });
    const changed = read.filter(({ municipalityNo, judgement }) => {
      const made = basis.judgements.get(municipalityNo) ?? null;
      return made?.cases !== judgement?.cases || made?.reason !== judgement?.reason;
    });
    await saveJudgements(tx, subject, changed, { user: desk.user, at: app.clock() });
    return { judgements: null, signature: null, done: 'judged' as const };
  });
}

/** Signs the chosen way with the figures that were seen, or says why not. */
export async function sign(event: Event) {
  const { desk, field, app, subject } = await opened(event);
  const typed = { rung: field('rung'), reason: field('reason'), reminded: field('reminded'), withdrawal: '' };
  const signature = readSignature(typed);
  const refuse = (status: 400 | 409, problems: readonly string[]) =>
    fail(status, { signature: { ...typed, problems }, judgements: null, done: null });
  if (Array.isArray(signature)) return refuse(400, signature);
  return app.db.transaction(desk.actor, async (tx) => {
    const { basis } = await readBasis(tx, desk, app.reference.geography);
    if (field('seen') !== seenState(basis)) return refuse(409, ['moved']);
    const ladder = ladderOf(basis);
    const { remindedAlike, rung, reason } = signature;
    const refused = refusalsOf(basis, ladder, { isRegion: true, remindedAlike, isHidden: false });
    if (refused.length > 0) return refuse(400, refused);
    const ownRefusal = rungRefusalOf(basis, ladder, rung);
    if (ownRefusal) return refuse(400, [ownRefusal]);
    await signEstimate(tx, subject, { basis, rung, reason, user: desk.user, at: app.clock() });
    return { judgements: null, signature: null, done: 'signed' as const };
  });
}

/** Withdraws the signed estimate, with a reason. */
export async function withdraw(event: Event) {
  const { desk, field, app, subject } = await opened(event);
  const reason = field('withdrawal');
  if (reason === '' || reason.length > 1000) {
    const problems = [reason === '' ? 'withdrawal_empty' : 'long_reason'];
    const typed = { rung: '', reason: '', reminded: '', withdrawal: reason };
    return fail(400, { signature: { ...typed, problems }, judgements: null, done: null });
  }
  await app.db.transaction(desk.actor, (tx) =>
    withdrawEstimate(tx, subject, { reason, user: desk.user, at: app.clock() })
  );
  return { judgements: null, signature: null, done: 'withdrawn' as const };
}
