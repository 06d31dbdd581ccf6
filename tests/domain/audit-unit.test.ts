import { expect, it } from 'vitest';
import type { Grant, User } from '#lib/domain/access.ts';
import { auditUnitsOf, findAuditUnits } from '#lib/domain/audit-unit.ts';
import { loadReference } from '#lib/server/reference.ts';

const { geography } = loadReference('data');
const holder = (...grants: Grant[]): User => ({
  ...{ kind: 'person', personId: 'x', name: 'Y', scope: 'everything' },
  grants
});
const chainsOf = (user: User) =>
  auditUnitsOf(user, geography, '2024-06-01').flatMap(({ chain, hasEnded }) => (hasEnded ? [] : [chain]));
const adviser: Grant = { role: 'adviser', unitType: 'korus_region', unitId: 'sor' };
const respondent: Grant = { role: 'respondent', unitType: 'municipality', unitId: '4204' };

it('a respondent reads the audit of the municipality, and not that of its advisory unit', () => {
  expect(chainsOf(holder(respondent))).toEqual(['4204']);
});

it('a municipality’s own administrator reads both', () => {
  const own: Grant = { role: 'administrator', unitType: 'municipality', unitId: '4204' };
  expect(chainsOf(holder(own))).toEqual(['4204', 'unit-4204']);
});

it('a leader of an advisory unit reads its own', () => {
  expect(chainsOf(holder({ role: 'unit_leader', unitType: 'advisory_unit', unitId: '4204' }))).toEqual(['unit-4204']);
});

it('an adviser reads those of the region, the nearest first: the region, 4 counties, 66 municipalities, no unit', () => {
  const chains = chainsOf(holder(adviser));
  expect(chains.slice(0, 5)).toEqual(['sor', '42', '33', '40', '39']);
  expect(chains).toHaveLength(1 + 4 + 66);
  expect(chainsOf(holder(adviser, respondent)).slice(0, 2)).toEqual(['sor', '4204']);
});

it('nobody else reads any', () => {
  expect(chainsOf(holder({ role: 'governor', unitType: 'county', unitId: '42' }))).toEqual([]);
  expect(chainsOf({ kind: 'public' })).toEqual([]);
});

it('a unit is found by a part of its name or by its number, and after those that exist one that has ended', () => {
  const everywhere = holder({ role: 'administrator', unitType: 'country', unitId: 'no' });
  const units = auditUnitsOf(everywhere, geography, '2024-06-01');
  const find = (words: string) => findAuditUnits(units, words).map(({ chain, hasEnded }) => [chain, hasEnded]);
  expect(units[0]?.chain).toBe('system');
  expect(find('KRISTIANSAND')).toEqual([['4204', false]]);
  expect(find('drammen')).toEqual([
    ['3301', false],
    ['3005', true]
  ]);
  expect(find('3005')).toHaveLength(1);
});
