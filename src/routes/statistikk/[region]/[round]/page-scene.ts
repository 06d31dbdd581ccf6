import { audienceOf } from '#lib/domain/access.ts';
import { tilePlace } from '#lib/domain/tile-place.ts';
import { municipalitiesAt, type KorusRegionId } from '#lib/domain/geography.ts';
import type { Round } from '#lib/domain/round.ts';
import { Problem } from '#lib/server/problem.ts';
import { questionnaireOf } from '#lib/server/questionnaires.ts';
import { findRoundAt } from '#lib/server/round.ts';
import type { Scene } from '#lib/ui/statistics/scene.ts';

/** The round of an address and the scene its statistics are shown in, for whoever asks; throws not found. */
export async function openScene(
  locals: App.Locals,
  { region, round: slug }: { region: string; round: string }
): Promise<{ round: Round; scene: Scene }> {
  const { app, user, language } = locals;
  const round = await app.db.transaction({ kind: 'public' }, (tx) => findRoundAt(tx, region, slug));
  if (!round) throw Problem.notFound();
  const audience = audienceOf(user, round.korusRegion);
  const { figures } = await app.statistics.dataset(round, 'public');
  const expected = new Set(figures.map((figure) => figure.municipalityNo));
  const { geography } = app.reference;
  const counties = await app.statistics.counties(round);
  const scene: Scene = {
    roundId: round.id,
    roundName: round.name,
    dataKind: round.dataKind,
    audience,
    language,
    questionnaire: questionnaireOf(app.questionnaires, round),
    counties: counties.map(({ number, name }) => ({ number, name })),
    ...(audience === 'region' ? { coveredElsewhere: await app.statistics.coveredElsewhere(round) } : {}),
    municipalities: municipalitiesAt(geography, round.periodEnd)
      .filter(({ number }) => expected.has(number))
      .map(({ number, name, countyNumber }) => ({
        number,
        name,
        countyNumber,
        ...tilePlace(geography, round.korusRegion as KorusRegionId, number)
      }))
  };
  return { round, scene };
}
