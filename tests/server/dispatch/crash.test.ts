import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '#lib/server/db.ts';
import { listDispatches } from '#lib/server/dispatch/outbox.ts';
import { buildWorker, workUntilKilled, type Moment } from '../../support/dispatch-crash.ts';
import {
  letter,
  minutesLater,
  municipalityNo,
  notice,
  openCase,
  queue,
  sms,
  start
} from '../../support/dispatch-scene.ts';
import type { Mood } from '../../support/local-http.ts';
import { startGateway, type LocalSms } from '../../support/local-sms.ts';
import { integration, startSvarut, type LocalSvarut } from '../../support/local-svarut.ts';
import { seededChance } from '../../support/random.ts';
import { openTestDb } from '../../support/test-db.ts';

/** The process that is killed holds no store; on the other engine fewer kills, of other chance, are enough. */
const [mostKills, chanceOf] = process.env.TEST_DATABASE_URL ? [25, 8] : [100, 7];
const kills = Number(process.env.DISPATCH_KILLS ?? mostKills);
const seed = Number(process.env.DISPATCH_SEED ?? chanceOf);
const account = '6f0c3b1e-0d0a-4a53-9f5e-3c9a3d8f1a11';
const task = { kind: 'system', task: 'case_dispatch' } as const;
const moods: Mood[] = ['ok', 'ok', 'ok', 'error-before', 'error-after', 'cut-before', 'cut-after', 'garbled', 'busy'];

let db: Store;
let script: string;
let svarut: LocalSvarut;
let gateway: LocalSms;
beforeAll(async () => {
  [db, script, svarut, gateway] = await Promise.all([
    openTestDb(),
    buildWorker(),
    startSvarut(),
    startGateway({ isIdempotent: true })
  ]);
});
afterAll(() => Promise.all([svarut.close(), gateway.close(), db.close()]));

const taskAt = (now: Date) => ({
  now,
  token: svarut.token,
  svarut: {
    baseUrl: `${svarut.url}/api`,
    ...{ integrationId: integration.id, integrationPassword: integration.password },
    accounts: { [municipalityNo]: { account } }
  },
  sms: {
    ...{ kind: 'gateway' as const, url: `${gateway.url}/sms`, token: gateway.token, sender: 'Kommunen' },
    isIdempotent: true
  }
});

it(`nothing is lost and nothing is sent twice over ${kills} kills of the worker`, async () => {
  const chance = seededChance(seed);
  const caseId = await openCase(db);
  const queued: string[] = [];
  const list = () => db.transaction(task, (tx) => listDispatches(tx, municipalityNo, caseId));
  let moment: Moment = async () => undefined;
  const mood = () => {
    void moment(); // the carrier takes what was sent, though nobody hears its answer
    return chance.pick(moods);
  };
  svarut.mood = mood;
  gateway.mood = mood;

  let killed = 0;
  let now = start;
  for (; killed < kills; now = minutesLater(30, now)) {
    queued.push(await queue(db, caseId, chance.pick([letter, notice, sms]), now));
    const turn = { store: db, script, task: taskAt(now), killAt: 1 + chance.below(40) };
    if (await workUntilKilled(turn, (one) => (moment = one))) killed += 1;
    await Promise.all([svarut.settled(), gateway.settled()]);
  }

  [svarut.mood, gateway.mood] = [() => 'ok', () => 'ok'];
  const open = async () => (await list()).filter(({ state }) => state !== 'accepted').length;
  for (let turn = 0; turn < 14 && (await open()) > 0; turn += 1, now = minutesLater(6 * 60, now)) {
    await workUntilKilled({ store: db, script, task: taskAt(now), killAt: Infinity }, () => undefined);
  }

  const carried = [...svarut.consignments, ...gateway.sent].map(({ reference }) => reference);
  expect(carried.toSorted()).toEqual(queued.toSorted());
  expect(await open()).toBe(0);
  expect((await list()).length).toBe(queued.length);
}, 300_000);
