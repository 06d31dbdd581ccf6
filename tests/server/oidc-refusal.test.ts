import { AuthorizationResponseError } from 'openid-client';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { refusalOf, unavailabilityOf } from '#lib/server/oidc-refusal.ts';
import { Problem } from '#lib/server/problem.ts';

const answer = (error: string) =>
  new AuthorizationResponseError('the response is an error', {
    cause: new URLSearchParams({ error, error_description: 'Kari Kommune', state: 'a state' })
  });

const coded = (message: string, cause: unknown) => Object.assign(new Error(message, { cause }), { code: 'OAUTH_CODE' });

describe('who is refused', () => {
  it.each([
    ['access_denied', 'sign-in-cancelled'],
    ['server_error', 'sign-in-refused'],
    ['<script>', 'sign-in-refused']
  ])('after the provider said %s gets %s, and nothing of the address is kept', (error, code) => {
    const refusal = refusalOf(answer(error));
    expect(refusal).toMatchObject({ status: 403, code });
    expect(inspect(refusal, { depth: null })).not.toMatch(/Kari|a state|<script>|access_denied/);
  });

  it('keeps the text that explains the code, and none of the claims', () => {
    const inner = coded('unexpected "nonce"', { claims: { sub: 'kari' } });
    const refusal = refusalOf(coded('unexpected claim', inner));
    expect(refusal.cause).toMatchObject({ message: 'unexpected "nonce"', code: 'OAUTH_CODE' });
    expect(inspect(refusal, { depth: null })).not.toContain('kari');
  });

  it('gets the Problem of the call behind it', () => {
    const problem = Problem.providerUnavailable('a', new Error('refused'));
    expect(refusalOf(coded('something went wrong', problem))).toBe(problem);
  });
});

it('a provider that cannot be read is unavailable, with the code of the library', () => {
  const problem = unavailabilityOf(coded('not ours', new Response()), 'entra');
  expect(problem).toMatchObject({ status: 503, code: 'provider-unavailable', detail: { provider: 'entra' } });
  expect(problem.cause).toMatchObject({ message: 'not ours', code: 'OAUTH_CODE' });
});
