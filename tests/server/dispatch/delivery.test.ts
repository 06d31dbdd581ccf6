import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allowOnly } from '#lib/server/egress.ts';
import type { Store } from '#lib/server/db.ts';
import { deliverNext, type Sending } from '#lib/server/dispatch/delivery.ts';
import {
  changeDispatch,
  listDispatchEvents,
  listDispatches,
  openDispatch,
  queueDispatch,
  type Dispatch
} from '#lib/server/dispatch/outbox.ts';
import { dispatchHosts, type DispatchSettings } from '#lib/server/dispatch/settings.ts';
import { carriersOf } from '#lib/server/dispatch/setup.ts';
import { caseVault } from '#lib/server/dispatch/vault.ts';
import { parseMasterKeys } from '#lib/server/case/master-key.ts';
import { trackNext } from '#lib/server/dispatch/tracking.ts';
import {
  letter,
  minutesLater,
  municipalityNo,
  notice,
  openCase,
  queue,
  sms,
  start,
  testVault
} from '../../support/dispatch-scene.ts';
import type { LocalServer, Mood } from '../../support/local-http.ts';
import { clientSettings, startMaskinporten, type LocalMaskinporten } from '../../support/local-maskinporten.ts';
import { startGateway, type LocalSms } from '../../support/local-sms.ts';
import { integration, startSvarut, type LocalSvarut } from '../../support/local-svarut.ts';
import { openTestDb } from '../../support/test-db.ts';

const task = { kind: 'system', task: 'case_dispatch' } as const;
const account = '6f0c3b1e-0d0a-4a53-9f5e-3c9a3d8f1a11';

let db: Store;
let caseId: string;
let maskinporten: LocalMaskinporten;
let svarut: LocalSvarut;
let gateway: LocalSms;
let servers: LocalServer[];
let now = start;
const clock = () => now;

beforeAll(async () => {
  db = await openTestDb();
});
beforeEach(async () => {
  now = start;
  caseId = await openCase(db);
  maskinporten = await startMaskinporten(clock);
  svarut = await startSvarut();
  gateway = await startGateway({ isIdempotent: true });
  servers = [maskinporten, svarut, gateway];
});
afterEach(async () => {
  await db.owner.query('delete from dispatch');
  for (const server of servers) await server.close();
});
afterAll(() => db.close());

function settingsOf(over: { sendTimeoutMs?: number; isIdempotent?: boolean } = {}): DispatchSettings {
  return {
    MASKINPORTEN: { issuer: `${maskinporten.url}/`, ...clientSettings },
    SVARUT: {
      baseUrl: `${svarut.url}/api`,
      integrationId: integration.id,
      integrationPassword: integration.password,
      accounts: { [municipalityNo]: { account, consumerOrg: '820852982' } },
      ...(over.sendTimeoutMs !== undefined && { sendTimeoutMs: over.sendTimeoutMs })
    },
    SMS: {
      ...{ kind: 'gateway', url: `${gateway.url}/sms`, token: gateway.token, sender: 'Kommunen' },
      isIdempotent: over.isIdempotent ?? true
    }
  };
}

function sendingOf(settings = settingsOf()): Sending {
  return { db, vault: testVault, carriers: carriersOf(settings, allowOnly(dispatchHosts(settings)), clock) };
}

/** Works until nothing is due any more, from half hour to half hour. */
async function workFor(minutes: number, sending = sendingOf()): Promise<void> {
  for (const end = minutesLater(minutes, now); now <= end; now = minutesLater(30, now)) {
    while (await deliverNext(sending, now));
    while (await trackNext(sending, now));
  }
}

const listed = () => db.transaction(task, (tx) => listDispatches(tx, municipalityNo, caseId));
const only = async (): Promise<Dispatch> => {
  const [one] = await listed();
  if (!one) throw new Error('there is no message');
  return one;
};
const history = async (id: string) =>
  (await db.transaction(task, (tx) => listDispatchEvents(tx, { municipalityNo, id }))).map(({ state, code }) =>
    [state, code].filter(Boolean).join(' ')
  );

describe('a letter by SvarUt', () => {
  it('leaves once with its files, under our reference, and is followed until it is read', async () => {
    const id = await queue(db, caseId, letter);
    await workFor(0);
    expect(await only()).toMatchObject({ state: 'accepted', externalStatus: 'MOTTATT', task: null, attempts: 1 });
    const [sent] = svarut.consignments;
    expect(sent).toMatchObject({
      account,
      reference: id,
      metadata: {
        tittel: 'Brev fra Kristiansand kommune',
        mottaker: { navn: 'Ola Oppdiktet', digitalId: '01010750160', postnummer: '4611', poststed: 'KRISTIANSAND S' },
        eksternReferanse: id,
        kunDigitalLevering: false
      }
    });
    expect(sent?.files.map(({ name, content }) => [name, content.toString()])).toEqual([['brev.pdf', '%PDF-1.7 brev']]);
    for (const status of ['AKSEPTERT', 'VARSLET', 'LEST']) {
      if (sent) sent.status = status;
      await workFor(90);
    }
    expect(await only()).toMatchObject({ state: 'delivered', way: 'digital', externalStatus: 'LEST' });
    expect(await history(id)).toEqual([
      'queued',
      'accepted MOTTATT',
      'accepted AKSEPTERT',
      'accepted VARSLET',
      'delivered LEST'
    ]);
    expect(svarut.consignments.length).toBe(1);
    expect(maskinporten.grants[0]).toMatchObject({ scope: 'ks:fiks', consumer_org: '820852982' });
  });

  const moods: { mood: Mood; state: string; sent: number; said: string[] }[] = [
    { mood: 'refuses', state: 'failed', sent: 0, said: ['failed http-400'] },
    { mood: 'busy', state: 'accepted', sent: 1, said: ['queued http-429', 'accepted MOTTATT'] },
    { mood: 'error-before', state: 'accepted', sent: 1, said: ['sending http-500', 'accepted MOTTATT'] },
    { mood: 'error-after', state: 'accepted', sent: 1, said: ['sending http-502', 'accepted MOTTATT'] },
    { mood: 'cut-before', state: 'accepted', sent: 1, said: ['sending UND_ERR_SOCKET', 'accepted MOTTATT'] },
    { mood: 'cut-after', state: 'accepted', sent: 1, said: ['sending UND_ERR_SOCKET', 'accepted MOTTATT'] },
    { mood: 'garbled', state: 'accepted', sent: 1, said: ['sending malformed', 'accepted MOTTATT'] },
    { mood: 'silent-after', state: 'accepted', sent: 1, said: ['sending timeout', 'accepted MOTTATT'] }
  ];
  it.each(moods)('that meets a server which is $mood is $state, and there are $sent of it', async (expected) => {
    svarut.mood = (_, times) => (times === 1 ? expected.mood : 'ok');
    const id = await queue(db, caseId, letter);
    await workFor(60, sendingOf(settingsOf({ sendTimeoutMs: 150 })));
    expect(await only()).toMatchObject({ state: expected.state });
    expect(svarut.consignments.filter(({ reference }) => reference === id).length).toBe(expected.sent);
    expect(await history(id)).toEqual(['queued', ...expected.said]);
  });

  it('that cannot be delivered becomes a task to post it, with what it says still there', async () => {
    const id = await queue(db, caseId, notice);
    await workFor(0);
    const [sent] = svarut.consignments;
    expect(sent?.metadata).toMatchObject({ taushetsbelagtPost: true, kunDigitalLevering: true });
    if (sent) sent.status = 'IKKE_LEVERT';
    await workFor(60);
    expect(await only()).toMatchObject({ state: 'failed', task: 'send_on_paper' });
    const key = { municipalityNo, id };
    expect(await db.transaction(task, (tx) => openDispatch(tx, testVault, key))).toEqual(notice);
    await db.transaction(task, (tx) => changeDispatch(tx, key, 'hand_over', now));
    expect(await only()).toMatchObject({ state: 'handed_over', task: null });
  });

  it('whose outcome stays unknown is never sent again, and becomes a task to look into', async () => {
    svarut.mood = () => 'cut-after';
    const id = await queue(db, caseId, letter);
    await workFor(0);
    svarut.token = 'another';
    await workFor(60 * 24 * 4);
    expect(await only()).toMatchObject({ state: 'failed', task: 'look_into' });
    expect(svarut.consignments.filter(({ reference }) => reference === id).length).toBe(1);
  });

  it('waits while Maskinporten gives no token, and leaves when it does', async () => {
    maskinporten.answer = { status: 500, json: {} };
    const id = await queue(db, caseId, letter);
    await workFor(0);
    expect(await only()).toMatchObject({ state: 'queued', failureCode: 'token-http-500' });
    maskinporten.answer = { status: 200, json: { access_token: 'maskinporten-token', expires_in: 119 } };
    await workFor(30);
    expect(await only()).toMatchObject({ state: 'accepted' });
    expect(await history(id)).toEqual(['queued', 'queued token-http-500', 'accepted MOTTATT']);
  });
});

describe('an SMS', () => {
  it('is sent once over a gateway that answers with an error first, and keeps no number afterwards', async () => {
    gateway.mood = (_, times) => (times === 1 ? 'error-after' : 'ok');
    await queue(db, caseId, sms);
    await workFor(60);
    expect(gateway.sent.map(({ to, text }) => [to, text])).toEqual([
      ['+4791234567', 'Du har en avtale 3. desember kl. 10.00 hos Kristiansand kommune.']
    ]);
    expect(await only()).toMatchObject({ state: 'accepted' });
    const { rows } = await db.owner.query('select content from dispatch');
    expect(rows).toEqual([{ content: null }]);
  });

  it('goes at most once over a gateway that does not know it again; then someone phones', async () => {
    gateway.mood = () => 'cut-after';
    await queue(db, caseId, sms);
    await workFor(60 * 24, sendingOf(settingsOf({ isIdempotent: false })));
    expect(gateway.sent.length).toBe(1);
    expect(await only()).toMatchObject({ state: 'failed', task: 'look_into', failureCode: 'outcome-unknown' });
  });

  it('that did not arrive becomes a task to phone', async () => {
    await queue(db, caseId, sms);
    await workFor(0);
    if (gateway.sent[0]) gateway.sent[0].status = 'failed';
    await workFor(60);
    expect(await only()).toMatchObject({ state: 'failed', task: 'phone' });
  });
});

describe('the outbox', () => {
  it('leaves alone what nobody is set up to bring', async () => {
    await queue(db, caseId, letter);
    await workFor(60, { db, vault: testVault, carriers: {} });
    expect(await only()).toMatchObject({ state: 'queued', attempts: 0 });
    await workFor(0, sendingOf({ ...settingsOf(), SVARUT: { ...settingsOf().SVARUT!, accounts: {} } }));
    expect(await only()).toMatchObject({ state: 'failed', task: 'send_on_paper', failureCode: 'not-set-up' });
  });

  it('sends the others while one cannot be opened, which waits and becomes a task in the end', async () => {
    const shut = await queue(db, caseId, letter);
    await queue(db, caseId, letter, minutesLater(1));
    await db.owner.query(`update dispatch set content = 'spoilt' where id = $1`, [shut]);
    await workFor(30);
    expect(svarut.consignments).toHaveLength(1);
    const find = async () =>
      (await db.transaction(task, (tx) => listDispatches(tx, municipalityNo, caseId))).find(({ id }) => id === shut);
    expect(await find()).toMatchObject({ state: 'queued', failureCode: 'undecipherable', task: null });
    await workFor(48 * 60);
    expect(await find()).toMatchObject({ state: 'failed', failureCode: 'undecipherable', task: 'send_on_paper' });
    expect(svarut.consignments).toHaveLength(1);
  });

  it('is worked by two at once without sending anything twice', async () => {
    for (let n = 0; n < 6; n += 1) await queue(db, caseId, n % 2 === 0 ? letter : sms);
    await Promise.all([workFor(0), workFor(0)]);
    const references = [...svarut.consignments, ...gateway.sent].map(({ reference }) => reference);
    expect(references.length).toBe(6);
    expect(new Set(references).size).toBe(6);
  });

  it('takes back what waits, but not what has left', async () => {
    const id = await queue(db, caseId, letter);
    const cancel = () => db.transaction(task, (tx) => changeDispatch(tx, { municipalityNo, id }, 'cancel', now));
    await cancel();
    await workFor(30);
    expect(svarut.consignments).toEqual([]);
    await expect(cancel()).rejects.toMatchObject({ code: 'dispatch-changed' });
  });

  it('holds no clear text, and nothing at all once the case is removed', async () => {
    await queue(db, caseId, letter);
    await workFor(0);
    const dump = async () => JSON.stringify((await db.owner.query('select * from dispatch, dispatch_event')).rows);
    for (const clear of ['Oppdiktet', '01010750160', 'KRISTIANSAND']) expect(await dump()).not.toContain(clear);
    await db.owner.query('delete from case_file where id = $1', [caseId]);
    expect(await dump()).toBe('[]');
  });
});

describe('a case', () => {
  const caseNow = async () =>
    (await db.owner.query('select delivery, task from case_file where id = $1', [caseId])).rows[0] as unknown;
  const summon = () =>
    db.owner.query(
      `update case_file set state = 'active', attendance = 'summoned', delivery = 'sent', age_band = '18_24'
      where id = $1`,
      [caseId]
    );

  it('learns that its summons arrived', async () => {
    await summon();
    await queue(db, caseId, letter);
    await workFor(0);
    expect(await caseNow()).toEqual({ delivery: 'sent', task: null });
    if (svarut.consignments[0]) svarut.consignments[0].status = 'PRINTET';
    await workFor(30);
    expect(await caseNow()).toEqual({ delivery: 'delivered', task: null });
  });

  it('gets the task to send it on paper when it did not', async () => {
    await summon();
    svarut.mood = () => 'refuses';
    await queue(db, caseId, letter);
    await workFor(0);
    expect(await caseNow()).toEqual({ delivery: 'failed', task: 'send_on_paper' });
  });
});

describe('the key of the municipality', () => {
  it('seals what is queued, and opens it for its own row only', async () => {
    const masters = parseMasterKeys(`first ${Buffer.alloc(32, 7).toString('base64')}\n`);
    const vault = caseVault(masters, clock);
    const id = await db.transaction(task, (tx) =>
      queueDispatch(tx, vault, { municipalityNo, caseId, kind: 'summons', message: letter }, { at: now, by: null })
    );
    expect(await db.transaction(task, (tx) => openDispatch(tx, vault, { municipalityNo, id }))).toEqual(letter);
    await workFor(0, { ...sendingOf(), vault });
    expect(svarut.consignments.length).toBe(1);
    const { rows } = await db.owner.query<{ content: Buffer }>('select content from dispatch');
    const moved = db.transaction(task, (tx) =>
      vault.open(tx, municipalityNo, 'dispatch/x', rows[0]?.content ?? Buffer.alloc(0))
    );
    await expect(moved).rejects.toThrow('an encrypted value is not what it was');
  });
});
