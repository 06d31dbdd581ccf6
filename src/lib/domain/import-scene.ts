import type { ImportScene, KnownAnswer } from './answer-import.ts';
import { indexMunicipalities, type ExpectedMunicipality } from './import-municipality.ts';
import type { ImportWords } from './import-words.ts';
import type { Questionnaire } from './questionnaire.ts';

/** What an import is held against, as it is sent from the server to the browser. */
export type ImportSceneData = {
  questionnaire: Questionnaire;
  words: ImportWords;
  expected: ExpectedMunicipality[];
  /** Numbers of those who are expected to answer through another, or not at all. */
  notExpected: string[];
  known: [municipalityNo: string, answer: KnownAnswer][];
};

/** The same, ready to judge rows with. */
export function openImportScene({ questionnaire, words, expected, notExpected, known }: ImportSceneData): ImportScene {
  return {
    questionnaire,
    words,
    index: indexMunicipalities(expected, words),
    known: new Map(known),
    notExpected: new Set(notExpected)
  };
}
