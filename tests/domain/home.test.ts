import { expect, it } from 'vitest';
import type { Grant, User } from '#lib/domain/access.ts';
import { homePath } from '#lib/domain/home.ts';

const having = (grants: Grant[]): User => ({ kind: 'person', personId: 'p', name: 'P', scope: 'everything', grants });

it.each<[string, Grant[], string]>([
  ['an adviser', [{ role: 'adviser', unitType: 'korus_region', unitId: 'sor' }], '/kartlegging'],
  ['a county governor’s adviser', [{ role: 'governor', unitType: 'county', unitId: '42' }], '/oppfolging'],
  ['a respondent', [{ role: 'respondent', unitType: 'municipality', unitId: '4204' }], '/svar'],
  ['an administrator', [{ role: 'administrator', unitType: 'country', unitId: 'no' }], '/admin'],
  ['a case officer', [{ role: 'case_officer', unitType: 'advisory_unit', unitId: '4204' }], '/saker'],
  ['someone without a role, who is told whom to ask', [], '/profil/tilgang']
])('%s begins at their page', (_, grants, path) => {
  expect(homePath(having(grants))).toBe(path);
});
