import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseQuestionnaire, type Questionnaire } from '#lib/domain/questionnaire.ts';

/** Reads every questionnaire of a directory once; a broken one stops the start with its file name. */
export function loadQuestionnaires(directory: string): Questionnaire[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      try {
        return parseQuestionnaire(JSON.parse(readFileSync(join(directory, file), 'utf8')));
      } catch (cause) {
        throw new Error(`broken questionnaire: ${file}`, { cause });
      }
    });
}

/** The questionnaire that a round was opened with; throws when it is not among those known. */
export function questionnaireOf(
  known: readonly Questionnaire[],
  { questionnaireId, questionnaireVersion }: { questionnaireId: string; questionnaireVersion: number }
): Questionnaire {
  const found = known.find(({ id, version }) => id === questionnaireId && version === questionnaireVersion);
  if (!found) throw new Error(`unknown questionnaire: ${questionnaireId} v${questionnaireVersion}`);
  return found;
}
