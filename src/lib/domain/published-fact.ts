import { z } from 'zod';
import { maybeText, maybeWholeNumber, text } from './reference-column.ts';
import { parseReferenceTable } from './reference-table.ts';

const geographyTypes = ['country', 'korus_region', 'police_district', 'county', 'municipality'] as const;
const certainties = ['exact', 'range', 'estimate', 'claim', 'qualitative', 'rule'] as const;

const factRow = z
  .object({
    id: z.string().regex(/^[A-Z]\d{2}$/, 'ikke en bokstav og to sifre'),
    metric: text,
    value_low: maybeWholeNumber,
    value_high: maybeWholeNumber,
    unit: text,
    geography_type: z.enum(geographyTypes, { error: 'ukjent geografi' }),
    geography: text,
    period_start: maybeText,
    period_end: maybeText,
    certainty: z.enum(certainties, { error: 'ukjent grad av sikkerhet' }),
    quote: text,
    source: text,
    note: maybeText
  })
  .refine((row) => (row.value_low === null) === (row.value_high === null), {
    path: ['value_high'],
    error: 'bare den ene grensen er oppgitt'
  })
  .refine((row) => (row.value_low ?? 0) <= (row.value_high ?? 0), {
    path: ['value_high'],
    error: 'mindre enn value_low'
  });

export type PublishedFact = {
  id: string;
  metric: string;
  low: number | null;
  high: number | null;
  unit: string;
  geographyType: (typeof geographyTypes)[number];
  geography: string;
  periodStart: string | null;
  periodEnd: string | null;
  certainty: (typeof certainties)[number];
  quote: string;
  source: string;
  note: string | null;
};

/** Published figures with their literal quotes; low and high differ where a range or two years were published, null without a number. */
export function parsePublishedFacts(csv: string): PublishedFact[] {
  const facts = parseReferenceTable('facts.csv', csv, factRow).map(publishedFact);
  facts.forEach((fact, index) => {
    if (facts.findIndex(({ id }) => id === fact.id) !== index) throw new Error(`facts.csv: ${fact.id} står to ganger`);
  });
  return facts;
}

function publishedFact(row: z.output<typeof factRow>): PublishedFact {
  return {
    id: row.id,
    metric: row.metric,
    low: row.value_low,
    high: row.value_high,
    unit: row.unit,
    geographyType: row.geography_type,
    geography: row.geography,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    certainty: row.certainty,
    quote: row.quote,
    source: row.source,
    note: row.note
  };
}
