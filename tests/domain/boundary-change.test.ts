import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundariesBetween, mapBoundaries } from '#lib/domain/boundary-change.ts';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import { loadReference } from '#lib/server/reference.ts';

const { geography } = loadReference('data');
const before = '2023-06-01';
const after = '2024-03-31';
const forwards = boundariesBetween(geography.changes, { from: before, to: after });
const backwards = boundariesBetween(geography.changes, { from: after, to: before });

describe('a municipality on the boundaries of another day', () => {
  it('has its new number after 2024 and its old one before', () => {
    expect(forwards.numberOf('3005')).toBe('3301');
    expect(backwards.numberOf('3301')).toBe('3005');
    expect(forwards.numberOf('0301')).toBe('0301');
  });

  it('has the same number on the same side of the change', () => {
    const still = boundariesBetween(geography.changes, { from: '2022-07-01', to: '2023-12-31' });
    expect([still.numberOf('3005'), still.numberOf('1507'), still.breaks]).toEqual(['3005', '1507', []]);
    const since = boundariesBetween(geography.changes, { from: '2024-01-01', to: '2026-01-01' });
    expect([since.numberOf('3301'), since.numberOf('1580'), since.breaks]).toEqual(['3301', '1580', []]);
  });

  it('is changed on the day of the change itself', () => {
    const overnight = boundariesBetween(geography.changes, { from: '2023-12-31', to: '2024-01-01' });
    expect(overnight.numberOf('3005')).toBe('3301');
  });

  it('is none when it was divided: Ålesund is a break', () => {
    expect(forwards.numberOf('1507')).toBeNull();
    expect(forwards.breaks).toEqual([{ date: '2024-01-01', one: '1507', several: ['1508', '1580'] }]);
  });

  it('is the old one for both parts backwards, and the break is still told', () => {
    expect([backwards.numberOf('1508'), backwards.numberOf('1580')]).toEqual(['1507', '1507']);
    expect(backwards.breaks).toEqual(forwards.breaks);
  });

  it('that did not exist on the day is refused', () => {
    expect(() => forwards.numberOf('3301')).toThrow('no municipality 3301 on 2023-06-01');
    expect(() => backwards.numberOf('1507')).toThrow('no municipality 1507 on 2024-03-31');
  });

  it('is one that exists there, for every municipality of the day', () => {
    const there = new Set(municipalitiesAt(geography, after).map(({ number }) => number));
    const found = municipalitiesAt(geography, before).map(({ number }) => forwards.numberOf(number));
    expect(found.filter((number) => number !== null && !there.has(number))).toEqual([]);
    expect(found.filter((number) => number === null)).toHaveLength(1);
    expect(new Set(found.filter((number) => number !== null)).size).toBe(355);
  });
});

describe('figures on the boundaries of another day', () => {
  const numbersAt = (date: string) => municipalitiesAt(geography, date).map(({ number }) => number);
  const rowsOf = (date: string) =>
    fc
      .subarray(numbersAt(date))
      .chain((numbers) =>
        fc
          .array(fc.nat(50), { minLength: numbers.length, maxLength: numbers.length })
          .map((values) => numbers.map((municipalityNo, index) => ({ municipalityNo, value: values[index] ?? 0 })))
      );
  const sum = (rows: readonly { value: number }[]) => rows.reduce((total, { value }) => total + value, 0);

  it('keep their sum, less what is broken', () => {
    fc.assert(
      fc.property(rowsOf(before), (rows) => {
        const mapped = mapBoundaries(rows, forwards);
        expect(sum(mapped.rows) + sum(mapped.broken)).toBe(sum(rows));
        expect(mapped.broken.every(({ municipalityNo }) => municipalityNo === '1507')).toBe(true);
      }),
      { numRuns: 30 }
    );
  });

  it('keep their whole sum backwards', () => {
    fc.assert(
      fc.property(rowsOf(after), (rows) => {
        const mapped = mapBoundaries(rows, backwards);
        expect([sum(mapped.rows), mapped.broken]).toEqual([sum(rows), []]);
      }),
      { numRuns: 30 }
    );
  });

  it('come back unchanged from there and back, but for the divided', () => {
    const rows = numbersAt(after).map((municipalityNo, index) => ({ municipalityNo, value: index }));
    const there = mapBoundaries(rows, backwards);
    const { rows: back, broken } = mapBoundaries(there.rows, forwards);
    const divided = ['1508', '1580'];
    expect(back).toEqual(rows.filter(({ municipalityNo }) => !divided.includes(municipalityNo)));
    expect(sum(broken)).toBe(sum(rows.filter(({ municipalityNo }) => divided.includes(municipalityNo))));
  });
});
