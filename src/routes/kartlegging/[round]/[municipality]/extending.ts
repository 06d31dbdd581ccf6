import { fail, type RequestEvent } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { dayOf, readDay } from '#lib/domain/day.ts';
import { readExtension, type ExtensionProblem } from '#lib/domain/extension.ts';
import type { Language } from '#lib/domain/language.ts';
import type { Round } from '#lib/domain/round.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { giveExtension, withdrawExtension } from '#lib/server/extension.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openFollower } from '../follow.ts';

type Sent = RequestEvent<{ round: string; municipality: string }>;
type Typed = { until: string; reason: string };

/** Gives a municipality more time, or says what is wrong with what was typed. */
export async function extendFrom(event: Sent) {
  const { form, actor, round, now } = await open(event);
  const { locals, params } = event;
  const typed: Typed = { until: String(form.get('until') ?? '').trim(), reason: String(form.get('reason') ?? '') };
  const { extension, problems } = readExtension(typed, round, now);
  if (!extension) {
    const sentences = problems.map((problem) => sentenceOf(problem, typed, round, locals.language));
    return fail(400, { extension: { typed, problems: sentences, done: null } });
  }
  await locals.app.db.transaction(actor, (tx) =>
    giveExtension(tx, round, params.municipality, { ...extension, at: now })
  );
  return { extension: { typed, problems: [], done: 'given' as const } };
}

/** Takes the more time back. */
export async function withdrawFrom(event: Sent) {
  const { actor, round, now } = await open(event);
  await event.locals.app.db.transaction(actor, (tx) => withdrawExtension(tx, round, event.params.municipality, now));
  return { extension: { typed: { until: '', reason: '' }, problems: [], done: 'withdrawn' as const } };
}

async function open(event: Sent) {
  const { user, form } = await readSignedInForm(event);
  const follower = await openFollower(event.locals, event.params.round, event.url);
  if (!may(user, { action: 'prepare_round', korusRegion: follower.round.korusRegion })) throw Problem.notFound();
  return { ...follower, form, now: event.locals.app.clock() };
}

function sentenceOf({ field, kind }: ExtensionProblem, typed: Typed, { freezesAt }: Round, language: Language) {
  const { problem } = messagesIn(language).setup.extension;
  const day = readDay(typed.until);
  const until = day === null ? typed.until : formatDate(day, language);
  const sentences = {
    day: problem.day(until),
    past: problem.past(until),
    frozen: problem.frozen(until, formatDate(dayOf(freezesAt), language)),
    missing: problem.missing,
    too_long: problem.tooLong(typed.reason.length)
  };
  return { field, sentence: sentences[kind] };
}
