import { describe, expect, it } from 'vitest';
import { isForeign } from '#lib/server/request-origin.ts';

const own = 'https://regionspeil.example.no';
const sent = (method: string, headers: Record<string, string>) =>
  isForeign(new Request(`${own}/logg-inn`, { method, headers }), own);

describe.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s', (method) => {
  it('from our own page is let through', () => {
    expect(sent(method, { origin: own, 'sec-fetch-site': 'same-origin' })).toBe(false);
    expect(sent(method, { origin: own })).toBe(false);
  });

  it.each<Record<string, string>>([
    { origin: 'https://example.com' },
    { origin: 'null' },
    { origin: `${own}:8443` },
    { origin: 'http://regionspeil.example.no' },
    {},
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json' },
    { origin: own, 'sec-fetch-site': 'cross-site' },
    { origin: own, 'sec-fetch-site': 'same-site' }
  ])('with %o is foreign', (headers) => {
    expect(sent(method, headers)).toBe(true);
  });
});

it.each(['GET', 'HEAD', 'OPTIONS'])('%s from anywhere is let through', (method) => {
  expect(sent(method, { origin: 'https://example.com', 'sec-fetch-site': 'cross-site' })).toBe(false);
});
