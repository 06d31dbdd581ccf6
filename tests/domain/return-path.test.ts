import { expect, it } from 'vitest';
import { invitationIn, readReturnPath, withReturnPath } from '#lib/domain/return-path.ts';

it.each(['/kartlegging', '/kartlegging/sor-2024?fylke=42', '/'])('the way back may lead to %s', (path) => {
  expect(readReturnPath(path)).toBe(path);
});

it.each([
  null,
  undefined,
  '',
  'kartlegging',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  `/${'x'.repeat(600)}`
])('the way back never leads away: %s', (path) => {
  expect(readReturnPath(path)).toBeNull();
});

it('the way back is carried in the address', () => {
  expect(withReturnPath('/logg-inn', '/kartlegging/a?b=c')).toBe('/logg-inn?tilbake=%2Fkartlegging%2Fa%3Fb%3Dc');
  expect(withReturnPath('/logg-inn', null)).toBe('/logg-inn');
});

it.each([
  ['/invitasjon/a_b-c', 'a_b-c'],
  ['/invitasjon/abc/ikke-meg', null],
  ['/svar', null],
  [null, null]
])('%s leads to the invitation %s', (path, token) => {
  expect(invitationIn(path)).toBe(token);
});
