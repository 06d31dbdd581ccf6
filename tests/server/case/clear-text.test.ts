import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changePerson, readPerson } from '#lib/server/case/person.ts';
import { parseMasterKeys } from '#lib/server/case/master-key.ts';
import type { Store } from '#lib/server/db.ts';
import { deliverNext } from '#lib/server/dispatch/delivery.ts';
import { LocalOutbox } from '#lib/server/dispatch/local-outbox.ts';
import { describeBug } from '#lib/server/log.ts';
import {
  at,
  fictitious,
  masters,
  openCaseUnits,
  personWords,
  vault,
  type CaseScene
} from '../../support/case-units.ts';
import { dumpTables } from '../../support/store-dump.ts';
import { openTestDb } from '../../support/test-db.ts';

const server = process.env.TEST_DATABASE_URL;
let db: Store;
let scene: CaseScene;
const officer = () => scene.people.get('case_officer 4204')!.actor;
const found = (text: string) => personWords.filter((word) => text.includes(word));

/** A case that was read, changed, summoned for and sent for, so that its tables have something to tell. */
beforeAll(async () => {
  db = await openTestDb();
  scene = await openCaseUnits(db);
  await db.transaction(officer(), async (tx) => {
    const register = { tx, masters, at };
    const key = { ...scene.cases['4204'].tested, unitNo: '4204' };
    expect(await readPerson(register, key, 'letter')).toEqual(fictitious);
    await changePerson(register, key, fictitious);
  });
});
afterAll(() => db.close());

describe('the person of a case stands in clear text', () => {
  it('in no row and no bytes of any table', async () => {
    const dump = await dumpTables(db);
    expect([...dump].map(([table, rows]) => [table, found(rows)]).filter(([, words]) => words?.length)).toEqual([]);
    const { id } = scene.cases['4204'].tested;
    const about = [...dump].filter(([, rows]) => rows.includes(id)).map(([table]) => table);
    expect(about).toEqual(
      expect.arrayContaining([
        'audit',
        'case_condition',
        'case_event',
        'case_file',
        'case_notice',
        'case_person',
        'dispatch'
      ])
    );
  });

  it('would be found there', async () => {
    const { id } = scene.cases['5001'].plain;
    const write = (bytes: Buffer | undefined) =>
      db.owner.query('update case_person set interpreter = $2 where case_id = $1', [id, bytes]);
    const { rows } = await db.owner.query<{ kept: Buffer }>(
      'select interpreter as kept from case_person where case_id = $1',
      [id]
    );
    await write(Buffer.from('klingonsk'));
    expect(found((await dumpTables(db)).get('case_person') ?? '')).toEqual(['klingonsk']);
    await write(rows[0]?.kept);
  });

  it.runIf(server)('not in what pg_dump writes', async () => {
    const { rows } = await db.owner.query<{ name: string }>('select current_database() as name');
    const address = new URL(server ?? '');
    address.pathname = rows[0]?.name ?? '';
    const dump = execFileSync('pg_dump', ['--inserts', address.href], { maxBuffer: 2 ** 28 }).toString('utf8');
    expect(dump).toContain(scene.cases['4204'].tested.id);
    expect(found(dump)).toEqual([]);
    const hexadecimal = personWords.filter((word) => dump.includes(Buffer.from(word).toString('hex')));
    expect(hexadecimal).toEqual([]);
  });

  it('in no row of the audit, which tells of each thing that was done', async () => {
    const sending = { db, vault, carriers: new LocalOutbox().carriers() };
    while (await deliverNext(sending, at));
    const { rows } = await db.owner.query<{ action: string; told: string }>(
      `select action, audit::text as told from audit where chain = 'unit-4204'`
    );
    const done = ['case_unit_opened', 'case_added', 'case_changed', 'case_person_read', 'case_person_changed'];
    const sent = ['dispatch_queued', 'dispatch_accepted'];
    expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining([...done, ...sent]));
    expect(found(rows.map(({ told }) => told).join('\n'))).toEqual([]);
  });

  it('in no error, nor in what the log says of it', async () => {
    const key = { ...scene.cases['4204'].tested, unitNo: '4204' };
    const strange = parseMasterKeys(`first ${Buffer.alloc(32, 9).toString('base64')}\n`);
    const gone = parseMasterKeys(`second ${Buffer.alloc(32, 1).toString('base64')}\n`);
    const tooLong = { ...fictitious, reference: fictitious.reference + '\u0000' };
    const failing = [
      () => db.transaction(officer(), (tx) => readPerson({ tx, masters: strange, at }, key, 'page')),
      () => db.transaction(officer(), (tx) => readPerson({ tx, masters: gone, at }, key, 'page')),
      () => db.transaction(officer(), (tx) => changePerson({ tx, masters: gone, at }, key, tooLong)),
      () =>
        db.transaction(officer(), (tx) =>
          tx.query(`update case_person set changed_at = null, name = $1`, [Buffer.from(fictitious.name)])
        ),
      () => db.transaction(officer(), (tx) => tx.query(`update case_person set key_edition = $1`, [fictitious.name]))
    ];
    for (const work of failing) {
      const error: unknown = await work().then(
        () => null,
        (thrown: unknown) => thrown
      );
      expect(error).toBeInstanceOf(Error);
      expect(found(describeBug(error, '/saker/[municipality]/[case]'))).toEqual([]);
    }
  });
});
