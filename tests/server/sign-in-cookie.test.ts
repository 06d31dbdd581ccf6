import { expect, it } from 'vitest';
import { signInCookies } from '#lib/server/sign-in-cookie.ts';

it('over https the cookies of a sign-in are bound to the host, and hold for ten minutes', () => {
  const { attempt, refusal, options } = signInCookies(new URL('https://regionspeil.example.no/logg-inn'));
  expect([attempt, refusal]).toEqual(['__Host-sign-in', '__Host-sign-in-refusal']);
  expect(options).toEqual({ path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600 });
});

it('on this machine they are plain, and still out of reach of scripts', () => {
  const { attempt, options } = signInCookies(new URL('http://localhost:3000/'));
  expect(attempt).toBe('sign-in');
  expect(options).toMatchObject({ httpOnly: true, secure: false });
});
