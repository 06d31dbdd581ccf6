import { expect, it } from 'vitest';
import type { Engine } from '#lib/server/duckdb.ts';
import { EngineShelf } from '#lib/server/engine-shelf.ts';

const closed: string[] = [];
const engine = (name: string): Engine => ({
  run: <Row>() => Promise.resolve([name] as Row[]),
  close: () => void closed.push(name)
});
const ask = (shelf: EngineShelf, name: string, until: Promise<void> = Promise.resolve()) =>
  shelf.use(
    name,
    () => Promise.resolve(engine(name)),
    async ({ run }) => {
      await until;
      return run({ sql: '', params: [] });
    }
  );

it('an engine that has to go is closed when the last who asks it has been answered, and once', async () => {
  const shelf = new EngineShelf(1);
  let end = () => undefined as void;
  const first = ask(shelf, 'a', new Promise<void>((done) => (end = done)));
  await ask(shelf, 'b');
  expect(closed).toEqual([]);
  end();
  expect(await first).toEqual(['a']);
  await ask(shelf, 'c');
  expect(closed).toEqual(['a', 'b']);
});

it('an engine that did not open is opened anew', async () => {
  const shelf = new EngineShelf(1);
  const refused = () => Promise.reject(new Error('no memory'));
  await expect(shelf.use('d', refused, () => Promise.resolve())).rejects.toThrow('no memory');
  expect(await ask(shelf, 'd')).toEqual(['d']);
});
