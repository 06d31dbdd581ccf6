import type { ReferralHeads } from '#lib/domain/police-referral-table.ts';
import type { ReferredUnit } from '#lib/domain/police-referral.ts';

const heads: ReferralHeads = {
  district: ['politidistrikt', 'distrikt'],
  unit: ['enhet', 'eining', 'hva som er talt', 'kva som er talt'],
  value: ['antall', 'antall henvist', 'tal'],
  from: ['fra', 'frå', 'fra og med', 'frå og med'],
  to: ['til', 'til og med'],
  source: ['kilde', 'kjelde']
};
const units: Record<string, ReferredUnit> = {
  saker: 'cases',
  sak: 'cases',
  personer: 'persons',
  personar: 'persons',
  person: 'persons'
};

/** What the columns and units of a pasted table of referrals may be called, in either form of Norwegian. */
export const referralTableWords = { heads, units };
