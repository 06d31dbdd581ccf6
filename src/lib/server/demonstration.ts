import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Grant, Role } from '#lib/domain/access.ts';
import type { Answer, Answers } from '#lib/domain/answer.ts';
import type { PublishedFact } from '#lib/domain/published-fact.ts';
import { parseReferenceTable } from '#lib/domain/reference-table.ts';
import type { Geography } from '#lib/domain/geography.ts';
import type { Round } from '#lib/domain/round.ts';
import type { Actor, Db, Tx } from './db.ts';
import { importReport, openRound } from './opening.ts';
import { giveGrant } from './grant.ts';
import { addPerson } from './person.ts';
import { listRounds } from './round.ts';

const seeder: Actor = { kind: 'system', task: 'demonstration' };
const dayMs = 86_400_000;

type Seed = {
  db: Db;
  geography: Geography;
  facts: readonly PublishedFact[];
  secret: string;
  at: Date;
  directory: string;
};

/** The people of the demonstration, one a role. */
export const demonstrationPeople: readonly (Grant & { name: string; email: string })[] = [
  {
    ...{ role: 'adviser', unitType: 'korus_region', unitId: 'sor' },
    ...{ name: 'Ragnhild Rådgiver', email: 'ragnhild@korus-sor.example' }
  },
  {
    ...{ role: 'governor', unitType: 'county', unitId: '42' },
    ...{ name: 'Grete Fylke', email: 'grete@statsforvalter.example' }
  },
  {
    ...{ role: 'respondent', unitType: 'municipality', unitId: '4204' },
    ...{ name: 'Kari Kommune', email: 'kari@kristiansand.example' }
  },
  {
    ...{ role: 'case_officer', unitType: 'advisory_unit', unitId: '4204' },
    ...{ name: 'Sigurd Saksbehandler', email: 'sigurd@kristiansand.example' }
  },
  {
    ...{ role: 'unit_leader', unitType: 'advisory_unit', unitId: '4204' },
    ...{ name: 'Laila Leder', email: 'laila@kristiansand.example' }
  },
  {
    ...{ role: 'archivist', unitType: 'advisory_unit', unitId: '4204' },
    ...{ name: 'Arne Arkivar', email: 'arne@kristiansand.example' }
  },
  {
    ...{ role: 'administrator', unitType: 'korus_region', unitId: 'sor' },
    ...{ name: 'Astrid Administrator', email: 'astrid@korus-sor.example' }
  }
];

/** The person of the demonstration with a role. */
export function demonstrationPerson(wanted: Role) {
  const found = demonstrationPeople.find(({ role }) => role === wanted);
  if (!found) throw new Error('the demonstration has nobody who is ' + wanted);
  return found;
}

/** A municipality that has not answered, whose link the demonstration shows. */
export const demonstrationRespondent = { roundId: 'sor-2024', municipalityNo: '4223' } as const;

/** Fills an empty store with the two demonstration rounds, all or nothing; true when it did. */
export async function seedDemonstration(seed: Seed): Promise<boolean> {
  return seed.db.transaction(seeder, async (tx) => {
    if ((await listRounds(tx)).length > 0) return false;
    for (const { name, email, role, unitType, unitId } of demonstrationPeople) {
      const { id: personId } = await addPerson(tx, { name, email }, seed.at);
      await giveGrant(tx, { personId, role, unitType, unitId }, seed.at);
    }
    await seedRegionSor(tx, seed);
    await seedTrondelag(tx, seed);
    return true;
  });
}

async function seedRegionSor(tx: Tx, seed: Seed): Promise<void> {
  const round = demonstrationRound(seed.at, {
    id: 'sor-2024',
    korusRegion: 'sor',
    slug: '2024',
    name: 'Region Sør 2024',
    periodEnd: '2024-03-31',
    dataKind: 'synthetic'
  });
  await openRound(tx, round, seed, { korusRegion: 'sor', countyNumber: null });
  const text = readFileSync(join(seed.directory, 'region_sor_2024.csv'), 'utf8');
  for (const row of parseReferenceTable('region_sor_2024.csv', text, syntheticRow)) {
    if (row.response_status !== 'svart') continue;
    const source = 'Syntetisk svar';
    await importReport(tx, { roundId: round.id, municipalityNo: row.number, answers: answersOf(row), source }, seed.at);
  }
}

async function seedTrondelag(tx: Tx, seed: Seed): Promise<void> {
  const round = demonstrationRound(seed.at, {
    id: 'trondelag-2023',
    korusRegion: 'midt',
    slug: '2023',
    name: 'Trøndelag 2023',
    periodEnd: '2023-06-01',
    dataKind: 'published'
  });
  const frozen = {
    ...round,
    opensAt: daysAfter(seed.at, -3),
    deadlineAt: daysAfter(seed.at, -2),
    closesAt: daysAfter(seed.at, -1),
    freezesAt: daysAfter(seed.at, -1)
  };
  await openRound(tx, frozen, seed, { korusRegion: 'midt', countyNumber: '50' });
  for (const [municipalityNo, facts] of publishedByMunicipality(seed.facts)) {
    const answers = Object.fromEntries(facts.map((fact) => [fact.metric, reported(fact.low ?? 0)]));
    const source = facts.map((fact) => fact.id).join(', ');
    await importReport(tx, { roundId: round.id, municipalityNo, answers, source }, seed.at);
  }
}

function demonstrationRound(
  at: Date,
  round: Pick<Round, 'id' | 'korusRegion' | 'slug' | 'name' | 'periodEnd' | 'dataKind'>
): Round {
  return {
    ...round,
    questionnaireId: 'rer-core',
    questionnaireVersion: 1,
    periodStart: '2022-07-01',
    opensAt: daysAfter(at, -1),
    deadlineAt: daysAfter(at, 60),
    closesAt: daysAfter(at, 75),
    freezesAt: daysAfter(at, 90),
    openedAt: at,
    copiedFrom: null,
    addon: []
  };
}

function publishedByMunicipality(facts: readonly PublishedFact[]): Map<string, PublishedFact[]> {
  const inTrondelag = facts.filter(
    (fact) => fact.geographyType === 'municipality' && /\(50\d\d\)$/.test(fact.geography)
  );
  const numbers = [...new Set(inTrondelag.map(municipalityNumber))];
  return new Map(numbers.map((number) => [number, inTrondelag.filter((fact) => municipalityNumber(fact) === number)]));
}

function municipalityNumber(fact: PublishedFact): string {
  return fact.geography.slice(-5, -1);
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

function daysAfter(date: Date, days: number): Date {
  return new Date(date.getTime() + days * dayMs);
}
