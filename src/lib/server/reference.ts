import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArchiveGround, type ArchiveGround } from '#lib/domain/case/archive-ground.ts';
import { parseLegalGrounds, type LegalGround } from '#lib/domain/case/legal-ground.ts';
import { checkPublishedFacts, parseFactChecks, type FactCheckResult } from '#lib/domain/fact-check.ts';
import { parseGeography } from '#lib/domain/geography-parsing.ts';
import { geographyFiles } from '#lib/domain/geography-tables.ts';
import type { Geography } from '#lib/domain/geography.ts';
import { parseImportWords, type ImportWords } from '#lib/domain/import-words.ts';
import { parseOrganisationTable } from '#lib/domain/organisation-table.ts';
import { parsePublishedFacts, type PublishedFact } from '#lib/domain/published-fact.ts';

export type Reference = {
  geography: Geography;
  /** Municipality number by organisation number. */
  organisations: ReadonlyMap<string, string>;
  facts: PublishedFact[];
  checks: FactCheckResult[];
  /** What people write in tables of answers. */
  importWords: ImportWords;
  /** What a referral to an advisory unit can rest on. */
  legalGrounds: LegalGround[];
  /** What keeps a case from the public in an archive. */
  archiveGround: ArchiveGround;
};

const references = new Map<string, Reference>();

/** Geography and published figures from the data directory; read once per directory, throws if a file is missing or wrong. */
export function loadReference(directory: string): Reference {
  const path = resolve(directory);
  const known = references.get(path);
  if (known) return known;
  const reference = readReference(path);
  references.set(path, reference);
  return reference;
}

function readReference(directory: string): Reference {
  const read = (file: string) => readFileSync(join(directory, file), 'utf8');
  const facts = parsePublishedFacts(read('facts.csv'));
  const geography = parseGeography(Object.fromEntries(geographyFiles.map((file) => [file, read(file)])));
  return {
    geography,
    organisations: parseOrganisationTable(read('organisation_numbers.csv'), geography),
    facts,
    checks: checkPublishedFacts(facts, parseFactChecks(read('fact_checks.json'))),
    importWords: parseImportWords(read('import_words.json')),
    legalGrounds: parseLegalGrounds(read('case_grounds.json')),
    archiveGround: parseArchiveGround(read('case_archive.json'))
  };
}
