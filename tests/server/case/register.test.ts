import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextStepOf } from '#lib/domain/case/next-step.ts';
import type { Role } from '#lib/domain/role.ts';
import { addKey, rewrapKeys } from '#lib/server/case/data-key.ts';
import { seedCases } from '#lib/server/case/demonstration.ts';
import { findCase, listCases, listEvents, type StoredCase } from '#lib/server/case/file.ts';
import { parseMasterKeys } from '#lib/server/case/master-key.ts';
import { changePerson, readPerson } from '#lib/server/case/person.ts';
import { addReferral } from '#lib/server/case/referral.ts';
import { takeStep } from '#lib/server/case/step.ts';
import type { Actor, Store, Tx } from '#lib/server/db.ts';
import { demonstrationPeople, demonstrationPerson } from '#lib/server/demonstration.ts';
import { openDemonstrationStore, seededAt } from '../../support/demonstration-store.ts';

const line = (name: string, fill: number) => `${name} ${Buffer.alloc(32, fill).toString('base64')}\n`;
const masters = parseMasterKeys(line('first', 1));
const at = new Date('2024-03-06T10:00:00Z');
const ids = new Map<string, string>();
let db: Store;
let cases: StoredCase[];

function idOf(email: string): string {
  const id = ids.get(email);
  if (!id) throw new Error('nobody has the address ' + email);
  return id;
}
const as = (role: Role): Actor => ({
  ...{ kind: 'person', scope: 'everything' },
  personId: idOf(demonstrationPerson(role).email)
});
const seenBy = (actor: Actor) => db.transaction(actor, (tx) => listCases(tx, '4204'));
const caseAt = (step: string) => {
  const found = cases.find((one) => nextStepOf(one, seededAt).step === step);
  if (!found) throw new Error('no case waits for ' + step);
  return found;
};

beforeAll(async () => {
  db = await openDemonstrationStore();
  await seedCases(db, masters, seededAt);
  const { rows } = await db.owner.query<{ id: string; email: string }>('select id, email from person');
  for (const { id, email } of rows) ids.set(email, id);
  cases = await seenBy(as('case_officer'));
}, 60_000);
afterAll(() => db.close());

describe('cases in the store', () => {
  it('stand where the made-up stories left them', () => {
    expect(cases.map((one) => nextStepOf(one, seededAt).step).sort()).toEqual(
      ['meeting', 'not_met', 'notice', 'purge', 'register', 'register', 'test', 'to_summon'].sort()
    );
  });

  it.each(demonstrationPeople.map((one) => [one.role, one.email] as const))(
    'are seen by %s only when they work in the unit',
    async (role, email) => {
      const seen = await seenBy({ kind: 'person', personId: idOf(email), scope: 'everything' });
      const expected = { case_officer: 8, unit_leader: 8, archivist: 8, sampler: 1 };
      expect(seen).toHaveLength(expected[role as 'sampler'] ?? 0);
    }
  );

  it('are seen by nobody who signed in by e-mail, by no link, by the public, and by no other task of the system', async () => {
    const officer = idOf(demonstrationPerson('case_officer').email);
    expect(await seenBy({ kind: 'person', personId: officer, scope: 'answers' })).toEqual([]);
    expect(await seenBy({ kind: 'public' })).toEqual([]);
    expect(await seenBy({ kind: 'respondent', roundId: 'sor-2024', municipalityNo: '4204' })).toEqual([]);
    for (const task of ['upkeep', 'statistics', 'outbox']) expect(await seenBy({ kind: 'system', task })).toEqual([]);
  });

  it.each(['case_unit', 'case_key', 'case_person', 'case_condition', 'case_event', 'case_notice', 'case_count'])(
    '%s has no row for an adviser, a governor, an administrator or the respondent',
    async (table) => {
      for (const role of ['adviser', 'governor', 'administrator', 'respondent'] as const) {
        const rows = await db.transaction(as(role), (tx) => tx.query(`select 1 from ${table}`));
        expect(rows).toEqual([]);
      }
    }
  );
});

describe('the person of a case', () => {
  it('is told to those who work with it, and each reading stands in the audit without the person', async () => {
    const key = caseAt('to_summon');
    const person = await db.transaction(as('case_officer'), (tx) => readPerson({ tx, masters, at }, key, 'page'));
    expect(person).toMatchObject({ name: 'Oppdiktet Person 3', guardianName: 'Oppdiktet Foresatt 3' });
    const { rows } = await db.owner.query<{ told: string; chain: string; subject: string }>(
      `select audit::text as told, chain, subject from audit where action = 'case_person_read'`
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ chain: 'unit-4204', subject: `case/${key.id}` });
    expect(rows[0]?.told).not.toMatch(/Oppdikt|DEMO/);
  });

  it.each(['sampler', 'archivist', 'adviser', 'administrator', 'governor', 'respondent'] as const)(
    'is not told to the %s, who leaves no trace of having asked',
    async (role) => {
      const key = caseAt('to_summon');
      const person = await db.transaction(as(role), (tx) => readPerson({ tx, masters, at }, key, 'page'));
      expect(person).toBeNull();
    }
  );

  it('cannot be read from its table, not even by its case officer', async () => {
    await expect(
      db.transaction(as('case_officer'), (tx) => tx.query(`select name from case_person`))
    ).rejects.toMatchObject({ status: 404 });
  });

  it('stands nowhere in the database in clear text', async () => {
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
  });

  it('cannot be moved to another case, nor read with another key', async () => {
    const [one, other] = [caseAt('to_summon'), caseAt('meeting')];
    const names = `select name from case_person where case_id = $1`;
    const kept = (await db.owner.query<{ name: Buffer }>(names, [other.id])).rows[0]?.name;
    await db.owner.query(
      `update case_person set name = (select name from case_person where case_id = $1) where case_id = $2`,
      [one.id, other.id]
    );
    await expect(
      db.transaction(as('case_officer'), (tx) => readPerson({ tx, masters, at }, other, 'page'))
    ).rejects.toThrow('an encrypted value is not what it was: case_person.name');
    await db.owner.query(`update case_person set name = $2 where case_id = $1`, [other.id, kept]);
    const strange = parseMasterKeys(line('first', 9));
    await expect(
      db.transaction(as('case_officer'), (tx) => readPerson({ tx, masters: strange, at }, other, 'page'))
    ).rejects.toThrow('an encrypted value is not what it was: case_key.wrapped');
  });

  it('is read with new keys after both kinds were changed', async () => {
    const key = caseAt('to_summon');
    const both = parseMasterKeys(line('second', 2) + line('first', 1));
    const only = parseMasterKeys(line('second', 2));
    const task = { kind: 'system', task: 'case_key' } as const;
    await db.transaction(task, async (tx) => {
      expect(await rewrapKeys(tx, both)).toBe(1);
      await addKey({ tx, masters: both, at }, '4204');
    });
    const person = await db.transaction(as('case_officer'), async (tx) => {
      const register = { tx, masters: only, at };
      const read = await readPerson(register, key, 'page');
      if (!read) throw new Error('nobody there');
      await changePerson(register, key, { ...read, mobile: '90000000' });
      return readPerson(register, key, 'page');
    });
    expect(person).toMatchObject({ name: 'Oppdiktet Person 3', mobile: '90000000' });
    const { rows } = await db.owner.query(`select key_edition from case_person where case_id = $1`, [key.id]);
    expect(rows).toEqual([{ key_edition: 2 }]);
    const back = parseMasterKeys(line('first', 1) + line('second', 2));
    await db.transaction(task, (tx) => rewrapKeys(tx, back));
  });
});

describe('steps', () => {
  it('of the same reference begin no second case, and a closed one may begin again', async () => {
    const officer = as('case_officer');
    if (officer.kind !== 'person') throw new Error('not a person');
    const person = await db.transaction(officer, (tx) => readPerson({ tx, masters, at }, caseAt('meeting'), 'step'));
    if (!person) throw new Error('nobody there');
    const referral = {
      ...{ unitNo: '4204', municipalityNo: '4204', receivedOn: '2024-03-05', decidedOn: '2024-02-01' },
      ...({
        probationUntil: null,
        channel: 'manual',
        legalGround: 'conditional_waiver',
        policeDistrict: 'agder'
      } as const),
      person: { ...person, reference: person.reference.toLowerCase().replace(' ', '') }
    };
    const doer = { part: 'case_officer', personId: officer.personId } as const;
    const again = await db.transaction(officer, (tx) => addReferral({ tx, masters, at }, referral, doer));
    expect(again).toEqual({ kind: 'refused', reason: 'reference_not_open' });
  });

  it('are not proposed for a case that somebody else has changed meanwhile', async () => {
    const key = caseAt('purge');
    const archivist = as('archivist');
    const doer = { part: 'archivist', personId: idOf(demonstrationPerson('archivist').email) } as const;
    const proposed = db.transaction(archivist, (tx) => {
      const meanwhile: Tx = {
        async query(sql, params) {
          if (sql.includes('proposed_event = $3')) await tx.query('update case_file set revision = revision + 1');
          return tx.query(sql, params);
        }
      };
      return takeStep(meanwhile, key, { event: 'purge', given: {}, doer }, at);
    });
    await expect(proposed).rejects.toMatchObject({ status: 409, code: 'try-again' });
  });

  it('leave history that nobody changes', async () => {
    const key = caseAt('notice');
    const events = await db.transaction(as('unit_leader'), (tx) => listEvents(tx, key));
    expect(events.map(({ event }) => event).reverse()).toEqual([
      ...['referral_received', 'register', 'summon', 'no_show', 'summon', 'no_show', 'notify_no_show']
    ]);
    for (const change of ['update case_event set at = now()', 'delete from case_event']) {
      await expect(db.transaction(as('unit_leader'), (tx) => tx.query(change))).rejects.toMatchObject({ status: 404 });
    }
  });

  it('remove a case only when an archivist has proposed it and the leader confirms; the count stays', async () => {
    const key = caseAt('purge');
    const step = (role: 'archivist' | 'unit_leader') => {
      const actor = as(role);
      const personId = actor.kind === 'person' ? actor.personId : null;
      return db.transaction(actor, (tx) =>
        takeStep(tx, key, { event: 'purge', given: {}, doer: { part: role, personId } }, at)
      );
    };
    await expect(
      db.transaction({ kind: 'system', task: 'case_dispatch' }, (tx) =>
        tx.query(`select app_purge_case('4204', $1, $2, '2025-01-01')`, [key.id, at])
      )
    ).rejects.toMatchObject({ status: 404 });
    expect(await step('unit_leader')).toEqual({ kind: 'refused', reason: 'not_proposed' });
    expect(await step('archivist')).toEqual({ kind: 'proposed' });
    expect(await step('unit_leader')).toEqual({ kind: 'moved' });
    expect(await db.transaction(as('unit_leader'), (tx) => findCase(tx, key))).toBeNull();
    for (const table of ['case_person', 'case_event', 'case_condition', 'case_notice']) {
      expect((await db.owner.query(`select 1 from ${table} where case_id = $1`, [key.id])).rows).toEqual([]);
    }
    const { rows } = await db.owner.query(
      `select is_under_18, is_met, is_missed, closing_code from case_count where municipality_no = '4204' and received_month >= '2022-12-01'`
    );
    expect(rows).toEqual([{ is_under_18: false, is_met: true, is_missed: false, closing_code: 'fulfilled' }]);
    const tombstones = await db.transaction(as('archivist'), (tx) =>
      tx.query(`select age_band from case_tombstone where case_id = $1`, [key.id])
    );
    expect(tombstones).toEqual([{ age_band: '18_24' }]);
  });
});
