import type { Role } from '#lib/domain/role.ts';
import type { UnitType } from '#lib/domain/unit.ts';

const name: Record<Role, string> = {
  respondent: 'svarer for kommunen',
  adviser: 'rådgiver i KORUS',
  governor: 'rådgiver hos statsforvalteren',
  case_officer: 'saksbehandler',
  unit_leader: 'leder for enheten',
  sampler: 'prøvetaker',
  archivist: 'arkivar',
  administrator: 'administrator'
};
const unit: Record<UnitType, (unitName: string) => string> = {
  country: () => 'hele landet',
  korus_region: (unitName) => `${unitName}`,
  county: (unitName) => `${unitName} fylke`,
  municipality: (unitName) => `${unitName} kommune`,
  advisory_unit: (unitName) => `rådgivende enhet i ${unitName}`
};

export const roles = { name, unit };
