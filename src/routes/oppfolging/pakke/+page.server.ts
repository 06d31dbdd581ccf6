import { fail } from '@sveltejs/kit';
import { storableText } from '#lib/domain/storable-text.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { writePackageText } from '#lib/server/county-package-text.ts';
import { Problem } from '#lib/server/problem.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { packageReading } from '#lib/ui/desk/package-reading.ts';
import { packageSentences } from '#lib/ui/desk/package-text.ts';
import type { Actions, PageServerLoad } from './$types';
import { openPackage, packageQuery } from './package.ts';

const longest = 10_000;

// openPackage asks access.may for the county.
export const load: PageServerLoad = async ({ locals, url }) => {
  const { county, counties, years, year, audience, options, round, opened } = await openPackage(locals, url);
  const { language, app } = locals;
  const choice = { county: { number: county.number, name: county.name }, years, year, audience, options };
  const named = counties.map(({ number, name }) => ({ number, name }));
  if (!opened) return { ...choice, counties: named, roundId: null, told: null };
  const { pack, questionnaire, text } = opened;
  const sentences = packageSentences(text, language);
  const { report, kind } = packageReading({ pack, questionnaire, language, sentences, at: app.clock() });
  const told = { report, kind, query: packageQuery(pack), text };
  return { ...choice, counties: named, roundId: round.id, told };
};

export const actions: Actions = {
  lagre: async (event) => {
    const { form } = await readSignedInForm(event);
    const { locals, url } = event;
    const { actor, county, audience, round } = await openPackage(locals, url);
    if (!round) throw Problem.notFound();
    const field = (name: string) => storableText(String(form.get(name) ?? ''));
    const typed = { nb: field('nb'), nn: field('nn') };
    const { tooLong } = messagesIn(locals.language).boundText.editor;
    const over = (text: string) => (text.length > longest ? tooLong : undefined);
    const problems = { nb: over(typed.nb), nn: over(typed.nn) };
    if (problems.nb !== undefined || problems.nn !== undefined) return fail(400, { typed, problems });
    const { db, clock } = locals.app;
    const of = { county: county.number, roundId: round.id, audience };
    await db.transaction(actor, (tx) => writePackageText(tx, of, typed, clock()));
    return { saved: true };
  }
};
