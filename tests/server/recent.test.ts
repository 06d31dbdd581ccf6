import { expect, it } from 'vitest';
import { Recent } from '#lib/server/recent.ts';

it('the least recently used value goes first, and is released', () => {
  const released: string[] = [];
  const recent = new Recent<string, string>(2, (value) => released.push(value));
  recent.set('a', 'A');
  recent.set('b', 'B');
  recent.get('a');
  recent.set('c', 'C');
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual(['A', undefined, 'C']);
  expect(released).toEqual(['B']);
});

it('a value is made once', () => {
  const recent = new Recent<string, number>(2);
  let made = 0;
  const make = () => (made += 1);
  expect([recent.getOr('a', make), recent.getOr('a', make)]).toEqual([1, 1]);
});

it('a promise that fails is made again', async () => {
  const recent = new Recent<string, Promise<string>>(2);
  await expect(recent.getOr('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await recent.getOr('a', () => Promise.resolve('yes'))).toBe('yes');
});
