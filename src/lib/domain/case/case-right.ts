import type { Role } from '#lib/domain/role.ts';
import type { CasePart } from './case-file.ts';

/** The roles that are a part in cases. */
export const caseRoles = ['case_officer', 'unit_leader', 'sampler', 'archivist'] as const satisfies readonly (Role &
  CasePart)[];
export type CaseRole = (typeof caseRoles)[number];

/** What can be done in the cases of a unit. */
export type CaseDeed =
  | 'work_with_cases'
  | 'add_case'
  | 'change_case_person'
  | 'export_case'
  | 'read_removals'
  | 'change_case_area'
  | 'decide_case_setting'
  | 'count_self_referral';

/** The parts that each deed is open to; asked through `may`. */
export const openedInUnit: Record<CaseDeed, readonly CaseRole[]> = {
  work_with_cases: caseRoles,
  add_case: ['case_officer'],
  change_case_person: ['case_officer'],
  export_case: ['archivist'],
  read_removals: ['unit_leader', 'archivist'],
  change_case_area: ['unit_leader'],
  decide_case_setting: ['unit_leader'],
  count_self_referral: ['case_officer', 'unit_leader']
};
