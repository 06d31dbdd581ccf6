import { expect, it } from 'vitest';
import { namesNoAction } from '#lib/server/action-name.ts';

const named = (query: string) => namesNoAction(new URL(`http://localhost/svar/x${query}`));

it.each(['?/default', '?/toString', '?/constructor', '?/__proto__', '?/valueOf=1', '?a=b&/hasOwnProperty&/send'])(
  '%s can be no action',
  (query) => {
    expect(named(query)).toBe(true);
  }
);

it.each(['', '?/send', '?/lagre&a=toString', '?toString', '?/', '?/nothing'])('%s may be one', (query) => {
  expect(named(query)).toBe(false);
});
