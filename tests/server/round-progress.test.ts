import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#lib/server/db.ts';
import { demonstrationPerson } from '#lib/server/demonstration.ts';
import { giveGrant } from '#lib/server/grant.ts';
import { addPerson, findPersonByEmail } from '#lib/server/person.ts';
import { listProgress } from '#lib/server/round-progress.ts';
import { openDemonstrationStore, seededAt } from '../support/demonstration-store.ts';

let db: Store;
let ragnhild: string;
let nils: string;
beforeAll(async () => {
  db = await openDemonstrationStore();
  await db.transaction({ kind: 'system', task: 'test' }, async (tx) => {
    ragnhild = (await findPersonByEmail(tx, demonstrationPerson('adviser').email))!.id;
    nils = (await addPerson(tx, { name: 'Nils', email: 'nils@example.no' }, seededAt)).id;
    await giveGrant(tx, { personId: nils, role: 'adviser', unitType: 'korus_region', unitId: 'nord' }, seededAt);
  });
});
afterAll(() => db.close());

describe('the progress of a round', () => {
  it('is 42 of 66 for the region’s adviser', async () => {
    const progress = await db.transaction({ kind: 'person', personId: ragnhild }, (tx) => listProgress(tx, 'sor-2024'));
    expect(progress).toHaveLength(66);
    expect(progress.filter(({ answered }) => answered !== null)).toHaveLength(42);
    expect(progress.find(({ municipalityNo }) => municipalityNo === '4223')?.answered).toBeNull();
  });

  it('is empty for an adviser of another region', async () => {
    const progress = await db.transaction({ kind: 'person', personId: nils }, (tx) => listProgress(tx, 'sor-2024'));
    expect(progress).toEqual([]);
  });
});
