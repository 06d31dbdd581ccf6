import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#lib/domain/role.ts';
import { readRegisterCounts } from '#lib/server/case/count.ts';
import { changeTally, listTallies } from '#lib/server/case/self-referral.ts';
import { openUnit } from '#lib/server/case/unit.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { demonstrationPeople, demonstrationPerson } from '#lib/server/demonstration.ts';
import { openDemonstrationStore, seededAt } from '../../support/demonstration-store.ts';

const ids = new Map<string, string>();
let db: Store;
const as = (role: Role): Actor => ({
  ...({ kind: 'person', scope: 'everything' } as const),
  personId: ids.get(demonstrationPerson(role).email) ?? ''
});
const one = { unitNo: '4204', municipalityNo: '4204', month: '2023-05-01', source: 'school' } as const;
const count = (role: Role, by: 1 | -1, change = {}) =>
  db.transaction(as(role), (tx) => changeTally(tx, { ...one, by, ...change }, seededAt));
const seenBy = (actor: Actor) => db.transaction(actor, (tx) => listTallies(tx, '4204'));

beforeAll(async () => {
  db = await openDemonstrationStore();
  const { rows } = await db.owner.query<{ id: string; email: string }>('select id, email from person');
  for (const { id, email } of rows) ids.set(email, id);
  await db.transaction({ kind: 'system', task: 'case_demonstration' }, (tx) =>
    openUnit(tx, { unitNo: '4204' }, new Date('2022-06-01T08:00:00Z'))
  );
}, 60_000);
afterAll(() => db.close());

describe('the tally of self-referrals', () => {
  it('goes up and down by one, never below none, and each change stands in the unit’s audit', async () => {
    expect(await count('case_officer', -1)).toBe(false);
    expect(await count('case_officer', 1)).toBe(true);
    expect(await count('unit_leader', 1)).toBe(true);
    expect(await count('case_officer', -1)).toBe(true);
    expect(await seenBy(as('case_officer'))).toEqual([{ month: '2023-05-01', source: 'school', count: 1 }]);
    const { rows } = await db.owner.query(
      `select chain, subject, detail from audit where action = 'self_referral_counted' order by sequence`
    );
    expect(rows).toHaveLength(3);
    expect(rows[2]).toEqual({
      ...{ chain: 'unit-4204', subject: '4204', detail: { month: '2023-05', source: 'school', by: -1 } }
    });
  });

  it.each(demonstrationPeople.map(({ role }) => role))('is seen by the %s only when they count it', async (role) => {
    const mayCount = role === 'case_officer' || role === 'unit_leader';
    expect((await seenBy(as(role))).length > 0).toBe(mayCount);
    if (!mayCount) await expect(count(role, 1)).rejects.toMatchObject({ status: 404 });
  });

  it('cannot be counted for a municipality that the unit does not serve', async () => {
    await expect(count('case_officer', 1, { municipalityNo: '5001' })).rejects.toMatchObject({ status: 404 });
  });

  it('is told to the respondent of the municipality as a sum of the round’s period, apart from the cases', async () => {
    await count('case_officer', 1, { month: '2024-06-01' });
    const respondent: Actor = {
      ...({ kind: 'respondent', roundId: 'sor-2024', municipalityNo: '4204', scope: 'everything' } as const),
      personId: ids.get(demonstrationPerson('respondent').email) ?? ''
    };
    const counts = await db.transaction(respondent, (tx) => readRegisterCounts(tx, seededAt));
    expect(counts).toMatchObject({ received: 0, selfReferrals: 1 });
    expect(await seenBy(respondent)).toEqual([]);
  });
});
