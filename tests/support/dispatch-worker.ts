import type { Db, Tx } from '#lib/server/db.ts';
import { deliverNext } from '#lib/server/dispatch/delivery.ts';
import { gatewaySmsCarrier, type GatewaySettings } from '#lib/server/dispatch/gateway-sms.ts';
import { svarutCarrier, type SvarutSettings } from '#lib/server/dispatch/svarut.ts';
import { trackNext } from '#lib/server/dispatch/tracking.ts';
import { testVault } from './dispatch-scene.ts';

/** The whole work of one worker process, which dies wherever the test wants: its store and its carriers live elsewhere. */
export type WorkerTask = { now: Date; svarut: SvarutSettings; sms: GatewaySettings; token: string };
export type ToStore = { begin: unknown } | { query: string; params: unknown[] } | { commit: true };
export type FromStore = { task: WorkerTask } | { rows: unknown[] } | { error: string };

const waiting: ((message: FromStore) => void)[] = [];
process.on('message', (message: FromStore) => waiting.shift()?.(message));

function next(): Promise<FromStore> {
  return new Promise((resolve) => waiting.push(resolve));
}

async function say(message: ToStore): Promise<unknown[]> {
  const answer = next();
  process.send?.(message);
  const told = await answer;
  if ('rows' in told) return told.rows;
  throw new Error('error' in told ? told.error : 'unexpected');
}

const db: Db = {
  async transaction<T>(actor: unknown, work: (tx: Tx) => Promise<T>): Promise<T> {
    await say({ begin: actor });
    const result = await work({
      query: <Row>(query: string, params: readonly unknown[] = []) =>
        say({ query, params: [...params] }) as Promise<Row[]>
    });
    await say({ commit: true });
    return result;
  },
  from: () => db,
  close: async () => undefined
};

const told = await next();
if (!('task' in told)) throw new Error('a worker is told what to do first');
const { now, svarut, sms, token } = told.task;
const letters = svarutCarrier(svarut, { token: async () => token }, fetch);
const carriers = { letter: letters, notice: letters, sms: gatewaySmsCarrier(sms, fetch) };
while (await deliverNext({ db, vault: testVault, carriers }, now));
while (await trackNext({ db, vault: testVault, carriers }, now));
process.disconnect();
