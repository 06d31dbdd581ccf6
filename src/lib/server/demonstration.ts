import type { Grant } from '#lib/domain/access.ts';
import type { Answer } from '#lib/domain/answer.ts';
import { dayOf, daysAfter, momentAt } from '#lib/domain/day.ts';
import type { PublishedFact } from '#lib/domain/published-fact.ts';
import { municipalitiesAt, type Geography } from '#lib/domain/geography.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { Role } from '#lib/domain/role.ts';
import type { Round } from '#lib/domain/round.ts';
import type { Actor, Db, Tx } from './db.ts';
import { seedCountry, type FrozenRound } from './demonstration-country.ts';
import { importReport, openRound } from './opening.ts';
import { giveGrant } from './grant.ts';
import { addPerson } from './person.ts';
import { listRounds } from './round.ts';
import { readSyntheticAnswers } from './synthetic-file.ts';

const seeder: Actor = { kind: 'system', task: 'demonstration' };

type Seed = {
  db: Db;
  geography: Geography;
  facts: readonly PublishedFact[];
  secret: string;
  at: Date;
  directory: string;
  /** The core of made-up rounds in the rest of the country; without it the demonstration has none. */
  country?: Questionnaire | undefined;
};

/** The people of the demonstration: one a role, and a second adviser, who approves what the first has made. */
export const demonstrationPeople: readonly (Grant & { name: string; email: string })[] = [
  {
    ...{ role: 'adviser', unitType: 'korus_region', unitId: 'sor' },
    ...{ name: 'Ragnhild Rådgiver', email: 'ragnhild@korus-sor.example' }
  },
  {
    ...{ role: 'adviser', unitType: 'korus_region', unitId: 'sor' },
    ...{ name: 'Roar Rådgiver', email: 'roar@korus-sor.example' }
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
    ...{ role: 'sampler', unitType: 'advisory_unit', unitId: '4204' },
    ...{ name: 'Paula Prøvetaker', email: 'paula@kristiansand.example' }
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

/** The first person of the demonstration with a role. */
export function demonstrationPerson(wanted: Role) {
  const found = demonstrationPeople.find(({ role }) => role === wanted);
  if (!found) throw new Error('the demonstration has nobody who is ' + wanted);
  return found;
}

/** A municipality that has not answered, whose link the demonstration shows. */
export const demonstrationRespondent = { roundId: 'sor-2024', municipalityNo: '4223' } as const;

/** Fills an empty store with the demonstration’s rounds, all or nothing; true when it did. */
export async function seedDemonstration(seed: Seed): Promise<boolean> {
  return seed.db.transaction(seeder, async (tx) => {
    if ((await listRounds(tx)).length > 0) return false;
    for (const { name, email, role, unitType, unitId } of demonstrationPeople) {
      const { id: personId } = await addPerson(tx, { name, email }, seed.at);
      await giveGrant(tx, { personId, role, unitType, unitId }, seed.at);
    }
    const sor = await seedRegionSor(tx, seed);
    await seedTrondelag(tx, seed);
    if (seed.country) {
      const frozen = (named: Parameters<FrozenRound>[0]) => frozenRound(seed.at, { ...named, dataKind: 'synthetic' });
      await seedCountry(tx, seed, { questionnaire: seed.country, frozen, beside: sor });
    }
    return true;
  });
}

async function seedRegionSor(tx: Tx, seed: Seed): Promise<Round> {
  const round = demonstrationRound(seed.at, {
    id: 'sor-2024',
    korusRegion: 'sor',
    slug: '2024',
    name: 'Region Sør 2024',
    periodEnd: '2024-03-31',
    dataKind: 'synthetic'
  });
  const contacts = madeUpContacts(seed.geography, round);
  await openRound(tx, round, seed, { korusRegion: 'sor', countyNumber: null, contacts });
  for (const answer of readSyntheticAnswers(seed.directory)) {
    await importReport(tx, { roundId: round.id, ...answer, source: 'Syntetisk svar' }, seed.at);
  }
  return round;
}

async function seedTrondelag(tx: Tx, seed: Seed): Promise<void> {
  const round = frozenRound(seed.at, {
    id: 'trondelag-2023',
    korusRegion: 'midt',
    slug: '2023',
    name: 'Trøndelag 2023',
    periodEnd: '2023-06-01',
    dataKind: 'published'
  });
  await openRound(tx, round, seed, { korusRegion: 'midt', countyNumber: '50' });
  for (const [municipalityNo, facts] of publishedByMunicipality(seed.facts)) {
    const answers = Object.fromEntries(facts.map((fact) => [fact.metric, reported(fact.low ?? 0)]));
    const source = facts.map((fact) => fact.id).join(', ');
    await importReport(tx, { roundId: round.id, municipalityNo, answers, source }, seed.at);
  }
}

type NamedRound = Pick<Round, 'id' | 'korusRegion' | 'slug' | 'name' | 'periodEnd' | 'dataKind'>;

function frozenRound(at: Date, round: NamedRound): Round {
  return {
    ...demonstrationRound(at, round),
    opensAt: opening(at, -3),
    deadlineAt: lastMinute(at, -2),
    closesAt: lastMinute(at, -1),
    freezesAt: lastMinute(at, -1)
  };
}

function demonstrationRound(at: Date, round: NamedRound): Round {
  return {
    ...round,
    questionnaireId: 'rer-core',
    questionnaireVersion: 1,
    periodStart: '2022-07-01',
    opensAt: opening(at, -1),
    deadlineAt: lastMinute(at, 60),
    closesAt: lastMinute(at, 75),
    freezesAt: lastMinute(at, 90),
    openedAt: at,
    copiedFrom: null,
    addon: []
  };
}

/** A shared mailbox in most municipalities of a round, at a domain that can never be anyone's; every ninth has none. */
function madeUpContacts(geography: Geography, { korusRegion, periodEnd }: Round) {
  return municipalitiesAt(geography, periodEnd)
    .filter((municipality) => municipality.korusRegion === korusRegion)
    .filter((_, index) => index % 9 !== 4)
    .map(({ number, name }) => ({
      municipalityNo: number,
      name: 'Rådgivende enhet',
      email: `rer@${asDomain(name)}.example`
    }));
}

function asDomain(name: string): string {
  const letters: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a' };
  return name.toLowerCase().replaceAll(/[^a-z]/g, (letter) => letters[letter] ?? '-');
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

function reported(value: number): Answer {
  return { status: 'reported', value };
}

function opening(at: Date, days: number): Date {
  return momentAt(daysAfter(dayOf(at), days), '08:00');
}

function lastMinute(at: Date, days: number): Date {
  return momentAt(daysAfter(dayOf(at), days), '23:59');
}
