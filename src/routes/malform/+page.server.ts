import { redirect } from '@sveltejs/kit';
import { languageOf } from '#lib/domain/language.ts';
import { readReturnPath } from '#lib/domain/return-path.ts';
import { readForm } from '#lib/server/form-body.ts';
import { languageCookie } from '#lib/server/request-language.ts';
import { Problem } from '#lib/server/problem.ts';
import type { Actions, PageServerLoad } from './$types';

// A public page without a view: it keeps the chosen language and goes back.
export const load: PageServerLoad = () => {
  throw Problem.notFound();
};

export const actions: Actions = {
  default: async ({ request, cookies, url }) => {
    const form = await readForm(request);
    const language = languageOf(String(form.get(languageCookie)));
    const secure = url.protocol === 'https:';
    cookies.set(languageCookie, language, { path: '/', httpOnly: true, secure, sameSite: 'lax', maxAge: 31_536_000 });
    redirect(303, readReturnPath(form.get('tilbake')) ?? '/');
  }
};
