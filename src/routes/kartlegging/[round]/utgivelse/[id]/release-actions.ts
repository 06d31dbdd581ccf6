import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { endOfDay, momentAt, readDay } from '#lib/domain/day.ts';
import { isEmail } from '#lib/domain/contact.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';
import { addReader, removeReader } from '#lib/server/release-reader.ts';
import {
  publishRelease,
  returnRelease,
  setEmbargo,
  submitRelease,
  withdrawRelease,
  type Step
} from '#lib/server/release-step.ts';
import { changeRelease, discardRelease } from '#lib/server/release.ts';
import { beginStep, readChoice } from '../open-release.ts';

type Event = RequestEvent<{ round: string; id: string }>;
/** A run that is done this soon is waited for, so that its page shows what it found. */
const waitMs = 2500;

/** A form about the release, and how to do something with it as whoever sent it, at one moment. */
async function begin(event: Event) {
  const begun = await beginStep(event);
  const { app } = event.locals;
  const run = (work: (step: Step) => Promise<void>) =>
    app.db.transaction(begun.actor, (tx: Tx) =>
      work({ tx, desk: app, round: begun.round, release: begun.release, at: begun.at })
    );
  return {
    ...begun,
    app,
    run,
    why: String(begun.form.get('why') ?? '')
      .trim()
      .slice(0, 1000)
  };
}

/** Changes plan, titles and note of the draft. */
export async function change(event: Event) {
  const { form, release, run } = await begin(event);
  const { typed, choice, problems } = readChoice(form, release.version > 1, event.locals.language);
  if (!choice) return fail(400, { typed, problems });
  await run(({ tx, at }) => changeRelease(tx, release, choice, at));
  return { done: 'saved' as const };
}

/** Runs the gate; a run that takes long goes on while the page tells where it is. */
export async function check(event: Event) {
  const { round, release, actor, app } = await begin(event);
  return (await waitedFor(app, app.releaseGate.start(app, actor, { round, release })))
    ? { done: 'checked' as const }
    : {};
}

/** Whether a run was done while its page waited for it; how it ends later is told by the page of the release. */
async function waitedFor(app: Event['locals']['app'], run: Promise<void>): Promise<boolean> {
  const ended = run.then(() => true);
  ended.catch((error: unknown) => {
    const code = error instanceof Problem ? error.code : 'unexpected';
    app.log.error({ code }, 'run on a release ended');
  });
  return Promise.race([ended, pause(waitMs)]);
}

/** Stops the run that is under way. */
export async function stop(event: Event) {
  const { release, app } = await begin(event);
  await app.releaseGate.stop(release.id);
  return { done: 'stopped' as const };
}

/** Sends the draft to review. */
export async function submit(event: Event) {
  const { run } = await begin(event);
  await run(submitRelease);
  return { done: 'submitted' as const };
}

/** Sends it back to its author. */
export async function sendBack(event: Event) {
  const { run, why, text } = await begin(event);
  if (why === '') return fail(400, { problems: [{ field: 'why-return', sentence: text.steps.whyMissing }] });
  await run((step) => returnRelease(step, why));
  return { done: 'returned' as const };
}

/** Approves and freezes it, once its files are made; that goes on while the page tells how far it has come. */
export async function approve(event: Event) {
  const { release, user, round, actor, app, at } = await begin(event);
  const isAllowed = may(user, {
    action: 'approve_release',
    korusRegion: round.korusRegion,
    author: release.authorId
  });
  if (!isAllowed) throw Problem.notFound();
  return (await waitedFor(app, app.releaseFreezer.start(app, actor, { round, release, at })))
    ? { done: 'approved' as const }
    : {};
}

/** Sets from when everybody may see it; an empty field is at once. */
export async function embargo(event: Event) {
  const { form, run, text } = await begin(event);
  const typed = String(form.get('embargo') ?? '').trim();
  const day = readDay(typed);
  if (typed !== '' && day === null) {
    return fail(400, { embargo: typed, problems: [{ field: 'embargo', sentence: text.steps.notDay }] });
  }
  await run((step) => setEmbargo(step, day === null ? null : momentAt(day, '08:00')));
  return { done: 'saved' as const };
}

/** Publishes what was approved. */
export async function publish(event: Event) {
  const { run, user, round, app } = await begin(event);
  if (!may(user, { action: 'publish_release', korusRegion: round.korusRegion })) throw Problem.notFound();
  await run(publishRelease);
  app.statistics.changed();
  return { done: 'published' as const };
}

/** Takes it back, with why. */
export async function withdraw(event: Event) {
  const { run, why, text, app } = await begin(event);
  if (why === '') return fail(400, { problems: [{ field: 'why-withdraw', sentence: text.steps.whyMissing }] });
  await run((step) => withdrawRelease(step, why));
  app.statistics.changed();
  return { done: 'withdrawn' as const };
}

/** Removes a draft that nobody needs. */
export async function discard(event: Event) {
  const { run, round, release } = await begin(event);
  await run(({ tx, at }) => discardRelease(tx, release, at));
  redirect(303, `/kartlegging/${round.id}/utgivelse`);
}

/** Lets somebody read it before others. */
export async function addOne(event: Event) {
  const { form, run, release, text } = await begin(event);
  const typed = { email: String(form.get('email') ?? '').trim(), until: String(form.get('until') ?? '').trim() };
  const day = readDay(typed.until);
  const isAddress = isEmail(typed.email);
  const problems = [
    ...(isAddress ? [] : [{ field: 'email', sentence: text.readers.notEmail }]),
    ...(day === null ? [{ field: 'until', sentence: text.steps.notDay }] : [])
  ];
  if (!isAddress || day === null) return fail(400, { reader: typed, problems });
  await run(({ tx, at }) => addReader(tx, release, { email: typed.email, until: endOfDay(day) }, at));
  return { done: 'saved' as const };
}

/** Lets them no longer. */
export async function removeOne(event: Event) {
  const { form, run, release } = await begin(event);
  await run(({ tx, at }) => removeReader(tx, release, String(form.get('email') ?? ''), at));
  return { done: 'saved' as const };
}

function pause(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms));
}
