import { fail } from '@sveltejs/kit';
import { languageOf, languages } from '#lib/domain/language.ts';
import { fillLetter, readLetter } from '#lib/domain/letter.ts';
import { isLetterKind, letterKinds } from '#lib/domain/mail-plan.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { listTemplates, removeTemplate, saveTemplate } from '#lib/server/letter-template.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openFollowUp } from '../follow-up.ts';
import { wordingOf } from '../letters.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { actor, round, user, nameOf, municipalities } = await openFollowUp(locals, params.round, url);
  const templates = await locals.app.db.transaction(actor, (tx) => listTemplates(tx, round.id));
  const [kind, language] = placeOf(url.searchParams.get('brev'), url.searchParams.get('mal'));
  const { isOwn, ...letter } = wordingOf(templates, kind, language);
  const example = [...municipalities.values()].find(({ korusRegion }) => korusRegion === round.korusRegion);
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    ...{ kind, letterLanguage: language, letter, isOwn },
    wordings: letterKinds.flatMap((one) =>
      languages.map((spoken) => ({ kind: one, language: spoken, isOwn: wordingOf(templates, one, spoken).isOwn }))
    ),
    preview: fillLetter(letter, {
      kommune: nameOf(example?.number ?? ''),
      frist: formatDate(round.deadlineAt, language),
      lenke: messagesIn(locals.language).followUp.sending.linkPlace,
      runde: round.name,
      rådgiver: user.name
    })
  };
};

function placeOf(kind: unknown, language: unknown) {
  const spoken = languageOf(typeof language === 'string' ? language : null);
  return [isLetterKind(kind) ? kind : 'invitation', spoken] as const;
}

export const actions: Actions = {
  lagre: async (event) => {
    const { form } = await readSignedInForm(event);
    const { app } = event.locals;
    const { actor, round } = await openFollowUp(event.locals, event.params.round, event.url);
    const [kind, language] = placeOf(form.get('kind'), form.get('language'));
    const { letter, problems } = readLetter(form.get('subject'), form.get('body'));
    if (problems.length > 0) return fail(400, { letter, problems, done: null });
    const template = { ...letter, kind, language };
    await app.db.transaction(actor, (tx) => saveTemplate(tx, round, template, app.clock()));
    return { letter: null, problems: [], done: 'saved' as const };
  },
  standard: async (event) => {
    const { form } = await readSignedInForm(event);
    const { app } = event.locals;
    const { actor, round } = await openFollowUp(event.locals, event.params.round, event.url);
    const [kind, language] = placeOf(form.get('kind'), form.get('language'));
    await app.db.transaction(actor, (tx) => removeTemplate(tx, round, { kind, language }, app.clock()));
    return { letter: null, problems: [], done: 'restored' as const };
  }
};
