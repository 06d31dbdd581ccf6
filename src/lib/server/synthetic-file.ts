import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Answer, Answers } from '#lib/domain/answer.ts';
import { parseReferenceTable } from '#lib/domain/reference-table.ts';

const file = 'region_sor_2024.csv';

/** The made-up answers of Region Sør 2024, one for each municipality that answered. Throws when a row is not as agreed. */
export function readSyntheticAnswers(directory: string): { municipalityNo: string; answers: Answers }[] {
  return parseReferenceTable(file, readFileSync(join(directory, file), 'utf8'), syntheticRow)
    .filter(({ response_status: status }) => status === 'svart')
    .map((row) => ({ municipalityNo: row.number, answers: answersOf(row) }));
}

const organisedUnder = {
  psykisk_helse_og_rus: 'mental_health_and_substance_use',
  helse_og_omsorg: 'health_and_care',
  annet: 'other'
} as const;
const responsibility = {
  ruskonsulent: 'substance_use_consultant',
  rusfaglig_forum: 'professional_forum',
  tverrfaglig_team: 'interdisciplinary_team',
  annet: 'other'
} as const;
const webInfo = { ja: 'yes', planlagt: 'planned', nei: 'no' } as const;

const count = z.union([z.literal(''), z.string().regex(/^\d+$/)]);
const choice = <Keys extends Record<string, string>>(keys: Keys) => z.enum(['', ...Object.keys(keys)] as const);
const syntheticRow = z.object({
  data_kind: z.literal('SYNTHETIC'),
  number: z.string().regex(/^\d{4}$/),
  name: z.string(),
  county: z.string(),
  population_2024: count,
  response_status: z.enum(['svart', 'ikke_svart', 'ikke_oppgitt']),
  cases_received: count,
  cases_handled: count,
  cases_under_18: count,
  web_info: choice(webInfo),
  organised_under: choice(organisedUnder),
  responsibility: choice(responsibility),
  latent_cases_received: count
});

function answersOf(row: z.infer<typeof syntheticRow>): Answers {
  const isNone = row.cases_received === '0';
  const cases = (value: string): Answer => (isNone ? { status: 'confirmed_none', value: 0 } : reported(Number(value)));
  return {
    cases_received: cases(row.cases_received),
    cases_handled: cases(row.cases_handled),
    cases_under_18: cases(row.cases_under_18),
    organised_under: reported(organisedUnder[row.organised_under as keyof typeof organisedUnder]),
    responsibility: reported(responsibility[row.responsibility as keyof typeof responsibility]),
    web_info: reported(webInfo[row.web_info as keyof typeof webInfo])
  };
}

function reported(value: number | string): Answer {
  return { status: 'reported', value };
}
