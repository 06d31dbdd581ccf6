import { municipalitiesAt, populationAt, type Geography, type KorusRegionId } from '#lib/domain/geography.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { Round } from '#lib/domain/round.ts';
import { syntheticCountryAnswer } from '#lib/domain/synthetic-country.ts';
import type { Tx } from './db.ts';
import { importReport, openRound } from './opening.ts';

type Seed = { geography: Geography; secret: string; at: Date };
/** A made-up round that is over, from which county governors and the other regions have their figures. */
export type FrozenRound = (named: Pick<Round, 'id' | 'korusRegion' | 'slug' | 'name' | 'periodEnd'>) => Round;

/** The day the earlier round of Region Sør ends on: before the numbers of 2024, as that of Trøndelag. */
const earlierDay = '2023-06-01';

/**
 * Adds what the country is made of: a round of each other KORUS region in the year of Region Sør 2024, and the round of
 * Region Sør before that. All figures are made up, and about a third of the municipalities are silent.
 */
export async function seedCountry(
  tx: Tx,
  seed: Seed,
  { questionnaire, frozen, beside }: { questionnaire: Questionnaire; frozen: FrozenRound; beside: Round }
): Promise<void> {
  const year = beside.periodEnd.slice(0, 4);
  for (const { id, shortName } of seed.geography.korusRegions) {
    if (id === beside.korusRegion) continue;
    const named = { id: `${id}-${year}`, korusRegion: id, slug: year, name: `Region ${shortName} ${year}` };
    await seedRound(tx, seed, frozen({ ...named, periodEnd: beside.periodEnd }), questionnaire);
  }
  const before = { id: 'sor-2023', korusRegion: 'sor', slug: '2023', name: 'Region Sør 2023', periodEnd: earlierDay };
  await seedRound(tx, seed, frozen(before), questionnaire);
}

async function seedRound(tx: Tx, seed: Seed, round: Round, questionnaire: Questionnaire): Promise<void> {
  const { geography, at } = seed;
  await openRound(tx, round, seed, { korusRegion: round.korusRegion as KorusRegionId, countyNumber: null });
  for (const { number, korusRegion } of municipalitiesAt(geography, round.periodEnd)) {
    if (korusRegion !== round.korusRegion) continue;
    const inhabitants = populationAt(geography, number, round.periodEnd).total;
    const answers = syntheticCountryAnswer(questionnaire, { seed: `${round.id}/${number}`, inhabitants });
    if (answers === null) continue;
    await importReport(tx, { roundId: round.id, municipalityNo: number, answers, source: 'Syntetisk svar' }, at);
  }
}
