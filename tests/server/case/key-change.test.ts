import { PGlite } from '@electric-sql/pglite';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedCases } from '#lib/server/case/demonstration.ts';
import { addDocuments, listDocuments, readDocument } from '#lib/server/case/document.ts';
import { listCases } from '#lib/server/case/file.ts';
import { addKeys, resealAll, retireKeys, rewrap, type KeyRing } from '#lib/server/case/key-change.ts';
import { listKeyUse, valuesOf } from '#lib/server/case/key-use.ts';
import { parseMasterKeys, type MasterKeys } from '#lib/server/case/master-key.ts';
import { readPerson } from '#lib/server/case/person.ts';
import { addReferral } from '#lib/server/case/referral.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { demonstrationPerson } from '#lib/server/demonstration.ts';
import { openDispatch, queueDispatch } from '#lib/server/dispatch/outbox.ts';
import { caseVault } from '#lib/server/dispatch/vault.ts';
import { openDemonstrationStore, seededAt } from '../../support/demonstration-store.ts';
import { letter } from '../../support/dispatch-scene.ts';
import { mortal } from '../../support/mortal.ts';
import { migratedFiles } from '../../support/test-db.ts';

const line = (name: string, fill: number) => `${name} ${Buffer.alloc(32, fill).toString('base64')}\n`;
const [first, both, second] = [line('a', 1), line('b', 2) + line('a', 1), line('b', 2)].map(parseMasterKeys) as [
  MasterKeys,
  MasterKeys,
  MasterKeys
];
const at = new Date('2024-03-06T10:00:00Z');
const hoursLater = (hours: number) => () => new Date(at.getTime() + hours * 3_600_000);
const task: Actor = { kind: 'system', task: 'case_key' };
const municipalityNo = '4204';
let db: Store;
let officer: Extract<Actor, { kind: 'person' }>;
let messages: string[];

beforeAll(async () => {
  db = await openDemonstrationStore();
  await seedCases(db, first, seededAt);
  await db.owner.query('delete from case_incoming');
  const { rows } = await db.owner.query<{ id: string }>('select id from person where email = $1', [
    demonstrationPerson('case_officer').email
  ]);
  officer = { kind: 'person', scope: 'everything', personId: rows[0]?.id ?? '' };
  const cases = await db.transaction(officer, (tx) => listCases(tx, municipalityNo));
  messages = [];
  for (const { id } of cases.slice(0, 5)) {
    await db.transaction(officer, async (tx) => {
      const place = { municipalityNo, id, unitNo: municipalityNo, of: 'case' } as const;
      const files = [{ ending: 'pdf', content: Buffer.from('%PDF-1.7 Oppdiktet henvisning') }];
      await addDocuments({ tx, masters: first, at }, place, { kind: 'referral', files, by: officer.personId });
      const message = { municipalityNo, caseId: id, kind: 'summons', message: letter } as const;
      messages.push(
        await queueDispatch(
          tx,
          caseVault(first, () => at),
          message,
          { at, by: officer.personId }
        )
      );
    });
  }
}, 60_000);
afterAll(() => db.close());

const ring = (masters: MasterKeys, hours = 0, store: KeyRing['db'] = db): KeyRing => ({
  ...{ db: store, masters, clock: hoursLater(hours) }
});
const uses = () => db.transaction(task, listKeyUse);
const valuesByEdition = async () => (await uses()).map((one) => [one.edition, valuesOf(one)]);

/** Everything that is sealed, in clear text. */
function readAll(masters: MasterKeys): Promise<string[]> {
  return db.transaction(officer, async (tx) => {
    const register = { tx, masters, at };
    const read: string[] = [];
    for (const file of await listCases(tx, municipalityNo)) {
      read.push(JSON.stringify(await readPerson(register, file, 'page')));
      for (const document of await listDocuments(tx, { ...file, of: 'case' })) {
        read.push(String(await readDocument(register, document, 'page')));
      }
    }
    for (const id of messages) {
      read.push(
        JSON.stringify(
          await openDispatch(
            tx,
            caseVault(masters, () => at),
            { municipalityNo, id }
          )
        )
      );
    }
    return read;
  });
}

describe('keys of the register', () => {
  let before: string[];
  beforeEach(async () => {
    before ??= await readAll(first);
  });

  it('are wrapped by a new master key, and the old one can be taken out of the file', async () => {
    expect(await rewrap(ring(both))).toBe(1);
    expect(await rewrap(ring(both))).toBe(0);
    expect((await uses()).map(({ master }) => master)).toEqual(['b']);
    expect(await readAll(second)).toEqual(before);
    await expect(readAll(first)).rejects.toThrow('CASE_KEY_FILE: the master key is gone: b');
  });

  it('that are new leave all values as they are until these are sealed anew', async () => {
    expect(await addKeys(ring(second), [])).toEqual([municipalityNo]);
    await expect(addKeys(ring(second), ['5001'])).rejects.toThrow('5001 has no key');
    expect(await valuesByEdition()).toEqual([
      [1, 26],
      [2, 0]
    ]);
    expect(await retireKeys(ring(second, 24))).toEqual({ removed: 0, needed: 1, tooNew: 0 });
  });

  it('find the reference of an open case, whichever key its digest was made with', async () => {
    const cases = await db.transaction(officer, (tx) => listCases(tx, municipalityNo));
    const file = cases.find(({ state }) => state !== 'closed');
    if (!file) throw new Error('no case');
    const again = () =>
      db.transaction(officer, async (tx) => {
        const register = { tx, masters: second, at };
        const person = await readPerson(register, file, 'step');
        if (!person) throw new Error('nobody there');
        const referral = {
          ...{ unitNo: municipalityNo, municipalityNo, receivedOn: '2024-03-05', decidedOn: '2024-02-01', person },
          ...({ probationUntil: null, channel: 'manual', legalGround: 'conditional_waiver' } as const),
          policeDistrict: 'agder'
        };
        return addReferral(register, referral, { part: 'case_officer', personId: officer.personId });
      });
    expect(await again()).toEqual({ kind: 'refused', reason: 'reference_not_open' });
    await resealAll(ring(second));
    expect(await again()).toEqual({ kind: 'refused', reason: 'reference_not_open' });
  });

  it('open everything after it was sealed anew, which nothing in the store tells in clear text', async () => {
    expect(await valuesByEdition()).toEqual([
      [1, 0],
      [2, 26]
    ]);
    expect(await readAll(second)).toEqual(before);
    const { rows: tables } = await db.owner.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
    );
    for (const { name } of tables) {
      const { rows } = await db.owner.query<{ dump: string | null }>(
        `select string_agg(${name}::text, ' ') || string_agg(encode(convert_to(${name}::text, 'UTF8'), 'escape'), ' ') as dump
        from ${name}`
      );
      expect(rows[0]?.dump ?? '', name).not.toMatch(/Oppdiktet|Oppdiktveien|DEMO 1/);
    }
    const changed = await db.owner.query(`select 1 from audit where action = 'case_person_changed'`);
    expect(changed.rows).toEqual([]);
  });

  it('that are old go when nothing uses them, an hour after the newest was made', async () => {
    expect(await retireKeys(ring(second))).toEqual({ removed: 0, needed: 0, tooNew: 1 });
    expect(await retireKeys(ring(second, 2))).toEqual({ removed: 1, needed: 0, tooNew: 0 });
    expect(await readAll(second)).toEqual(before);
    expect(await addKeys(ring(second, 2), [municipalityNo])).toEqual([municipalityNo]);
    expect((await uses()).map(({ edition }) => edition)).toEqual([2, 3]);
  });

  it('are changed wholly, wherever the command is killed and begun again', async () => {
    let edition = 3;
    let hasDied = true;
    for (let killAt = 5; hasDied; killAt += 40) {
      const process = mortal(db, killAt);
      await resealAll(ring(second, 2, process.db)).catch(() => undefined);
      hasDied = process.hasDied();
      expect(await readAll(second)).toEqual(before);
      await resealAll(ring(second, 2));
      expect(await valuesByEdition()).toEqual([
        [edition - 1, 0],
        [edition, 26]
      ]);
      expect(await retireKeys(ring(second, edition * 2))).toMatchObject({ removed: 1 });
      await addKeys(ring(second, edition * 2), []);
      edition += 1;
    }
    expect(edition).toBeGreaterThan(6);
  });
});

describe('npm run case-keys', () => {
  const run = promisify(execFile);
  const folder = mkdtempSync(path.join(tmpdir(), 'regionspeil-keys-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const command = (args: string[], env: Record<string, string>) =>
    run(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/case-keys.ts', ...args], {
      env: { ...process.env, DATABASE_URL: '', ORIGIN: '', STORE_DIR: path.join(folder, 'store'), ...env }
    }).then(
      ({ stdout }) => ({ code: 0, output: stdout }),
      (error: { code: number; stderr: string }) => ({ code: error.code, output: error.stderr })
    );

  it('tells what there is, and how it is used when a word is unknown', async () => {
    const dataDir = path.join(folder, 'store', 'pglite');
    mkdirSync(dataDir, { recursive: true });
    await (await PGlite.create({ dataDir, loadDataDir: await migratedFiles() })).close();
    const file = path.join(folder, 'keys');
    writeFileSync(file, line('a', 1));
    expect(await command(['status'], { CASE_KEY_FILE: file })).toEqual({
      ...{ code: 0, output: 'Første hovednøkkel: a. Nøkler: 0.\n' }
    });
    expect(await command(['toString'], {})).toEqual({ code: 1, output: expect.stringMatching(/^Bruk: /) });
  }, 60_000);
});
