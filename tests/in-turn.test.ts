import { expect, it } from 'vitest';
import { inTurn } from '../scripts/in-turn.js';

it('lets one at a time do what has the same name, also after one that failed', async () => {
  const told: string[] = [];
  const work = (name: string) => async () => {
    told.push(`${name} begins`);
    await new Promise(setImmediate);
    told.push(`${name} ends`);
    if (name === 'a') throw new Error('a failed');
    return name;
  };
  const asked = ['a', 'b', 'c'].map((name) => inTurn(`test ${process.pid}`, work(name)));
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(told.map((line) => line.split(' ')[1])).toEqual([...Array(3)].flatMap(() => ['begins', 'ends']));
  for (const at of [0, 2, 4]) expect(told[at + 1]?.[0]).toBe(told[at]?.[0]);
});

it('holds up nothing of another name', async () => {
  const name = `test ${process.pid}`;
  expect(await inTurn(name, () => inTurn(`another ${name}`, () => Promise.resolve('done')))).toBe('done');
});
