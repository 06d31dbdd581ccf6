import { strToU8, zipSync } from 'fflate';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseMasterKeys } from '#lib/server/case/master-key.ts';
import { forgetSetAside, listIncoming, setAside } from '#lib/server/case/incoming.ts';
import { listDocuments, readDocument } from '#lib/server/case/document.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { startIntake, takeIn } from '#lib/server/dispatch/intake.ts';
import { Svarinn } from '#lib/server/dispatch/svarinn.ts';
import { minutesLater, municipalityNo, openCase, start } from '../../support/dispatch-scene.ts';
import { privateKeyPem } from '../../support/dispatch-keys.ts';
import { mailboxUser, startSvarinn, type LocalSvarinn } from '../../support/local-svarinn.ts';
import { mortal } from '../../support/mortal.ts';
import { openTestDb } from '../../support/test-db.ts';

const masters = parseMasterKeys(`first ${Buffer.alloc(32, 1).toString('base64')}`);
const task: Actor = { kind: 'system', task: 'case_intake' };
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);
let db: Store;
let local: LocalSvarinn;
let officer: Extract<Actor, { kind: 'person' }>;
let failures: unknown[];

beforeAll(async () => {
  db = await openTestDb();
  await openCase(db);
  officer = { kind: 'person', scope: 'everything', personId: randomUUID() };
  await db.owner.query(`insert into person (id, name, email, created_at) values ($1, 'O', 'o@kommune.example', $2)`, [
    ...[officer.personId, start]
  ]);
  await db.owner.query(
    `insert into role_grant (person_id, role, unit_type, unit_id, granted_at)
    values ($1, 'case_officer', 'advisory_unit', $2, $3)`,
    [officer.personId, municipalityNo, start]
  );
});
afterAll(() => db.close());
beforeEach(async () => {
  local = await startSvarinn();
  failures = [];
  await db.owner.query('delete from case_incoming');
});
afterEach(() => local.close());

const arrive = (id: string, content: Buffer, names = ['Henvisning Ola Oppdiktet.pdf']) =>
  local.mailbox.set(id, { id, content, files: names.map((filnavn) => ({ filnavn, mimetype: 'application/pdf' })) });
const mailbox = { ...mailboxUser, privateKey: privateKeyPem };
const look = (
  at = start,
  { store = db as Pick<Store, 'transaction'>, send = fetch, mailboxes = [municipalityNo] } = {}
) =>
  takeIn(
    {
      db: store as Store,
      masters,
      svarinn: new Svarinn(
        { baseUrl: local.url, mailboxes: Object.fromEntries(mailboxes.map((one) => [one, mailbox])) },
        send
      )
    },
    () => at,
    (error) => failures.push(error)
  );
const stored = async () =>
  (
    await db.owner.query<{ external_id: string; state: string; is_acknowledged: boolean }>(
      `select external_id, state, acknowledged_at is not null as is_acknowledged from case_incoming order by external_id`
    )
  ).rows;
const contents = () =>
  db.transaction(officer, async (tx) => {
    const read: string[] = [];
    for (const incoming of await listIncoming(tx)) {
      for (const document of await listDocuments(tx, { ...incoming, of: 'incoming' })) {
        const content = await readDocument({ tx, masters, at: start }, document, 'page');
        read.push(`${document.ending}: ${content?.toString('utf8').split('\n')[1] ?? content?.toString('utf8')}`);
      }
    }
    return read.sort();
  });

describe('what lies in a mailbox of SvarInn', () => {
  it('is stored sealed, then acknowledged, and lies with the officers of the unit', async () => {
    arrive('f-1', pdf('henvisning av Ola Oppdiktet'));
    await look();
    expect(local.mailbox.size).toBe(0);
    expect(await stored()).toEqual([{ external_id: 'f-1', state: 'waiting', is_acknowledged: true }]);
    expect(await contents()).toEqual(['pdf: henvisning av Ola Oppdiktet']);
    const { rows } = await db.owner.query<{ dump: string }>(
      `select string_agg(document::text, ' ') || (select string_agg(incoming::text, ' ') from case_incoming as incoming)
        || encode(string_agg(document.content, ''), 'escape')
        || (select string_agg(audit::text, ' ') from audit) as dump
      from case_document as document`
    );
    expect(rows[0]?.dump).not.toMatch(/Oppdiktet|henvisning av/i);
    expect(failures).toEqual([]);
  });

  it('comes as several files, which are kept one by one, whatever they are', async () => {
    const files = {
      'brev.pdf': pdf('brev'),
      'mappe/vedlegg.docx': strToU8('PK'),
      'Ola.exe': strToU8('MZ'),
      'tom.pdf': strToU8('')
    };
    arrive('f-2', Buffer.from(zipSync(files)), Object.keys(files));
    arrive('f-3', Buffer.from('PK ødelagt'), ['a.pdf', 'b.pdf']);
    await look();
    expect(await contents()).toEqual(['bin: MZ', 'docx: PK', 'pdf: brev', 'zip: PK ødelagt']);
  });

  it('is left alone where no unit keeps its cases here, and another mailbox that fails keeps nobody out', async () => {
    arrive('f-1', pdf('x'));
    await look(start, { mailboxes: ['5001'] });
    expect(local.mailbox.size).toBe(1);
    local.instead = { status: 503, json: {} };
    await look();
    expect(failures).toMatchObject([{ code: 'http-503' }]);
    await look();
    expect(local.mailbox.size).toBe(0);
  });

  it('that cannot be read is a task, is tried again, and goes on to paper after a day', async () => {
    const broken = { status: 200, bytes: Buffer.from('not for us') };
    const bytes = async (at: Date) => {
      let asked = 0;
      await look(at, {
        send: (...given) => {
          asked += 1;
          if (asked === 2) local.instead = broken;
          return fetch(...given);
        }
      });
    };
    arrive('f-1', pdf('x'));
    await bytes(start);
    expect(local.rejected).toEqual([{ id: 'f-1', isFinal: false }]);
    await bytes(minutesLater(5));
    expect(local.rejected).toHaveLength(1);
    expect(await db.transaction(officer, listIncoming)).toMatchObject([{ state: 'unreadable', documents: 0 }]);
    await bytes(minutesLater(25 * 60));
    expect(local.rejected.at(-1)).toEqual({ id: 'f-1', isFinal: true });
    expect(local.mailbox.size).toBe(0);
    expect(await stored()).toEqual([{ external_id: 'f-1', state: 'rejected', is_acknowledged: true }]);
    expect(failures).toEqual([]);
  });

  it('that can be read at last is stored after all', async () => {
    arrive('f-1', pdf('til slutt'));
    let asked = 0;
    await look(start, {
      send: (...given) => {
        asked += 1;
        if (asked === 2) local.instead = { status: 200, bytes: Buffer.from('x') };
        return fetch(...given);
      }
    });
    await look(minutesLater(61));
    expect(await contents()).toEqual(['pdf: til slutt']);
    expect(await stored()).toEqual([{ external_id: 'f-1', state: 'waiting', is_acknowledged: true }]);
  });

  it('is stored once and lost never, wherever the process dies', async () => {
    let killAt = 1;
    let hasDied = true;
    for (; hasDied; killAt += 1) {
      arrive(`k-${killAt}`, pdf(`henvisning ${killAt}`));
      const process = mortal(db, killAt);
      await look(start, { store: process.db, send: process.fetch }).catch(() => undefined);
      hasDied = process.hasDied();
      await look(minutesLater(1));
      expect(local.mailbox.size, `killed at ${killAt}`).toBe(0);
    }
    expect(killAt).toBeGreaterThan(30);
    const numbers = Array.from({ length: killAt - 1 }, (_, index) => index + 1);
    expect((await stored()).map((one) => one.external_id).sort()).toEqual(numbers.map((one) => `k-${one}`).sort());
    expect(await contents()).toEqual(numbers.map((one) => `pdf: henvisning ${one}`).sort());
  });

  it('is stored once by two who look at the same time, and by one who is answered the same again', async () => {
    arrive('f-1', pdf('en'));
    await Promise.all([look(), look()]);
    arrive('f-1', pdf('en'));
    await look();
    expect(await contents()).toEqual(['pdf: en']);
    expect(local.mailbox.size).toBe(0);
    expect(failures).toEqual([]);
  });
});

it('what is set aside is deleted after thirty days, with its documents, and the audit tells of both', async () => {
  arrive('f-1', pdf('reklame'));
  await look();
  const [incoming] = await db.transaction(officer, listIncoming);
  if (!incoming) throw new Error('nothing came in');
  const by = officer.personId;
  await db.transaction(officer, (tx) => setAside({ tx, at: start }, incoming, { reason: 'not_a_referral', by }));
  expect(await db.transaction(officer, listIncoming)).toEqual([]);
  const forget = (at: Date) => db.transaction(task, (tx) => forgetSetAside(tx, at));
  expect(await forget(minutesLater(30 * 24 * 60))).toBe(0);
  expect(await forget(minutesLater(31 * 24 * 60))).toBe(1);
  expect((await db.owner.query('select 1 from case_document')).rows).toEqual([]);
  const { rows } = await db.owner.query<{ action: string; chain: string }>(
    `select action, chain from audit where subject = $1 order by sequence`,
    [`incoming/${incoming.id}`]
  );
  expect(rows.map(({ action }) => action)).toEqual([
    ...['incoming_stored', 'case_document_added', 'incoming_set_aside', 'incoming_removed']
  ]);
  expect(rows.every(({ chain }) => chain === `unit-${municipalityNo}`)).toBe(true);
});

it('the loop looks at once, and ends when it is asked to', async () => {
  arrive('f-1', pdf('x'));
  const svarinn = new Svarinn({ baseUrl: local.url, mailboxes: { [municipalityNo]: mailbox } }, fetch);
  const logged: unknown[] = [];
  const stop = startIntake({ db, masters, svarinn }, () => start, {
    error: (entry: unknown) => void logged.push(entry)
  });
  await stop();
  expect(await stored()).toHaveLength(1);
  expect(logged).toEqual([]);
});
