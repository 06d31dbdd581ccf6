import type { Round } from '#lib/domain/round.ts';
import { readRegisterCounts } from '#lib/server/case/count.ts';
import { backgroundOf, readRoundBackground, type BackgroundSource } from '#lib/server/background.ts';
import type { Actor } from '#lib/server/db.ts';
import { listVersions, previousAnswers } from '#lib/server/report.ts';
import type { Known } from './submission.ts';

/** What the answer of a municipality is read against, whoever writes it: its own earlier ones, and the region's known rates. */
export async function readKnown(
  app: BackgroundSource,
  { actor, round, municipalityNo }: { actor: Actor; round: Round; municipalityNo: string }
): Promise<Omit<Known, 'members'>> {
  const { latest, previous, register } = await app.db.transaction(actor, async (tx) => ({
    latest: (await listVersions(tx, round.id, municipalityNo))[0],
    previous: await previousAnswers(tx, round.id, municipalityNo),
    register: await readRegisterCounts(tx, app.clock())
  }));
  const known = await readRoundBackground(app, round);
  return {
    backgrounds: {
      own: backgroundOf(known, municipalityNo, previous),
      // What another municipality answered last is not told to its host: its figures are held against its size alone.
      of: (covered) => backgroundOf(known, covered, null)
    },
    ...{ register, period: round },
    earlier: latest ?? null,
    last: previous?.answers ?? null
  };
}
