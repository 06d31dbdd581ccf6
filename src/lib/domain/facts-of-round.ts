import type { PublishedFact } from './published-fact.ts';

/** What a round covers, to find the published figures that speak of the same. */
export type Coverage = {
  periodEnd: string;
  regionName: string;
  countyNumbers: string[];
  municipalityNumbers: string[];
};

/** The published figures about a round: same place, and a period that ends in the same month. */
export function factsOfRound(facts: readonly PublishedFact[], coverage: Coverage): PublishedFact[] {
  const month = coverage.periodEnd.slice(0, 7);
  return facts.filter((fact) => fact.periodEnd?.slice(0, 7) === month && isWithin(fact, coverage));
}

/** Where our own figure for a published metric stands; null when we do not measure it. */
export function placeOfMetric(metric: string): { indicator: string; category: string | null; part: Part } | null {
  return metrics[metric] ?? null;
}

type Part = 'value' | 'expected' | 'reported';
const metrics: Record<string, { indicator: string; category: string | null; part: Part }> = {
  municipalities_in_region: { indicator: 'answer_status', category: null, part: 'expected' },
  municipalities_answered: { indicator: 'answer_status', category: null, part: 'reported' },
  municipalities_not_answered: { indicator: 'answer_status', category: 'missing', part: 'value' },
  cases_received: { indicator: 'cases_received', category: null, part: 'value' },
  cases_handled: { indicator: 'cases_handled', category: null, part: 'value' },
  cases_handled_lede: { indicator: 'cases_handled', category: null, part: 'value' },
  cases_under_18: { indicator: 'cases_under_18', category: null, part: 'value' },
  web_info_yes: { indicator: 'web_info', category: 'yes', part: 'value' },
  web_info_planned: { indicator: 'web_info', category: 'planned', part: 'value' },
  web_info_no: { indicator: 'web_info', category: 'no', part: 'value' },
  organised_under_psykisk_helse_og_rus: {
    indicator: 'organised_under',
    category: 'mental_health_and_substance_use',
    part: 'value'
  }
};

/** The number in "Trondheim (5001)" or "Trøndelag (50)"; null for a place without one. */
export function placeNumber(fact: Pick<PublishedFact, 'geography'>): string | null {
  return /\((\d+)\)$/.exec(fact.geography)?.[1] ?? null;
}

function isWithin(fact: PublishedFact, { regionName, countyNumbers, municipalityNumbers }: Coverage): boolean {
  const number = placeNumber(fact) ?? '';
  switch (fact.geographyType) {
    case 'korus_region':
      return fact.geography === regionName;
    case 'county':
      return countyNumbers.includes(number);
    case 'municipality':
      return municipalityNumbers.includes(number);
    case 'country':
    case 'police_district':
      return false;
  }
}
