import { expect, it } from 'vitest';
import { Problem } from '#lib/server/problem.ts';

it.each([
  [Problem.notFound(), 404, 'not-found'],
  [Problem.roundClosed('2024'), 409, 'round-closed'],
  [Problem.unreadable(new Error('no form')), 400, 'unreadable'],
  [Problem.tooLarge(new Error('600 kB')), 413, 'too-large'],
  [Problem.foreign(), 403, 'foreign'],
  [Problem.tooMany(60), 429, 'too-many'],
  [Problem.conflict('already-exists'), 409, 'already-exists'],
  [Problem.ruleBroken(), 422, 'rule-broken'],
  [Problem.signInRefused('acr-too-low'), 403, 'acr-too-low'],
  [Problem.providerUnavailable('ansattporten', new Error('refused')), 503, 'provider-unavailable'],
  [Problem.storeInUse('/srv/data'), 503, 'store-in-use'],
  [Problem.storeUnavailable(new Error('refused')), 503, 'store-unavailable']
])('%s is answered with its status and a stable code', (problem, status, code) => {
  expect([problem.status, problem.code]).toEqual([status, code]);
  expect(problem).toBeInstanceOf(Error);
});

it('a problem tells the screens what they need to write a sentence', () => {
  expect(Problem.roundClosed('2024').detail).toEqual({ roundId: '2024' });
  expect(Problem.notFound().detail).toBeUndefined();
});

it('a problem keeps what caused it for the log', () => {
  const cause = new Error('duplicate key');
  expect(Problem.conflict('already-exists', { cause }).cause).toBe(cause);
});

it('a store in use is explained in one line that names the directory', () => {
  const { message } = Problem.storeInUse('/srv/data');
  expect(message).toContain('/srv/data');
  expect(message).not.toContain('\n');
});
