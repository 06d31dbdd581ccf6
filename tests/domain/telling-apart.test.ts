import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellApart } from '#lib/domain/telling-apart.ts';
import { surveyRows } from '../support/hand-count.ts';
import { poissonDraw, seededChance } from '../support/random.ts';

const alike = { rate: 1, alpha: null };
const area = (municipalityNo: string, count: number, population = 20_000) => ({ municipalityNo, count, population });

describe('municipalities', () => {
  it('that are all inside their limits cannot be told apart', () => {
    const told = tellApart([area('4201', 0), area('4202', 4), area('4203', 0, 2000)], alike);
    expect(told).toMatchObject({ verdict: 'too_few', outside: [], areas: 3 });
    expect(told.byChance).toBeGreaterThan(0);
  });

  it('of which a few are outside are no more unlike than chance makes them', () => {
    const many = Array.from({ length: 40 }, (_, index) => area(String(4000 + index), 2));
    const told = tellApart([...many, area('4301', 5)], alike);
    expect(told.verdict).toBe('chance');
    expect(told.outside).toEqual([{ municipalityNo: '4301', side: 'above', isFar: false }]);
  });

  it('of which one is far outside can be told apart', () => {
    const told = tellApart([area('4201', 2), area('4202', 9)], alike);
    expect(told).toMatchObject({ verdict: 'apart', outside: [{ municipalityNo: '4202', side: 'above', isFar: true }] });
  });

  it.each([
    [2, 10, 'chance'],
    [3, 10, 'apart'],
    [3, 20, 'chance'],
    [4, 20, 'apart'],
    [6, 60, 'chance'],
    [7, 60, 'apart']
  ])(
    'of which %i of %i are outside, none far, are told apart when that is rarer than 1 in 20',
    (number, all, verdict) => {
      const areas = Array.from({ length: all }, (_, index) => area(String(4000 + index), index < number ? 5 : 2));
      const told = tellApart(areas, alike);
      expect(told.outside.map(({ isFar }) => isFar)).toEqual(Array.from({ length: number }, () => false));
      expect(told.verdict).toBe(verdict);
      expect(told.byChance).toBeCloseTo(all * 0.052653, 5);
    }
  );

  it('with too few cases for their size are below', () => {
    expect(tellApart([area('0301', 3, 100_000)], alike).outside).toEqual([
      { municipalityNo: '0301', side: 'below', isFar: false }
    ]);
  });

  it('stand in the order they were given, whatever their rates', () => {
    const told = tellApart([area('4203', 8), area('4201', 30), area('4202', 9)], alike);
    expect(told.outside.map(({ municipalityNo }) => municipalityNo)).toEqual(['4203', '4201', '4202']);
  });

  it('that vary by more than chance are held against a wider funnel', () => {
    expect(tellApart([area('4201', 5)], alike).outside).toHaveLength(1);
    expect(tellApart([area('4201', 5)], { rate: 1, alpha: 2 }).outside).toEqual([]);
  });

  it('without inhabitants are not held against anything', () => {
    expect(tellApart([area('4201', 0, 0)], alike)).toEqual({ verdict: 'too_few', outside: [], byChance: 0, areas: 0 });
  });
});

it('the made-up answers of Region Sør tell no more than chance: 4 of 42 outside, where 2.8 would be', () => {
  const areas = surveyRows
    .filter((row) => row.response_status === 'svart')
    .map((row) => area(row.number ?? '', Number(row.cases_received), Number(row.population_2024)));
  const told = tellApart(areas, { rate: (71 / 929_303) * 10_000, alpha: null });
  expect([told.verdict, told.outside.length, told.areas]).toEqual(['chance', 4, 42]);
  expect(told.byChance).toBeCloseTo(2.81, 2);
});

it('as many are outside by chance as is said', () => {
  const chance = seededChance(11);
  const sizes = Array.from({ length: 30 }, () => 3000 + chance.below(60_000));
  const rounds = 400;
  let outside = 0;
  let expected = 0;
  for (let round = 0; round < rounds; round += 1) {
    const drawn = sizes.map((size, index) =>
      area(String(4000 + index), poissonDraw(size / 10_000, chance.below), size)
    );
    const told = tellApart(drawn, alike);
    outside += told.outside.length;
    expected = told.byChance;
  }
  expect(Math.abs(outside / rounds - expected)).toBeLessThan(0.25);
});

it('a verdict follows from the numbers outside', () => {
  const areas = fc.array(fc.tuple(fc.nat(12), fc.integer({ min: 500, max: 90_000 })), { maxLength: 25 });
  fc.assert(
    fc.property(areas, (some) => {
      const told = tellApart(
        some.map(([count, population], index) => area(String(4000 + index), count, population)),
        alike
      );
      expect(told.verdict === 'too_few').toBe(told.outside.length === 0);
      if (told.outside.some(({ isFar }) => isFar)) expect(told.verdict).toBe('apart');
      expect(told.byChance).toBeLessThan(told.areas + 1e-9);
    })
  );
});
