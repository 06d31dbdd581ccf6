import { fail } from '@sveltejs/kit';
import { questionChanges } from '#lib/domain/question-change.ts';
import { parseAddon, type Question } from '#lib/domain/questionnaire.ts';
import { mostRegionalQuestions, moveQuestion, typedQuestion } from '#lib/domain/regional-question.ts';
import { changeAddon } from '#lib/server/regional-questions.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { openQuestions } from './preparing.ts';
import { readEditor, typedFields } from './editor.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { round, core, questionnaire, before } = await openQuestions(locals, params.round, url);
  const edited = round.addon.find(({ key }) => key === url.searchParams.get('endre'));
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind, isOpened: round.openedAt !== null },
    core: { title: core.title, version: core.version, questions: core.questions },
    own: round.addon,
    most: mostRegionalQuestions,
    editing: edited ? { key: edited.key, fields: typedQuestion(edited) } : null,
    keysBefore: before ? before.questionnaire.questions.map(({ key }) => key) : [],
    before: before?.roundName ?? null,
    changes: questionChanges(before?.questionnaire ?? null, questionnaire)
  };
};

async function openForm(event: RequestEvent) {
  const { form } = await readSignedInForm(event);
  return { form, preparing: await openQuestions(event.locals, event.params.round, event.url) };
}

/** Changes the questions and tells which one it was. */
async function change(
  event: RequestEvent,
  change: (addon: readonly Question[], form: FormData) => readonly Question[]
) {
  const { app } = event.locals;
  const { form, preparing } = await openForm(event);
  const { actor, round } = preparing;
  await app.db.transaction(actor, (tx) => changeAddon(tx, round, (addon) => change(addon, form), app.clock()));
  return round.addon.find(({ key }) => key === form.get('key')) ?? null;
}

export const actions: Actions = {
  lagre: async (event) => {
    const { app } = event.locals;
    const { form, preparing } = await openForm(event);
    const { actor, round } = preparing;
    const fields = typedFields(form);
    const read = readEditor(preparing, fields, event.locals.language);
    if (read.problems.length > 0) return fail(400, { fields, problems: read.problems });
    const { question } = read;
    await app.db.transaction(actor, (tx) =>
      changeAddon(
        tx,
        round,
        (addon) =>
          addon.some(({ key }) => key === question.key)
            ? addon.map((one) => (one.key === question.key ? question : one))
            : [...addon, question].slice(0, mostRegionalQuestions),
        app.clock()
      )
    );
    return { saved: question.text };
  },
  flytt: async (event) => {
    await change(event, (addon, form) =>
      moveQuestion(addon, String(form.get('key') ?? ''), form.get('retning') === 'opp' ? -1 : 1)
    );
    return {};
  },
  fjern: async (event) => {
    const removed = await change(event, (addon, form) => addon.filter(({ key }) => key !== form.get('key')));
    return removed ? { removed: { text: removed.text, question: JSON.stringify(removed) } } : {};
  },
  angre: async (event) => {
    await change(event, (addon, form) => {
      const put = parseAddon([JSON.parse(String(form.get('question') ?? 'null'))]);
      return [...addon.filter(({ key }) => key !== put[0]?.key), ...put].slice(0, mostRegionalQuestions);
    });
    return {};
  }
};
