import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isSettled, conditionsOf, roundPhase, roundPhases, type RoundPhase } from '#lib/domain/round.ts';
import type { Actor, Store } from '#lib/server/db.ts';
import { addAdviser, day, openRounds, round } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const hour = 3_600_000;
const town = '4223';

let db: Store;
let adviser: Actor;
beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  adviser = await addAdviser(db, 'Ragnhild', 'sor');
});
beforeEach(async () => {
  await db.owner.query(
    `update assignment set status = 'expected', declined_reason = null, extended_until = null, extension_reason = null,
      cover_ruling = null, cover_ruling_host = null, cover_ruled_by = null, cover_ruled_at = null`
  );
});
afterAll(() => db.close());

/** Moves the round's moments, as its owner, so that it is in a phase now. */
async function put(phase: RoundPhase): Promise<void> {
  const shift = { preparing: 1, before: 1, open: -1, closed: -2, frozen: -4 }[phase] * hour - hour / 2;
  const [opens, deadline, closes, freezes] = [0, 1, 2, 3].map((offset) => new Date(Date.now() + shift + offset * hour));
  await db.owner.query('alter table round disable trigger user');
  await db.owner.query(
    `update round
    set opened_at = $1, opens_at = $2, deadline_at = $3, closes_at = $4, freezes_at = $5, addon = '[]'
    where id = $6`,
    [phase === 'preparing' ? null : day('2024-01-01'), opens, deadline, closes, freezes, round.id]
  );
  await db.owner.query('alter table round enable trigger user');
}

/** What the application's role may do with its own statement, without the store modules. */
async function does(sql: string): Promise<boolean> {
  try {
    return (await db.transaction(adviser, (tx) => tx.query(`${sql} returning 1`))).length > 0;
  } catch {
    return false;
  }
}
const ofTown = `where round_id = '${round.id}' and municipality_no = '${town}'`;
const statements = {
  move_dates: `update round set freezes_at = freezes_at + interval '1 day' where id = '${round.id}'`,
  open: `update round set opened_at = now() where id = '${round.id}' and opened_at is null`,
  set_declined: `update assignment set status = 'declined', declined_reason = 'nei' ${ofTown}`,
  extend: `update assignment set extended_until = now() + interval '1 day', extension_reason = 'ferie' ${ofTown}`,
  rule_coverage: `update assignment set cover_ruling = 'own', cover_ruled_by = app_person(), cover_ruled_at = now()
    ${ofTown}`,
  change_list: `delete from assignment
    where round_id = '${round.id}' and municipality_no = (select max(municipality_no) from assignment)`
} as const;

describe('the application’s role with SQL of its own', () => {
  const cases = roundPhases.flatMap((phase) =>
    (Object.keys(statements) as (keyof typeof statements)[]).map((event) => [phase, event] as const)
  );

  it.each(cases)('in a round that is %s, %s is as the table of states says', async (phase, event) => {
    await put(phase);
    expect(await does(statements[event])).toBe(conditionsOf(phase, event) !== null);
  });

  it('moves no opening that has come, and nothing into the past', async () => {
    await put('open');
    const set = (change: string) => does(`update round set ${change} where id = '${round.id}'`);
    expect(await set(`opens_at = opens_at - interval '1 minute'`)).toBe(false);
    expect(await set(`closes_at = now() - interval '1 minute'`)).toBe(false);
    expect(await set(`deadline_at = opens_at + interval '1 minute'`)).toBe(true);
    await put('before');
    expect(await set(`opens_at = opens_at + interval '1 minute'`)).toBe(true);
  });

  it('renames no frozen round, and asks nothing more in an opened one', async () => {
    await put('frozen');
    expect(await does(`update round set name = 'Ny' where id = '${round.id}'`)).toBe(false);
    await put('open');
    expect(await does(`update round set addon = '[{}]' where id = '${round.id}'`)).toBe(false);
    expect(
      await does(
        `insert into assignment (municipality_no, round_id, korus_region, link_hash) values ('4299', '${round.id}', 'sor', 'x')`
      )
    ).toBe(false);
  });
});

it('the store and the domain name the same phase at any moment, and whether the answers stand', async () => {
  const offset = fc.integer({ min: 0, max: 5 });
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(offset, { minLength: 3, maxLength: 3 }),
      offset,
      async (isOpened, ends, now) => {
        const [opensAt, closesAt, freezesAt] = ends.toSorted().map((end) => new Date(hour * end)) as [Date, Date, Date];
        const dates = { openedAt: isOpened ? new Date(0) : null, opensAt, closesAt, freezesAt };
        const dataKind = ends.includes(2) ? 'published' : 'reported';
        const { rows } = await db.owner.query<{ phase: string; isSettled: boolean }>(
          `select round_phase(one, $2) as phase, round_is_settled(one, $2) as "isSettled"
          from jsonb_populate_record(null::round, $1) as one`,
          [
            JSON.stringify({
              opened_at: dates.openedAt,
              opens_at: opensAt,
              closes_at: closesAt,
              freezes_at: freezesAt,
              data_kind: dataKind
            }),
            new Date(hour * now)
          ]
        );
        const at = new Date(hour * now);
        expect(rows[0]).toEqual({ phase: roundPhase(dates, at), isSettled: isSettled({ ...dates, dataKind }, at) });
      }
    ),
    { numRuns: 60, seed: 1 }
  );
});
