import { readFileSync } from 'node:fs';
import type { ImportScene, KnownAnswer } from '#lib/domain/answer-import.ts';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import { indexMunicipalities } from '#lib/domain/import-municipality.ts';
import { parseImportWords } from '#lib/domain/import-words.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';

export const words = parseImportWords(readFileSync('data/import_words.json', 'utf8'));
const found = loadQuestionnaires('data/questionnaires').find(({ id, version }) => id === 'rer-core' && version === 1);
if (!found) throw new Error('the core questionnaire is gone');
export const questionnaire = found;
const all = municipalitiesAt(loadReference('data').geography, '2024-03-31');

/** The whole country, of whom some have answered. */
export function importScene(known: Record<string, KnownAnswer> = {}): ImportScene {
  return {
    questionnaire,
    words,
    index: indexMunicipalities(all, words),
    known: new Map(Object.entries(known)),
    notExpected: new Set()
  };
}
