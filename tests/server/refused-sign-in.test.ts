import { expect, it } from 'vitest';
import { readRefusal, sealRefusal, type RefusedSignIn } from '#lib/server/refused-sign-in.ts';

const secret = 'a secret of at least 32 characters';
const refused: RefusedSignIn = {
  code: 'unknown-organisation',
  organisation: { number: '964965226', name: 'ØYSTRE SLIDRE KOMMUNE' },
  returnPath: '/svar',
  invitation: 'token'
};
const nothing = { code: 'no-attempt', organisation: null, returnPath: null, invitation: null };

it('a refusal is read from the cookie it was put in', () => {
  expect(readRefusal(secret, sealRefusal(secret, refused))).toEqual(refused);
});

it('a cookie shows nothing to whoever sees it', () => {
  const cookie = sealRefusal(secret, refused);
  expect(Buffer.from(cookie, 'base64url').includes('token')).toBe(false);
  expect(cookie).toMatch(/^[\w-]+$/);
});

it.each([
  ['no cookie', undefined],
  ['an empty cookie', ''],
  ['a cookie that we did not make', 'eyJjb2RlIjoibm8ifQ']
])('%s says that there is no attempt', (_, cookie) => {
  expect(readRefusal(secret, cookie)).toEqual(nothing);
});

it('a cookie of another server says nothing', () => {
  expect(readRefusal('another secret of 32 characters..', sealRefusal(secret, refused))).toEqual(nothing);
});
