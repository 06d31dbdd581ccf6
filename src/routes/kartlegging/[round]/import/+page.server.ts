import { fail, type RequestEvent } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { judgeRows } from '#lib/domain/answer-import.ts';
import { openImportScene } from '#lib/domain/import-scene.ts';
import { sheetOf } from '#lib/domain/import-sheet.ts';
import { takesFromAdvisers } from '#lib/domain/round.ts';
import { importAnswers } from '#lib/server/answer-import.ts';
import { readImportScene, showImportScene } from '#lib/server/import-scene.ts';
import { Problem } from '#lib/server/problem.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { readSignedInForm } from '#lib/server/signed-in.ts';
import { openFollower } from '../follow.ts';
import type { Actions, PageServerLoad } from './$types';
import { readSheetForm, viewOf } from './sheet-form.ts';
import { readSource } from './source.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, user } = locals;
  const { round } = await openFollower(locals, params.round, url);
  if (!may(user, { action: 'import_answers', korusRegion: round.korusRegion })) throw Problem.notFound();
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    questionnaire: questionnaireOf(app.questionnaires, round),
    isOpen: takesFromAdvisers(round, app.clock())
  };
};

export const actions: Actions = {
  les: async (event) => {
    const { form, scene } = await openImport(event, showImportScene);
    const typed = readSheetForm(form, scene.questionnaire);
    if (typed) return { view: viewOf({ ...typed, above: [] }, judgeRows(scene, typed.uses, typed.rows)) };
    const source = await readSource(form);
    if ('refused' in source) return fail(400, { refusal: source, text: String(form.get('text') ?? '') });
    const sheet = sheetOf(source.rows, scene);
    return { view: viewOf(sheet, judgeRows(scene, sheet.uses, sheet.rows)) };
  },
  lagre: async (event) => {
    const { form, scene, round, by } = await openImport(event, readImportScene);
    const { app } = event.locals;
    const sheet = readSheetForm(form, scene.questionnaire);
    if (!sheet) return fail(400, { refusal: { refused: 'empty' } as const, text: '' });
    const view = viewOf({ ...sheet, above: [] }, judgeRows(scene, sheet.uses, sheet.rows));
    const isWhole = view.counts.refused + view.counts.asks === 0;
    if (!isWhole && form.get('partial') !== 'yes') return fail(400, { view, needsPartial: true });
    const outcomes = await importAnswers(app, scene, { ...sheet, roundId: round.id, by });
    if (outcomes.some(({ outcome }) => outcome === 'stored')) app.statistics.changed();
    return { view, outcomes };
  }
};

async function openImport(event: RequestEvent<{ round: string }>, read: typeof showImportScene) {
  const { user, actor, form } = await readSignedInForm(event);
  const { app } = event.locals;
  const { round } = await openFollower(event.locals, event.params.round, event.url);
  if (!may(user, { action: 'import_answers', korusRegion: round.korusRegion })) throw Problem.notFound();
  if (!takesFromAdvisers(round, app.clock())) throw Problem.roundClosed(round.id);
  const data = await app.db.transaction(actor, (tx) => read(tx, app, round, app.clock()));
  return { form, round, scene: openImportScene(data), by: { actor, personId: user.personId, name: user.name } };
}
