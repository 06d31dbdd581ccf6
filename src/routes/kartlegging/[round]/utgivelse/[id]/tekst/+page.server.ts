import { fail } from '@sveltejs/kit';
import { areaKey, boundFigures } from '#lib/domain/bound-text/bound-figure.ts';
import { storableText } from '#lib/domain/storable-text.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { readReleaseText, writeReleaseText } from '#lib/server/release-text.ts';
import { readDraft } from '#lib/server/release-step.ts';
import { beginStep, openRelease } from '../../open-release.ts';
import type { Actions, PageServerLoad } from './$types';

const longest = 10_000;

// openRelease asks access.may.
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { actor, round, release } = await openRelease({ locals, params, url });
  const { app } = locals;
  const { draft, text } = await app.db.transaction(actor, async (tx) => ({
    draft: await readDraft({ tx, desk: app, round, release }),
    text: await readReleaseText(tx, release)
  }));
  const { id, version, state, title } = release;
  return {
    round: { id: round.id, name: round.name, dataKind: round.dataKind },
    release: { id, version, state, title },
    figures: draft.content ? boundFigures(draft.content, questionnaireOf(app.questionnaires, round)) : null,
    areas: (draft.content?.areas ?? []).map((area) => ({ key: areaKey(area), name: area.name })),
    text
  };
};

export const actions: Actions = {
  lagre: async (event) => {
    const { form, actor, release, at } = await beginStep(event);
    const field = (name: string) => storableText(String(form.get(name) ?? ''));
    const typed = { nb: field('nb'), nn: field('nn') };
    if (typed.nb.length > longest || typed.nn.length > longest) {
      const sentence = messagesIn(event.locals.language).boundText.editor.tooLong;
      return fail(400, { typed, problems: { nb: over(typed.nb, sentence), nn: over(typed.nn, sentence) } });
    }
    await event.locals.app.db.transaction(actor, (tx) => writeReleaseText(tx, release, typed, at));
    return { saved: true };
  }
};

function over(text: string, sentence: string): string | undefined {
  return text.length > longest ? sentence : undefined;
}
