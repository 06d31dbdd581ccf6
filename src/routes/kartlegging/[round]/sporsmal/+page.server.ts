import { fail } from '@sveltejs/kit';
import { questionChanges } from '#lib/domain/question-change.ts';
import { asksAll, withSet } from '#lib/domain/question-set.ts';
import type { Question } from '#lib/domain/questionnaire.ts';
import {
  mostRegionalQuestions,
  moveQuestion,
  putQuestion,
  readRemoved,
  typedQuestion
} from '#lib/domain/regional-question.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { Problem } from '#lib/server/problem.ts';
import { changeAddon } from '#lib/server/regional-questions.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { readEditor, typedFields } from './editor.ts';
import { openQuestions, type Preparing } from './preparing.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { round, core, questionnaire, before } = await openQuestions(locals, params.round, url);
  const edited = round.addon.find(({ key }) => key === url.searchParams.get('endre'));
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind, isOpened: round.openedAt !== null },
    core: { title: core.title, version: core.version, questions: core.questions },
    own: round.addon,
    most: mostRegionalQuestions,
    sets: locals.app.questionSets
      .filter((set) => !asksAll(round.addon, set, round.korusRegion))
      .map(({ id, name, about, source, questions }) => ({ id, name, about, source, size: questions.length })),
    editing: edited ? { key: edited.key, fields: typedQuestion(edited) } : null,
    keysBefore: before ? before.questionnaire.questions.map(({ key }) => key) : [],
    before: before?.roundName ?? null,
    changes: questionChanges(before?.questionnaire ?? null, questionnaire)
  };
};

type Change = (addon: readonly Question[]) => readonly Question[] | null;

async function openForm(event: RequestEvent) {
  const { form } = await readSignedInForm(event);
  return { form, preparing: await openQuestions(event.locals, event.params.round, event.url) };
}

function change({ app }: App.Locals, { actor, round }: Preparing, how: Change): Promise<boolean> {
  return app.db.transaction(actor, (tx) => changeAddon(tx, round, how, app.clock()));
}

function refuseFull({ language }: App.Locals, fields: Record<string, string>) {
  const sentence = messagesIn(language).questions.full(mostRegionalQuestions);
  return fail(400, { fields, problems: [{ field: 'sporsmal', sentence }] });
}

export const actions: Actions = {
  lagre: async (event) => {
    const { locals } = event;
    const { form, preparing } = await openForm(event);
    const fields = typedFields(form);
    const { question, problems } = readEditor(preparing, fields, locals.language);
    if (problems.length > 0) return fail(400, { fields, problems });
    const isNew = !preparing.round.addon.some(({ key }) => key === question.key);
    const isPut = await change(locals, preparing, (addon) => putQuestion(addon, question, isNew));
    return isPut ? { saved: question.text } : refuseFull(locals, fields);
  },
  sett: async (event) => {
    const { locals } = event;
    const { form, preparing } = await openForm(event);
    const set = locals.app.questionSets.find(({ id }) => id === form.get('set'));
    if (!set) throw Problem.notFound();
    const isPut = await change(locals, preparing, (addon) => withSet(addon, set, preparing.round.korusRegion));
    return isPut ? { saved: set.name } : refuseFull(locals, {});
  },
  flytt: async (event) => {
    const { form, preparing } = await openForm(event);
    const key = String(form.get('key') ?? '');
    const by = form.get('retning') === 'opp' ? -1 : 1;
    await change(event.locals, preparing, (addon) => moveQuestion(addon, key, by));
    return {};
  },
  fjern: async (event) => {
    const { form, preparing } = await openForm(event);
    const key = String(form.get('key') ?? '');
    await change(event.locals, preparing, (addon) => addon.filter((one) => one.key !== key));
    const removed = preparing.round.addon.find((one) => one.key === key);
    return removed ? { removed: { text: removed.text, question: JSON.stringify([removed]) } } : {};
  },
  angre: async (event) => {
    const { form, preparing } = await openForm(event);
    const isPut = await change(event.locals, preparing, (addon) => {
      const removed = readRemoved(String(form.get('question') ?? ''), removedFrom(preparing, addon));
      if (!removed) throw Problem.unreadable(new Error('no question that was removed'));
      return putQuestion(addon, removed, false);
    });
    return isPut ? {} : refuseFull(event.locals, {});
  }
};

function removedFrom({ round, core, before }: Preparing, addon: readonly Question[]) {
  return {
    korusRegion: round.korusRegion,
    taken: [...core.questions, ...addon].map(({ key }) => key),
    earlier: before?.questionnaire.questions ?? []
  };
}
