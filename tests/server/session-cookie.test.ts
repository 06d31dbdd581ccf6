import { expect, it } from 'vitest';
import { sessionCookie } from '#lib/server/session-cookie.ts';

it('over https the cookie is bound to the host and secure', () => {
  const { name, options } = sessionCookie(new URL('https://regionspeil.example.no/'));
  expect(name).toBe('__Host-session');
  expect(options).toMatchObject({ path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
});

it('on this machine it is plain, and still out of reach of scripts', () => {
  const { name, options } = sessionCookie(new URL('http://localhost:3000/'));
  expect(name).toBe('session');
  expect(options).toMatchObject({ httpOnly: true, secure: false });
});
