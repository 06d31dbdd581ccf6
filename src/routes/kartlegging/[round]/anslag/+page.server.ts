import type { Actions, PageServerLoad } from './$types';
import { readEstimateScene } from './estimate-scene.ts';
import { judge, sign, withdraw } from './estimating.ts';
import { openEstimate } from './open-estimate.ts';

export const load: PageServerLoad = async ({ locals, params, url }) =>
  readEstimateScene(locals, await openEstimate(locals, params.round, url));

export const actions: Actions = {
  vurder: async (event) => judge(event),
  signer: async (event) => sign(event),
  trekk: async (event) => withdraw(event)
};
