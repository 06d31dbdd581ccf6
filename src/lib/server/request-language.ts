import { languageOf, type Language } from '#lib/domain/language.ts';

type Incoming = { request: Request; cookies: { get(name: string): string | undefined } };

/** The name of the cookie that keeps the chosen language. */
export const languageCookie = 'malform';

/** The language a request is answered in: the chosen one, else nynorsk for browsers that ask for it first. */
export function requestLanguage({ request, cookies }: Incoming): Language {
  const prefersNynorsk = /^\s*nn\b/.test(request.headers.get('accept-language') ?? '');
  return languageOf(cookies.get(languageCookie) ?? (prefersNynorsk ? 'nn' : null));
}
