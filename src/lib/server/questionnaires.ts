import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseQuestionnaire, withAddon, type Question, type Questionnaire } from '#lib/domain/questionnaire.ts';

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

type Asked = { questionnaireId: string; questionnaireVersion: number };

/** The core that a round was made with, the same in every region; throws when it is not among those known. */
export function coreOf(
  known: readonly Questionnaire[],
  { questionnaireId, questionnaireVersion }: Asked
): Questionnaire {
  const found = known.find(({ id, version }) => id === questionnaireId && version === questionnaireVersion);
  if (!found) throw new Error(`unknown questionnaire: ${questionnaireId} v${questionnaireVersion}`);
  return found;
}

/** All that a round asks: the core and the region's own questions after it. */
export function questionnaireOf(
  known: readonly Questionnaire[],
  round: Asked & { addon: readonly Question[] }
): Questionnaire {
  return withAddon(coreOf(known, round), round.addon);
}
