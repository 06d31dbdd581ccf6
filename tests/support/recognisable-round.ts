import { municipalitiesAt } from '#lib/domain/geography.ts';
import { importReport, openRound } from '#lib/server/opening.ts';
import type { Store } from '#lib/server/db.ts';
import { loadReference } from '#lib/server/reference.ts';
import { answersOf } from './region.ts';
import { round as base } from './rounds.ts';

export const recognisableRound = { ...base, id: 'sor-2030', slug: '2030', name: 'Region Sør 2030' };
const system = { kind: 'system', task: 'test' } as const;

/**
 * A frozen round of Region Sør whose counts are in the hundred thousands and stand nowhere else, so that whoever looks
 * through everything public knows each of them again. Two municipalities are small, one county has few under 18 and
 * another few who were not handled: others must be hidden for their sake.
 */
export async function addRecognisableRound(db: Store): Promise<void> {
  const { geography } = loadReference('data');
  const places = municipalitiesAt(geography, recognisableRound.periodEnd).filter(
    ({ korusRegion }) => korusRegion === 'sor'
  );
  const at = recognisableRound.freezesAt;
  const expected = { korusRegion: 'sor', countyNumber: null } as const;
  await db.transaction(system, (tx) =>
    openRound(tx, recognisableRound, { geography, secret: 'only in tests', at: recognisableRound.opensAt }, expected)
  );
  await db.transaction(system, async (tx) => {
    for (const [index, { number, countyNumber }] of places.entries()) {
      if (index % 9 === 8) continue;
      const answers = answersOf(countsOf(index, number, countyNumber), 'yes');
      await importReport(tx, { roundId: recognisableRound.id, municipalityNo: number, answers, source: 'prøve' }, at);
    }
  });
}

const small = ['4211', '3310'];

function countsOf(index: number, number: string, county: string): [number, number, number] {
  if (small.includes(number)) return [2, 1, 1];
  const received = 300_007 + index * 7919;
  const handled = received - (county === '40' ? Number(index % 8 === 0) : 100_003 + index * 37);
  const young = county === '39' ? Number(index % 2 === 0) : 150_001 + index * 211;
  return [received, handled, young];
}
