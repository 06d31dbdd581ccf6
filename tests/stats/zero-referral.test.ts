import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noPlaceFilter } from '#lib/domain/analysis.ts';
import { openTables, type Engine } from '#lib/server/duckdb.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import type { AreaChoice } from '#lib/stats/response.ts';
import { checkedRows } from '#lib/stats/row-shape.ts';
import { referralOf, zeroReferralQuery, zeroReferralShape, type ZeroReferralRow } from '#lib/stats/zero-referral.ts';
import { hostedRegion } from '../support/hosted-region.ts';
import { twoRounds, workbenchRows } from '../support/workbench-rows.ts';

const plain: AreaChoice = { dimension: 'municipality', rounds: ['2024'], filter: noPlaceFilter, group: [] };
let engine: Engine;
beforeAll(async () => {
  engine = await openTables(workbenchTables(twoRounds));
});
afterAll(() => engine.close());
const rowsOf = async (choice: Partial<AreaChoice>): Promise<ZeroReferralRow[]> =>
  checkedRows(await engine.run(zeroReferralQuery({ ...plain, ...choice })), zeroReferralShape);

describe('where nobody was referred, counted by hand', () => {
  it('is one municipality of the three that told, in Agder', async () => {
    const rows = await rowsOf({ dimension: 'police_district' });
    expect(rows).toEqual([
      {
        ...{ roundId: '2024', area: null, value: 8, none: 1, withCases: 2, reported: 3, expected: 6 },
        ...{ population: 63_000, populationNone: 2000 }
      },
      {
        ...{ roundId: '2024', area: 'Agder', value: 5, none: 1, withCases: 1, reported: 2, expected: 3 },
        ...{ population: 7000, populationNone: 2000 }
      },
      {
        ...{ roundId: '2024', area: 'Sør-Øst', value: 3, none: 0, withCases: 1, reported: 1, expected: 3 },
        ...{ population: 56_000, populationNone: 0 }
      }
    ]);
  });

  it('is told apart from silence, municipality by municipality', async () => {
    const rows = await rowsOf({});
    const standing = Object.fromEntries(rows.map((row) => [row.area, referralOf(row)]));
    expect(standing).toEqual({
      ...{ null: 'some', '4201': 'some', '4202': 'none', '4203': 'unknown' },
      ...{ '4001': 'some', '4003': 'unknown', '4005': 'unknown' }
    });
  });

  it('is only so far where somebody is silent', async () => {
    const own = await rowsOf({ dimension: 'own_group', group: ['4202', '4203'] });
    expect(own.map((row) => [row.area, row.value, row.none, row.expected, referralOf(row)])).toEqual([
      [null, 8, 1, 6, 'some'],
      ['group', 0, 1, 2, 'none_so_far'],
      ['others', 8, 0, 4, 'some']
    ]);
  });
});

it('is not told of an area whose cases may stand with a host elsewhere, and is of one whose host had none', async () => {
  const hosted = await openTables(workbenchTables(workbenchRows({ '2024': hostedRegion })));
  const rowsBy = async (dimension: AreaChoice['dimension']) => {
    const rows = await hosted.run(zeroReferralQuery({ ...plain, dimension }));
    return checkedRows(rows, zeroReferralShape).map((row) => [row.area, row.none, referralOf(row)]);
  };
  expect(await rowsBy('municipality')).toEqual([
    ...[[null, 2, 'some']],
    ...[
      ['4001', 0, 'some'],
      ['4003', 0, 'unknown'],
      ['4005', 0, 'unknown']
    ],
    ...[
      ['4201', 0, 'in_host'],
      ['4202', 1, 'none'],
      ['4203', 1, 'none']
    ]
  ]);
  expect(await rowsBy('county')).toEqual([
    [null, 2, 'some'],
    ['40', 0, 'some'],
    ['42', 2, 'in_host']
  ]);
  hosted.close();
});

it('the statement is understood without running it, and changes only on purpose', async () => {
  const { sql, params } = zeroReferralQuery(plain);
  expect(await engine.run({ sql: `explain ${sql}`, params })).toHaveLength(1);
  expect(sql).toMatchSnapshot();
});
