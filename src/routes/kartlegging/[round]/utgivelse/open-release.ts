import type { RequestEvent } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { longestReleaseTitle, readReleaseChoice, type TypedRelease } from '#lib/domain/release-choice.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import type { Language } from '#lib/domain/language.ts';
import type { PersonUser } from '#lib/server/person.ts';
import { Problem } from '#lib/server/problem.ts';
import { findRelease, type Release } from '#lib/server/release.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openFollower, type Follower } from '../follow.ts';

type At<Params> = Pick<RequestEvent<Params & Record<string, string>>, 'locals' | 'params' | 'url'>;

/** The round of an address for someone who makes its releases; others find nothing. */
export async function openReleaser({
  locals,
  params,
  url
}: At<{ round: string }>): Promise<Follower & { user: PersonUser }> {
  const follower = await openFollower(locals, params.round, url);
  const { user } = locals;
  const { korusRegion } = follower.round;
  if (user.kind !== 'person' || !may(user, { action: 'prepare_release', korusRegion })) throw Problem.notFound();
  return { ...follower, user };
}

export type OpenRelease = Follower & { user: PersonUser; release: Release };

/** The release of an address, for the same. */
export async function openRelease(event: At<{ round: string; id: string }>): Promise<OpenRelease> {
  const releaser = await openReleaser(event);
  const { db } = event.locals.app;
  const release = await db.transaction(releaser.actor, (tx) => findRelease(tx, releaser.round.id, event.params.id));
  if (!release) throw Problem.notFound();
  return { ...releaser, release };
}

/** A form about a release, with the moment it came. */
export async function beginStep(event: RequestEvent<{ round: string; id: string }>) {
  const { form } = await readSignedInForm(event);
  const opened = await openRelease(event);
  return { form, at: event.locals.app.clock(), text: messagesIn(event.locals.language).release, ...opened };
}

/** What was typed of plan, titles and note, as sentences where it cannot be used. */
export function readChoice(form: FormData, needsNote: boolean, language: Language) {
  const text = messagesIn(language).release.form;
  const field = (name: string) => String(form.get(name) ?? '').slice(0, 10 * longestReleaseTitle);
  const typed: TypedRelease = {
    ...{ plan: field('plan'), titleNb: field('titleNb'), titleNn: field('titleNn'), note: field('note') }
  };
  const { choice, problems } = readReleaseChoice(typed, needsNote);
  const words = { missing: text.missing, too_long: text.tooLong, unknown: text.unknown };
  return { typed, choice, problems: problems.map(({ field, kind }) => ({ field, sentence: words[kind] })) };
}
