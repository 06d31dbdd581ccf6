import { z } from 'zod';
import type { Geography } from './geography.ts';
import { isOrganisationNumber } from './organisation-number.ts';
import { municipalityNumber, text } from './reference-column.ts';
import { parseReferenceTable } from './reference-table.ts';
import { expectUnique } from './table-expectation.ts';

const file = 'organisation_numbers.csv';

const row = z.object({
  number: municipalityNumber,
  name: text,
  organisation_number: z.string().refine(isOrganisationNumber, 'ikke et organisasjonsnummer')
});

/** The number of the municipality that is each organisation, by organisation number; throws if the file is wrong. */
export function parseOrganisationTable(content: string, { municipalities }: Geography): ReadonlyMap<string, string> {
  const rows = parseReferenceTable(file, content, row);
  expectUnique(
    `${file}, nummer`,
    rows.map(({ number }) => number)
  );
  expectUnique(
    `${file}, organisasjonsnummer`,
    rows.map((one) => one.organisation_number)
  );
  for (const { number, name } of rows) {
    const known = municipalities.some((one) => one.number === number && one.name === name && one.validTo === null);
    if (!known) throw new Error(`${file}: ${number} ${name} er ingen kommune`);
  }
  return new Map(rows.map((one) => [one.organisation_number, one.number]));
}
