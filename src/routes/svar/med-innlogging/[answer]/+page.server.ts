import { readAnswerAddress } from '#lib/domain/answer-address.ts';
import { unitName } from '#lib/domain/unit.ts';
import { Problem } from '#lib/server/problem.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

// A public page: it tells whoever holds a link that is switched off what to do, and nothing of the answer.
export const load: PageServerLoad = ({ locals, params }) => {
  const { geography } = locals.app.reference;
  const address = readAnswerAddress(params.answer);
  const municipality = geography.municipalities.find(({ number }) => number === address?.municipalityNo);
  if (!municipality) throw Problem.notFound();
  const { number, korusRegion } = municipality;
  return {
    municipality: unitName(geography, { unitType: 'municipality', unitId: number }) ?? number,
    korusName: unitName(geography, { unitType: 'korus_region', unitId: korusRegion }) ?? '',
    answerPath: `/svar/${params.answer}`,
    canSignIn: locals.app.env.isDemonstration || locals.app.providers.length > 0
  };
};
