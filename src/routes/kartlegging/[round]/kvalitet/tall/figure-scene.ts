import { listQualityHistories } from '#lib/server/quality-history.ts';
import type { FigureScene } from '#lib/ui/quality/figures.ts';
import type { QualityDesk } from '../open-quality.ts';

/** What the tables of a round's quality are made of, for the county in the address. */
export async function readFigureScene(
  { app, language }: App.Locals,
  { actor, round, municipalities, questionnaire, counties, background }: QualityDesk,
  url: URL
): Promise<FigureScene> {
  const histories = await app.db.transaction(actor, (tx) => listQualityHistories(tx, round.id, background));
  return {
    ...{ language, questionnaire, counties, deadlineAt: round.deadlineAt },
    county: counties.find(({ number }) => number === url.searchParams.get('fylke'))?.number ?? null,
    histories: histories.map((one) => ({
      ...one,
      countyNo: municipalities.get(one.municipalityNo)?.countyNumber ?? ''
    }))
  };
}
