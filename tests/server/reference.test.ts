import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import { loadReference } from '#lib/server/reference.ts';

describe('the reference data', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'reference-'));
    cpSync('data', directory, { recursive: true });
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  it('are geography, published figures and the checks between them', () => {
    const { geography, organisations, facts, checks } = loadReference(directory);
    expect(municipalitiesAt(geography, '2024-03-01')).toHaveLength(357);
    expect(organisations.get('820852982')).toBe('4204');
    expect(facts).toHaveLength(34);
    expect(checks.filter(({ holds }) => holds === false).map(({ id }) => id)).toEqual([
      'sor-not-answered',
      'sor-handled-in-lede'
    ]);
  });

  it('are read once', () => {
    const first = loadReference(directory);
    rmSync(join(directory, 'facts.csv'));
    expect(loadReference(directory)).toBe(first);
  });

  it('name file, line, column and value when a file is broken', () => {
    const path = join(directory, 'county_governors.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace('974763230', '97476323'));
    expect(() => loadReference(directory)).toThrow(
      'county_governors.csv, linje 3, kolonne org_number: ikke et organisasjonsnummer på ni sifre ("97476323")'
    );
  });

  it('are refused when a file is missing', () => {
    rmSync(join(directory, 'hex_tiles.csv'));
    expect(() => loadReference(directory)).toThrow('hex_tiles.csv');
  });
});
