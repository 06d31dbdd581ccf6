import { describe, expect, it } from 'vitest';
import { boundariesBetween } from '#lib/domain/boundary-change.ts';
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

  it('comes back from there, but for the parts of a divided one, which are the one they were', () => {
    const back = municipalitiesAt(geography, after).flatMap(({ number }) => {
      const there = backwards.numberOf(number);
      return there !== null && forwards.numberOf(there) === number ? [] : [number];
    });
    expect(back).toEqual(['1508', '1580']);
  });
});
