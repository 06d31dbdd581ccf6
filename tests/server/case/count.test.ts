import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countCases, countedCase, monthsOf } from '#lib/domain/case/case-count.ts';
import { closingCodes } from '#lib/domain/case/case-file.ts';
import { daysAfter } from '#lib/domain/day.ts';
import { readRegisterCounts } from '#lib/server/case/count.ts';
import { openUnit } from '#lib/server/case/unit.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { demonstrationPeople, demonstrationPerson } from '#lib/server/demonstration.ts';
import { storeCases, type CountedRow } from '../../support/case-rows.ts';
import { openDemonstrationStore, seededAt } from '../../support/demonstration-store.ts';

const unit = { unitNo: '4204', municipalities: ['4204', '4223'] };
const ids = new Map<string, string>();
let db: Store;

const idOf = (email: string): string => ids.get(email) ?? 'nobody';
const kari = (): Actor => ({
  ...({ kind: 'respondent', roundId: 'sor-2024', municipalityNo: '4204', scope: 'everything' } as const),
  personId: idOf(demonstrationPerson('respondent').email)
});
const readAs = (actor: Actor, at = seededAt) => db.transaction(actor, (tx) => readRegisterCounts(tx, at));

const store = (municipalityNo: string, made: readonly CountedRow[]) =>
  storeCases(db, { municipalityNo, archivist: idOf(demonstrationPerson('archivist').email) }, made);

async function clear(): Promise<void> {
  await db.owner.query('delete from case_file');
  await db.owner.query('delete from case_count');
}

const someCase = fc
  .record({
    receivedOn: fc.integer({ min: 0, max: 900 }).map((days) => daysAfter('2022-03-01', days)),
    metAfter: fc.option(fc.integer({ min: 0, max: 200 })),
    closedAfter: fc.option(fc.integer({ min: 0, max: 200 })),
    ageBand: fc.constantFrom(null, '15_17' as const, '18_24' as const),
    missed: fc.nat(2),
    closingCode: fc.constantFrom(...closingCodes)
  })
  .map(({ receivedOn, metAfter, closedAfter, ageBand, missed, closingCode }): CountedRow => {
    const firstMetOn = metAfter === null ? null : daysAfter(receivedOn, metAfter);
    if (closedAfter === null) return { receivedOn, firstMetOn, closedOn: null, ageBand, missed, closingCode: null };
    const closedOn = daysAfter(firstMetOn ?? receivedOn, closedAfter);
    return { receivedOn, firstMetOn, closedOn, ageBand: ageBand ?? '25_over', missed, closingCode };
  });

beforeAll(async () => {
  db = await openDemonstrationStore();
  const { rows } = await db.owner.query<{ id: string; email: string }>('select id, email from person');
  for (const { id, email } of rows) ids.set(email, id);
  await db.transaction({ kind: 'system', task: 'case_demonstration' }, (tx) =>
    openUnit(tx, unit, new Date('2022-06-01T08:00:00Z'))
  );
}, 60_000);
afterAll(() => db.close());

describe('the counts of a register', () => {
  it('follow the definitions, and are the same before and after cases are removed', async () => {
    const { rows } = await db.owner.query<{ periodStart: string; periodEnd: string }>(
      `select period_start::text as "periodStart", period_end::text as "periodEnd" from round where id = 'sor-2024'`
    );
    const months = monthsOf(rows[0] ?? { periodStart: '', periodEnd: '' });
    await fc.assert(
      fc.asyncProperty(fc.array(someCase, { maxLength: 12 }), fc.infiniteStream(fc.boolean()), async (made, chance) => {
        await clear();
        const closed = await store('4204', made);
        const expected = { ...countCases(made.map(countedCase), months), since: '2022-06-01', selfReferrals: null };
        expect(await readAs(kari())).toEqual(expected);
        for (const id of closed.filter(() => chance.next().value)) await purge(id);
        expect(await readAs(kari())).toEqual(expected);
      }),
      { seed: 39, numRuns: 25, endOnFailure: true }
    );
  }, 60_000);

  it('of a joint unit are counted for the municipality they are of', async () => {
    await clear();
    const one: CountedRow = {
      ...({ receivedOn: '2023-02-01', firstMetOn: '2023-02-11', closedOn: null, ageBand: '15_17' } as const),
      ...{ missed: 0, closingCode: null }
    };
    await store('4204', [one]);
    await store('4223', [one, one, one]);
    expect(await readAs(kari())).toMatchObject({ received: 1, handled: 1, under18: 1, medianDays: 10 });
  });

  it.each(demonstrationPeople.map((one) => [one.role, one.email] as const))(
    'are told to the %s only when they answer for the municipality',
    async (role, email) => {
      const personId = idOf(email);
      const counts = await readAs({ ...kari(), personId } as Actor);
      expect(counts === null).toBe(role !== 'respondent');
      expect(await readAs({ kind: 'person', personId, scope: 'everything' })).toBeNull();
    }
  );

  it('are not told to whoever only has a link, nor of another municipality, nor to the public or a task', async () => {
    expect(await readAs({ kind: 'respondent', roundId: 'sor-2024', municipalityNo: '4204' })).toBeNull();
    expect(await readAs({ ...kari(), municipalityNo: '4223' } as Actor)).toBeNull();
    expect(await readAs({ kind: 'public' })).toBeNull();
    expect(await readAs({ kind: 'system', task: 'statistics' })).toBeNull();
  });

  it('leave one row in the unit’s audit for a visit, without a figure', async () => {
    const readings = `select chain, subject, detail, actor_id from audit where action = 'case_counts_read'`;
    const before = (await db.owner.query(readings)).rows.length;
    await readAs(kari(), new Date('2024-04-01T10:00:00Z'));
    await readAs(kari(), new Date('2024-04-01T10:20:00Z'));
    const { rows } = await db.owner.query(readings);
    expect(rows.length - before).toBe(1);
    expect(rows.at(-1)).toEqual({
      ...{ chain: 'unit-4204', subject: 'sor-2024/4204', detail: {} },
      actor_id: idOf(demonstrationPerson('respondent').email)
    });
  });
});

async function purge(id: string): Promise<void> {
  const leader = idOf(demonstrationPerson('unit_leader').email);
  await db.transaction({ kind: 'person', personId: leader, scope: 'everything' }, (tx) =>
    tx.query(`select app_purge_case('4204', $1, now(), '2030-01-01')`, [id])
  );
}
