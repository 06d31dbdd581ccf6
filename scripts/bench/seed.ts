import { parseArgs } from 'node:util';
import type { Answers } from '#lib/domain/answer.ts';
import { korusRegionIds, type KorusRegionId } from '#lib/domain/geography.ts';
import type { Round } from '#lib/domain/round.ts';
import type { Actor, Db } from '#lib/server/db.ts';
import { seedDemonstration } from '#lib/server/demonstration.ts';
import { readEnvironment } from '#lib/server/env.ts';
import { migrate } from '#lib/server/migrate.ts';
import { importReport, openRound } from '#lib/server/opening.ts';
import { loadReference } from '#lib/server/reference.ts';
import { secretOf } from '#lib/server/secret.ts';
import { openStore } from '#lib/server/store.ts';
import { answerToken } from '#lib/server/token.ts';
import { placeUnits } from '#lib/server/unit-within.ts';

/**
 * Fills a store for the benchmark: the demonstration, and rounds of the whole country, each as one round a KORUS region.
 * With `--answered` every municipality has answered; without it the links of all are printed as JSON.
 *
 *   STORE_DIR=… tsx scripts/bench/seed.ts --rounds 40 --answered
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string' }, answered: { type: 'boolean', default: false } }
});
const seeder: Actor = { kind: 'system', task: 'bench' };
const dayMs = 86_400_000;
const directory = 'data';

const env = readEnvironment(process.env);
const { geography, facts } = loadReference(directory);
const secret = secretOf(env);
const at = new Date();
const store = await openStore({ databaseUrl: undefined, directory: env.STORE_DIR });
try {
  await migrate(store.owner);
  await placeUnits(store.owner, geography);
  await seedDemonstration({ db: store, geography, facts, secret, at, directory });
  const links: string[] = [];
  for (let number = 1; number <= Number(values.rounds ?? 1); number += 1) {
    for (const region of korusRegionIds) links.push(...(await seedRound(store, roundOf(number, region), region)));
  }
  process.stdout.write(values.answered ? '' : JSON.stringify(links));
} finally {
  await store.close();
}

function roundOf(number: number, korusRegion: KorusRegionId): Round {
  const slug = `maaling-${number}`;
  return {
    id: `${korusRegion}-${slug}`,
    korusRegion,
    slug,
    name: `Måling ${number}`,
    questionnaireId: 'rer-core',
    questionnaireVersion: 1,
    periodStart: '2022-07-01',
    periodEnd: new Date(Date.UTC(2024, 0, 31 + number)).toISOString().slice(0, 10),
    opensAt: new Date(at.getTime() - dayMs),
    deadlineAt: new Date(at.getTime() + 60 * dayMs),
    closesAt: new Date(at.getTime() + 90 * dayMs),
    freezesAt: new Date(at.getTime() + 90 * dayMs),
    dataKind: 'synthetic',
    openedAt: at,
    copiedFrom: null,
    addon: []
  };
}

function seedRound(db: Db, round: Round, korusRegion: KorusRegionId): Promise<string[]> {
  return db.transaction(seeder, async (tx) => {
    const numbers = await openRound(tx, round, { geography, secret, at }, { korusRegion, countyNumber: null });
    for (const municipalityNo of values.answered ? numbers : []) {
      const answers = answersOf(Number(municipalityNo) + round.id.length + Number(round.slug.split('-')[1]));
      await importReport(tx, { roundId: round.id, municipalityNo, answers, source: 'Syntetisk svar' }, at);
    }
    return numbers.map((municipalityNo) => answerToken(secret, round.id, municipalityNo));
  });
}

/** Made-up values that follow from a number alone, so that every run measures the same. */
function answersOf(number: number): Answers {
  const received = 1 + (number % 37);
  const choice = (options: readonly string[]) => ({
    status: 'reported' as const,
    value: options[number % options.length] ?? ''
  });
  return {
    cases_received: { status: 'reported', value: received },
    cases_handled: { status: 'reported', value: received - (number % 2) },
    cases_under_18: { status: 'reported', value: received % 7 },
    organised_under: choice(['mental_health_and_substance_use', 'health_and_care']),
    responsibility: choice(['substance_use_consultant', 'professional_forum', 'interdisciplinary_team']),
    web_info: choice(['yes', 'planned', 'no'])
  };
}
