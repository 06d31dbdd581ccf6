import { languages } from '#lib/domain/language.ts';
import { openQuestions } from '../preparing.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { round, questionnaire } = await openQuestions(locals, params.round, url);
  const asked = languages.find((one) => one === url.searchParams.get('sprak'));
  return {
    round: { id: round.id, name: round.name },
    questionnaire,
    korusName: locals.app.reference.geography.korusRegions.find(({ id }) => id === round.korusRegion)?.name ?? '',
    shownLanguage: asked ?? locals.language
  };
};
