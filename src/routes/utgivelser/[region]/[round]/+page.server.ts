import type { PageServerLoad } from './$types';
import { publicationPage } from './publication.ts';

// A public page; publicationPage asks access.may of what is not public yet.
export const csr = false;

export const load: PageServerLoad = async ({ locals, params, url }) => publicationPage(locals, params, url);
