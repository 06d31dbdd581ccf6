import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RungName } from '#lib/domain/estimate/ladder.ts';
import type { Actor, Store, Tx } from '#lib/server/db.ts';
import { listEstimates, signEstimate, standingEstimate, withdrawEstimate } from '#lib/server/estimate.ts';
import { readEstimateSource, readLadderBasis } from '#lib/server/estimate-basis.ts';
import { listJudgements, saveJudgements } from '#lib/server/judgement.ts';
import { importReport } from '#lib/server/opening.ts';
import type { PersonUser } from '#lib/server/person.ts';
import { loadReference } from '#lib/server/reference.ts';
import { estimateAgainstLater, releasedEstimates } from '#lib/server/released-estimate.ts';
import { findRound } from '#lib/server/round.ts';
import { openDemonstrationStore } from '../support/demonstration-store.ts';
import { audited, addWith, system } from '../support/people.ts';
import { silentMunicipalities } from '../support/hand-count.ts';

const at = new Date('2026-01-10T12:00:00Z');
const { geography } = loadReference('data');
const indicator = 'cases_received';
const [silent] = silentMunicipalities;
const silentNo = silent?.number ?? '';

let db: Store;
let ragnhild: PersonUser;
let adviser: Actor;
const others: Record<string, Actor> = { 'the public': { kind: 'public' } };
beforeAll(async () => {
  db = await openDemonstrationStore();
  const own = await addWith(db, 'Ragnhild', [{ role: 'adviser', unitType: 'korus_region', unitId: 'sor' }], at);
  adviser = own.actor;
  ragnhild = { kind: 'person', personId: own.actor.personId, name: 'Ragnhild', scope: 'everything', grants: [] };
  const elsewhere = [{ role: 'adviser', unitType: 'korus_region', unitId: 'midt' } as const];
  others['an adviser of another region'] = (await addWith(db, 'Vidar', elsewhere, at)).actor;
  const follows = [{ role: 'governor', unitType: 'county', unitId: '42' } as const];
  others['the county governor'] = (await addWith(db, 'Grete', follows, at)).actor;
  others['the municipality'] = { kind: 'respondent', roundId: 'sor-2024', municipalityNo: silentNo };
});
afterAll(() => db.close());

async function regionSor(tx: Tx) {
  const round = await findRound(tx, 'sor-2024');
  if (!round) throw new Error('no round');
  return round;
}
const judge = (actor: Actor, judgement: { cases: number; reason: string } | null, municipalityNo = silentNo) =>
  db.transaction(actor, (tx) =>
    saveJudgements(tx, { round: { id: 'sor-2024', korusRegion: 'sor' }, indicator }, [{ municipalityNo, judgement }], {
      user: ragnhild,
      at
    })
  );
const judged = (actor: Actor) =>
  db.transaction(actor, (tx) => listJudgements(tx, { round: { id: 'sor-2024', korusRegion: 'sor' }, indicator }));
const sign = (actor: Actor, rung: RungName) =>
  db.transaction(actor, async (tx) => {
    const round = await regionSor(tx);
    const source = await readEstimateSource(tx, round, geography);
    const basis = await readLadderBasis(tx, source, indicator);
    await signEstimate(tx, { round, indicator }, { basis, rung, reason: 'Likner de andre', user: ragnhild, at });
  });
const released = (isHidden: (indicator: string) => boolean = () => false) =>
  db.transaction(system, async (tx) => releasedEstimates(tx, await regionSor(tx), geography, isHidden));
const ofReceived = async (isHidden?: (indicator: string) => boolean) =>
  (await released(isHidden)).find((one) => one.indicator === indicator);

describe('a judgement', () => {
  it('is the region’s advisers’ only, and its newest version counts', async () => {
    await judge(adviser, { cases: 3, reason: 'Ringt i mars' });
    await judge(adviser, { cases: 2, reason: 'Ringt i april' });
    expect(await judged(adviser)).toMatchObject([{ municipalityNo: silentNo, cases: 2, reason: 'Ringt i april' }]);
    for (const [who, actor] of Object.entries(others)) {
      expect(await judged(actor), who).toEqual([]);
      await expect(judge(actor, { cases: 1, reason: 'x' }), who).rejects.toMatchObject({ code: 'not-found' });
    }
    await judge(adviser, null);
    expect(await judged(adviser)).toEqual([]);
    await expect(judge(adviser, { cases: 1, reason: 'x' }, '5001')).rejects.toMatchObject({ code: 'not-found' });
    expect(await audited(db, 'sor')).toContain('estimate_judged');
  });
});

describe('an estimate', () => {
  it('is unsigned until somebody signs it, and then told with its range, its reason and who signed', async () => {
    expect(await ofReceived()).toEqual({
      ...{ indicator, observed: 71 },
      outcome: { kind: 'refused', reasons: ['not_signed'] }
    });
    await sign(adviser, 'model');
    expect(await ofReceived()).toEqual({
      ...{ indicator, observed: 71 },
      outcome: {
        ...{ kind: 'interval', rung: 'model', value: null, low: 71, high: 90 },
        ...{ reason: 'Likner de andre', signedBy: 'Ragnhild' }
      }
    });
    expect(await audited(db, 'sor')).toContain('estimate_signed');
  });

  it('is told by nobody where the counted sum is hidden', async () => {
    expect(await ofReceived(() => true)).toEqual({
      ...{ indicator, observed: null },
      outcome: { kind: 'refused', reasons: ['observed_hidden'] }
    });
  });

  it('is withdrawn by a new version, and nothing is lost', async () => {
    const withdraw = () =>
      db.transaction(adviser, async (tx) =>
        withdrawEstimate(
          tx,
          { round: await regionSor(tx), indicator },
          { user: ragnhild, at, reason: 'Venter på svar' }
        )
      );
    await withdraw();
    await expect(withdraw()).rejects.toMatchObject({ status: 409 });
    const versions = await db.transaction(adviser, async (tx) => listEstimates(tx, await regionSor(tx)));
    expect(versions.map(({ event, version }) => [event, version])).toEqual([
      ['withdrawn', 2],
      ['signed', 1]
    ]);
    expect(standingEstimate(versions, indicator)).toBeNull();
    expect((await ofReceived())?.outcome).toEqual({ kind: 'refused', reasons: ['not_signed'] });
  });

  it('is signed by the region’s advisers only, and changed by nobody', async () => {
    for (const [who, actor] of Object.entries(others)) {
      await expect(sign(actor, 'model'), who).rejects.toMatchObject({ code: 'not-found' });
      const seen = await db.transaction(actor, (tx) => listEstimates(tx, { id: 'sor-2024', korusRegion: 'sor' }));
      expect(seen, who).toEqual([]);
    }
    const change = db.transaction(adviser, (tx) => tx.query(`update estimate set reason = 'x'`));
    await expect(change).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tells the lower bound as no estimate', async () => {
    await sign(adviser, 'lower_bound');
    expect((await ofReceived())?.outcome).toEqual({ kind: 'refused', reasons: ['only_counted'] });
  });

  it('is unsigned again when an answer comes after it, and is held against what came', async () => {
    await sign(adviser, 'model');
    const answers = { cases_received: { status: 'reported', value: 4 } } as const;
    await db.transaction(system, (tx) =>
      importReport(tx, { roundId: 'sor-2024', municipalityNo: silentNo, answers, source: 'Sent svar' }, at)
    );
    expect(await ofReceived()).toMatchObject({ observed: 75, outcome: { reasons: ['data_changed'] } });
    const held = await db.transaction(adviser, async (tx) => estimateAgainstLater(tx, await regionSor(tx), geography));
    expect(held[0]).toMatchObject({
      version: { rung: 'model', figures: { observed: 71, reported: 42, expected: 66 } },
      later: { silent: 24, told: 1, observed: 75, held: 'open' },
      next: null
    });
  });
});
