import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseQuestionSet, type QuestionSet } from '#lib/domain/question-set.ts';

/** Reads every set of questions of a directory once; a broken one stops the start with its file name. */
export function loadQuestionSets(directory: string): QuestionSet[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      try {
        return parseQuestionSet(JSON.parse(readFileSync(join(directory, file), 'utf8')));
      } catch (cause) {
        throw new Error(`broken set of questions: ${file}`, { cause });
      }
    });
}
