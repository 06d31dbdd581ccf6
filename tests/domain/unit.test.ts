import { describe, expect, it } from 'vitest';
import { chainOf, country, everyUnit, unitName, unitOfChain, unitsAround, type UnitType } from '#lib/domain/unit.ts';
import { loadReference } from '#lib/server/reference.ts';

const { geography } = loadReference('data');
const around = (unitType: UnitType, unitId: string) =>
  unitsAround(geography, { unitType, unitId }).map(({ unitType, unitId }) => `${unitType} ${unitId}`);

describe('what a unit lies within', () => {
  it('is itself and all around it, the nearest first', () => {
    expect(around('advisory_unit', '4022')).toEqual([
      'advisory_unit 4022',
      'municipality 4022',
      'county 40',
      'korus_region sor',
      'country no'
    ]);
    expect(around('korus_region', 'midt')).toEqual(['korus_region midt', 'country no']);
  });

  it('leaves out the KORUS region of a county that KORUS divided', () => {
    expect(around('county', '30')).toEqual(['county 30', 'country no']);
    expect(around('county', '42')).toEqual(['county 42', 'korus_region sor', 'country no']);
  });

  it('is nothing for a unit that does not exist', () => {
    for (const unitType of ['country', 'korus_region', 'county', 'municipality', 'advisory_unit'] as const) {
      expect(around(unitType, '9999')).toEqual([]);
      expect(unitName(geography, { unitType, unitId: '9999' })).toBeNull();
    }
  });
});

describe('the audit chain of a unit', () => {
  it('is its own, and leads back to it', () => {
    const units = everyUnit(geography);
    expect(new Set(units.map(chainOf)).size).toBe(units.length);
    for (const unit of units.filter((_, index) => index % 97 === 0)) {
      expect(unitOfChain(geography, chainOf(unit))).toEqual(unit);
    }
    expect(unitOfChain(geography, 'system')).toEqual(country);
    expect(unitOfChain(geography, 'nowhere')).toBeNull();
  });

  it('is one the store takes', () => {
    for (const unit of everyUnit(geography))
      expect(chainOf(unit)).toMatch(/^([0-9]{2}|[0-9]{4}|[a-z][a-z0-9-]{1,30})$/);
  });
});
