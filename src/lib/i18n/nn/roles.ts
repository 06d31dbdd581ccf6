import type { Messages } from '#lib/i18n/nb.ts';

export const roles: Messages['roles'] = {
  name: {
    respondent: 'svarer for kommunen',
    adviser: 'rådgjevar i KORUS',
    governor: 'rådgjevar hos statsforvaltaren',
    case_officer: 'saksbehandlar',
    unit_leader: 'leiar for eininga',
    sampler: 'prøvetakar',
    archivist: 'arkivar',
    administrator: 'administrator'
  },
  unit: {
    country: () => 'heile landet',
    korus_region: (unitName) => `${unitName}`,
    county: (unitName) => `${unitName} fylke`,
    municipality: (unitName) => `${unitName} kommune`,
    advisory_unit: (unitName) => `rådgjevande eining i ${unitName}`
  }
};
