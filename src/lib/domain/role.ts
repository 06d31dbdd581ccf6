import type { UnitType } from './unit.ts';

export const roles = [
  'respondent',
  'adviser',
  'governor',
  'case_officer',
  'unit_leader',
  'sampler',
  'archivist',
  'administrator'
] as const;
export type Role = (typeof roles)[number];

/** The kinds of unit that each role can be given for. */
export const unitTypesOf: Record<Role, readonly UnitType[]> = {
  respondent: ['municipality'],
  adviser: ['korus_region'],
  governor: ['county'],
  case_officer: ['advisory_unit'],
  unit_leader: ['advisory_unit'],
  sampler: ['advisory_unit'],
  archivist: ['advisory_unit'],
  administrator: ['country', 'korus_region', 'county', 'municipality']
};
