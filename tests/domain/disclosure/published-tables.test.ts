import { beforeAll, describe, expect, it } from 'vitest';
import { attackerOf } from '#lib/domain/disclosure/attacker.ts';
import { modelOf } from '#lib/domain/disclosure/model.ts';
import { primaryReason } from '#lib/domain/disclosure/primary-rule.ts';
import { secondaryOf } from '#lib/domain/disclosure/secondary.ts';
import type { Solver } from '#lib/domain/disclosure/solver.ts';
import type { Policy, Table } from '#lib/domain/disclosure/table.ts';
import { rangesOf } from '#lib/domain/disclosure/range.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { crossTable } from '../../support/disclosure-tables.ts';

/**
 * Tables with the patterns that others print for them: the vignette "Small count frequency table suppression" of
 * GaussSuppression (its numbers of tables) and its first test, the vignettes of easySdcTable, tests of sdcTable, and a
 * test of tau-Argus. Only the first step is compared, which is what they do; what we hide beyond it has tests of its own.
 * Sources, versions and licences stand in docs/disclosure-checks.md.
 */
const policy = (most: number, zeros: Policy['zeros'] = 'hidden'): Policy => ({ most, zeros, fewestContributors: 0 });

function hiddenOf(table: Table, terms: Policy, chosen: readonly string[] = []): string[] {
  const model = modelOf(table);
  const small = model.cells.flatMap((cell, index) =>
    primaryReason(model, cell, terms) || cell.keys.some((key) => chosen.includes(key)) ? [index] : []
  );
  const { hidden } = secondaryOf(model, { hidden: new Set(small), open: new Set() }, terms);
  return [...hidden].flatMap((index) => model.cells[index]?.keys ?? []).sort();
}

/** Row, then its hidden columns. */
function keysOf(hidden: Record<string, string>): string[] {
  return Object.entries(hidden)
    .flatMap(([row, columns]) => columns.split(' ').map((column) => `${row},${column}`))
    .sort();
}

const countries = ['Spain', 'Iceland', 'Portugal'];
const unions = { columns: { EU: ['Spain', 'Portugal'], nonEU: ['Iceland'] } };
const year2014 = { columns: countries, rows: { young: [5, 2, 0], old: [6, 3, 4] } };
const year2015 = { columns: countries, rows: { young: [5, 0, 0], old: [6, 3, 4] } };

describe('GaussSuppression', () => {
  it('table 1: one small cell takes three with it', () => {
    expect(hiddenOf(crossTable(year2014), policy(1))).toEqual(
      keysOf({ young: 'Iceland Portugal', old: 'Iceland Portugal' })
    );
  });

  it('table 2: a sum of countries goes with them', () => {
    expect(hiddenOf(crossTable(year2014, unions), policy(2))).toEqual(
      keysOf({ young: 'Iceland Portugal EU nonEU', old: 'Iceland Portugal EU nonEU' })
    );
  });

  it('table 4: with zeros shown', () => {
    expect(hiddenOf(crossTable(year2014, unions), policy(4, 'open'))).toEqual(
      keysOf({ Total: 'Portugal Spain', young: 'Iceland Spain EU nonEU', old: 'Iceland Portugal EU nonEU' })
    );
  });

  it('table 7: two zeros that sum to nothing take a third with them', () => {
    expect(hiddenOf(crossTable(year2015, unions), policy(2))).toEqual(
      keysOf({ young: 'Spain Iceland Portugal EU nonEU', old: 'Spain Iceland Portugal EU nonEU' })
    );
  });
});

/** `z1` of SSBtools, whose eleven regions are `z2w` of easySdcTable. */
const columnsOfRegions = ['annet', 'arbeid', 'soshjelp', 'trygd'];
const regions = {
  ...{ A: [11, 11, 55, 36], B: [7, 1, 29, 18], C: [5, 8, 35, 25], D: [13, 2, 17, 13], E: [9, 14, 63, 52] },
  ...{ F: [12, 9, 24, 22], G: [6, 4, 22, 8], H: [9, 3, 38, 15] }
};

it('the first test of GaussSuppression: cells 12, 13, 22, 23, 42 and 43 of z1', () => {
  const both = 'annet arbeid';
  expect(hiddenOf(crossTable({ columns: columnsOfRegions, rows: regions }), policy(3))).toEqual(
    keysOf({ B: both, D: both, H: both })
  );
});

describe('easySdcTable', () => {
  const columns = ['A', 'B', 'H', 'M', 'W'];
  const cases: [string, number[], number[], Policy['zeros'], Record<string, string>][] = [
    ['data1a', [0, 1, 7, 1, 0], [2, 0, 0, 2, 8], 'open', { r1: 'B H M', r2: 'A M', Total: 'A B H M' }],
    ['data1b', [1, 1, 7, 1, 0], [1, 0, 0, 2, 8], 'open', { r1: 'A B H M', r2: 'A M', Total: 'A B H M' }],
    ['data0a', [5, 0, 7, 0, 9], [5, 9, 9, 5, 8], 'hidden', { r1: 'A B M', r2: 'A B M' }],
    ['data0b', [0, 0, 7, 0, 9], [0, 9, 9, 2, 8], 'hidden', { r1: 'A B M W', r2: 'A B M W', Total: 'A M' }]
  ];
  it.each(cases)('%s, ones and zeros', (_, r1, r2, zeros, hidden) => {
    expect(hiddenOf(crossTable({ columns, rows: { r1, r2 } }), policy(3, zeros))).toEqual(keysOf(hidden));
  });

  it('z2w, eleven regions', () => {
    const rows = { ...regions, I: [3, 0, 9, 2], J: [9, 0, 32, 20], K: [4, 2, 18, 11] };
    const table = crossTable({ columns: columnsOfRegions, rows });
    const both = 'annet arbeid';
    expect(hiddenOf(table, policy(3))).toEqual(
      keysOf({ B: both, D: both, G: 'arbeid trygd', H: both, I: 'annet arbeid trygd', J: both, K: both })
    );
  });
});

describe('tau-Argus', () => {
  it('batch test 1: one unsafe cell of a region takes three with it', () => {
    const rows = { A: [895, 137], B: [753, 973], C: [569, 486], D: [540, 793] };
    const table = crossTable({ columns: ['male', 'female'], rows });
    expect(hiddenOf(table, policy(4), ['A,female'])).toEqual(keysOf({ A: 'male female', C: 'male female' }));
  });
});

describe('sdcTable', () => {
  it('two regions of one and a zero: the third that is left would tell both', () => {
    const table = crossTable({ columns: ['n'], rows: { a: [1], b: [2], c: [1], d: [0] } });
    const hidden = hiddenOf(table, policy(1, 'open'));
    expect(hidden.filter((key) => key.endsWith(',n'))).toEqual(['a,n', 'b,n', 'c,n']);
  });

  let solver: Solver;
  beforeAll(async () => {
    solver = await loadSolver();
  });
  const rows = { w: [30, 47, 64, 89], x: [90, 124, 5, 31], y: [92, 100, 59, 85], z: [800, 991, 651, 685] };
  const table = crossTable({ columns: ['a', 'b', 'c', 'd'], rows });
  const twoInEachLine = keysOf({ w: 'a b c', x: 'a c', y: 'b d', z: 'b d' });

  function rangeOf(key: string, hidden: readonly string[]) {
    const model = modelOf(table);
    const isHidden = new Set(
      model.cells.flatMap(({ keys }, index) => (keys.some((one) => hidden.includes(one)) ? [index] : []))
    );
    const shown = model.cells.flatMap((_, index) => (isHidden.has(index) ? [] : [index]));
    const attacker = attackerOf(model, { hidden: isHidden, independent: shown, exposed: [] }, policy(4));
    return rangesOf(attacker, [model.cells.find(({ keys }) => keys.includes(key))?.columns ?? []], solver)[0];
  }

  it('two hidden cells in every line and column are no protection', () => {
    expect(rangeOf('w,b', twoInEachLine)).toEqual({ least: 47, greatest: 47 });
  });

  it('one more makes it 0 to 78', () => {
    expect(rangeOf('w,b', [...twoInEachLine, 'x,d'])).toEqual({ least: 0, greatest: 78 });
  });

  it('the interval of GaussSuppression, table 9, before more is hidden', () => {
    const sums = crossTable({ columns: countries, rows: { young: [17, 3, 1], old: [17, 10, 11] } });
    const model = modelOf(sums);
    const small = new Set(model.cells.flatMap((cell, index) => (primaryReason(model, cell, policy(3)) ? [index] : [])));
    const pattern = secondaryOf(model, { hidden: small, open: new Set() }, policy(3));
    const columns = ['young,Iceland', 'young,Portugal'].map(
      (key) => model.cells.find(({ keys }) => keys.includes(key))?.columns ?? []
    );
    const range = { least: 0, greatest: 4 };
    expect(rangesOf(attackerOf(model, pattern, policy(3)), columns, solver)).toEqual([range, range]);
  });
});
