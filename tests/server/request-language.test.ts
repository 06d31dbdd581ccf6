import { expect, it } from 'vitest';
import { requestLanguage } from '#lib/server/request-language.ts';

const asking = (accept: string, chosen?: string) => ({
  request: new Request('http://localhost/', { headers: { 'accept-language': accept } }),
  cookies: { get: () => chosen }
});

it.each([
  ['nn-NO,nb;q=0.8', undefined, 'nn'],
  ['nb-NO,nn;q=0.8', undefined, 'nb'],
  ['nnh', undefined, 'nb'],
  ['', undefined, 'nb'],
  ['nn', 'nb', 'nb'],
  ['en', 'nn', 'nn'],
  ['nn', 'nonsense', 'nb']
])('a browser that asks for "%s" with %s chosen is answered in %s', (accept, chosen, language) => {
  expect(requestLanguage(asking(accept, chosen))).toBe(language);
});
