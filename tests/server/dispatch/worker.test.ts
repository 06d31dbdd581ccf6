import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '#lib/server/db.ts';
import type { Parcel } from '#lib/server/dispatch/carrier.ts';
import { LocalOutbox } from '#lib/server/dispatch/local-outbox.ts';
import { listDispatches } from '#lib/server/dispatch/outbox.ts';
import { startDispatch } from '#lib/server/dispatch/worker.ts';
import { letter, municipalityNo, openCase, queue, sms, start, testVault } from '../../support/dispatch-scene.ts';
import { openTestDb } from '../../support/test-db.ts';

const task = { kind: 'system', task: 'case_dispatch' } as const;
const clock = () => start;

let db: Store;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

it('the demonstration keeps what would have been sent, and says that it arrived', async () => {
  const caseId = await openCase(db);
  await queue(db, caseId, letter);
  await queue(db, caseId, sms);
  const outbox = new LocalOutbox();
  const logged: unknown[] = [];
  const stop = startDispatch({ db, vault: testVault, carriers: outbox.carriers() }, clock, {
    error: (entry: unknown) => void logged.push(entry)
  });
  const listed = () => db.transaction(task, (tx) => listDispatches(tx, municipalityNo, caseId));
  await expect.poll(async () => (await listed()).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
  await stop();
  expect(outbox.parcels.map(({ message }: Parcel) => message.channel).sort()).toEqual(['letter', 'sms']);
  expect(logged).toEqual([]);
});

it('nothing runs where nobody is set up to bring anything', async () => {
  const broken = { transaction: () => Promise.reject(new Error('nothing is asked')), from: () => db, close: db.close };
  await startDispatch({ db: broken, vault: testVault, carriers: {} }, clock, { error: () => expect.fail('logged') })();
});
