import { describe, expect, it } from 'vitest';
import { may, type Grant, type User } from '#lib/domain/access.ts';
import { grantToGive, managedUnits, rolesToGive, unitsNamed } from '#lib/domain/administration.ts';
import { roles, unitTypesOf } from '#lib/domain/role.ts';
import { chainOf, country, type Unit } from '#lib/domain/unit.ts';
import { loadReference } from '#lib/server/reference.ts';

const { geography } = loadReference('data');
const day = '2026-11-22';
const holding = (...grants: Grant[]): User => ({
  kind: 'person',
  personId: 'x',
  name: 'A',
  scope: 'everything',
  grants
});
const administrator = holding({ role: 'administrator', unitType: 'korus_region', unitId: 'sor' });
const adviser = holding({ role: 'adviser', unitType: 'korus_region', unitId: 'sor' });
const leader = holding({ role: 'unit_leader', unitType: 'advisory_unit', unitId: '4204' });
const municipality = (unitId: string): Unit => ({ unitType: 'municipality', unitId });

describe('the roles that are given', () => {
  it('are those of the unit that the giver covers', () => {
    expect(rolesToGive(administrator, geography, municipality('4204'))).toEqual(['respondent', 'administrator']);
    expect(rolesToGive(administrator, geography, { unitType: 'county', unitId: '42' })).toEqual([
      'governor',
      'administrator'
    ]);
    expect(rolesToGive(adviser, geography, municipality('4204'))).toEqual(['respondent']);
    expect(rolesToGive(leader, geography, { unitType: 'advisory_unit', unitId: '4204' })).toEqual([
      'case_officer',
      'sampler',
      'archivist'
    ]);
    for (const unit of [municipality('5001'), country, municipality('0000')]) {
      expect(rolesToGive(administrator, geography, unit)).toEqual([]);
    }
    expect(rolesToGive(administrator, geography, { unitType: 'advisory_unit', unitId: '4204' })).toEqual([]);
  });

  it('are read from a form only where they may be given', () => {
    const read = (role: string, unit: string) => grantToGive(administrator, geography, { role, unit });
    expect(read('respondent', '4204')).toEqual({ role: 'respondent', ...municipality('4204') });
    for (const [role, unit] of [
      ['respondent', '5001'],
      ['respondent', '42'],
      ['case_officer', 'unit-4204'],
      ['chief', '4204'],
      ['respondent', 'atlantis']
    ] as const) {
      expect(read(role, unit)).toBeNull();
    }
  });
});

describe('the units of an administrator', () => {
  it('are those of the day, from the outside in and by name', () => {
    const chains = managedUnits(administrator, geography, day).map(chainOf);
    expect(chains.slice(0, 5)).toEqual(['sor', '42', '33', '40', '39']);
    expect(chains).toHaveLength(1 + 4 + 66);
    expect(chains).not.toContain('3800');
  });

  it('are one for a leader, and none for who gives nothing', () => {
    expect(managedUnits(leader, geography, day).map(chainOf)).toEqual(['unit-4204']);
    expect(managedUnits({ kind: 'public' }, geography, day)).toEqual([]);
  });
});

it('only an administrator of the whole country ends everybody’s session', () => {
  const mayEnd = (grant: Grant) => may(holding(grant), { action: 'end_every_session', around: [country] });
  const allowed = roles.flatMap((role) =>
    unitTypesOf[role].filter((unitType) => mayEnd({ role, unitType, unitId: unitType === 'country' ? 'no' : '42' }))
  );
  expect(allowed).toEqual(['country']);
  expect(mayEnd({ role: 'administrator', ...country })).toBe(true);
});

it('units are found by a part of their name', () => {
  expect(unitsNamed(geography, 'kristiansAND').map(chainOf)).toEqual(expect.arrayContaining(['4204', 'unit-4204']));
  expect(unitsNamed(geography, ' agder ').map(chainOf)).toContain('42');
  expect(unitsNamed(geography, ' ')).toEqual([]);
});
