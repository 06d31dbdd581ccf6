import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '#lib/server/db.ts';
import { Live } from '#lib/server/live.ts';
import { answerOnce, streamChanges } from '#lib/server/live-stream.ts';
import { roundTopic } from '#lib/server/live-sources.ts';
import { day, openRounds, round, secret } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const log = { error: () => undefined };
const topic = roundTopic(round.id);

let db: Store;
let live: Live;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  live = new Live({ db, secret, clock: () => day('2025-01-06'), log }, 2_000_000_000);
});
afterAll(async () => {
  await live.close();
  await db.close();
});

function open(holds: () => Promise<boolean>) {
  const response = streamChanges(live, { topic, holder: 'kari', holds, log });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const next = async () => {
    const { done, value } = await reader.read();
    return done ? null : new TextDecoder().decode(value);
  };
  return { response, reader, next };
}

it('a stream is never kept or held back on its way', () => {
  const { response, reader } = open(async () => true);
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no'
  });
  return reader.cancel();
});

it('a stream tells that there is a state, and ends when the server stops', async () => {
  const stopping = new Live({ db, secret, clock: () => day('2025-01-06'), log }, 2_000_000_000);
  const response = streamChanges(stopping, { topic, holder: 'kari', holds: async () => true, log });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await next()).toBe('retry: 3000\n\n');
  await stopping.look();
  expect(await next()).toMatch(/^event: state\ndata: [\w-]{22}\n\n$/);
  await stopping.close();
  expect((await reader.read()).done).toBe(true);
});

it('a stream ends without a word when the right is lost', async () => {
  const { next } = open(async () => false);
  expect(await next()).toBe('retry: 3000\n\n');
  await live.look();
  expect(await next()).toBeNull();
});

it('a stream whose right cannot be looked up ends too', async () => {
  const { next } = open(() => Promise.reject(new Error('the store is away')));
  expect(await next()).toBe('retry: 3000\n\n');
  await live.look();
  expect(await next()).toBeNull();
});

it('who does not listen gets the state once', async () => {
  expect(await (await answerOnce(live, topic)).text()).toMatch(/^event: state\ndata: [\w-]{22}\n\n$/);
});
