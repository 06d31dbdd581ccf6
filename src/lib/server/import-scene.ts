import type { ImportSceneData } from '#lib/domain/import-scene.ts';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import type { Round } from '#lib/domain/round.ts';
import type { App } from './app.ts';
import { listAssignments } from './assignment.ts';
import { recordReportsRead } from './audit-log.ts';
import type { Tx } from './db.ts';
import { questionnaireOf } from './questionnaires.ts';
import { latestReports } from './report.ts';

type Known = Pick<App, 'reference' | 'questionnaires'>;

/** What an import to a round is held against. It holds every answer: whoever shows it records that they were read. */
export async function readImportScene(
  tx: Tx,
  { reference, questionnaires }: Known,
  round: Round
): Promise<ImportSceneData> {
  const assignments = await listAssignments(tx, round.id);
  const reports = await latestReports(tx, round.id);
  const places = new Map(municipalitiesAt(reference.geography, round.periodEnd).map((one) => [one.number, one]));
  return {
    questionnaire: questionnaireOf(questionnaires, round),
    words: reference.importWords,
    expected: assignments.map(({ municipalityNo }) => ({
      number: municipalityNo,
      name: places.get(municipalityNo)?.name ?? municipalityNo,
      otherNames: places.get(municipalityNo)?.otherNames ?? []
    })),
    notExpected: assignments.filter(({ status }) => status !== 'expected').map(({ municipalityNo }) => municipalityNo),
    known: reports.map(({ municipalityNo, version, channel, answers }) => [
      municipalityNo,
      { version, channel, answers }
    ])
  };
}

/** The same for someone who gets to see the answers in it, which the audit then tells. */
export async function showImportScene(tx: Tx, known: Known, round: Round, at: Date): Promise<ImportSceneData> {
  const scene = await readImportScene(tx, known, round);
  const reports = scene.known.map(([municipalityNo, { version }]) => ({ municipalityNo, version }));
  await recordReportsRead(tx, round.id, reports, at);
  return scene;
}
