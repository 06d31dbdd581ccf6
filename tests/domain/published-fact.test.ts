import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPublishedFacts, parseFactChecks, type FactCheck } from '#lib/domain/fact-check.ts';
import { parsePublishedFacts } from '#lib/domain/published-fact.ts';

const csv = readFileSync('data/facts.csv', 'utf8');
const facts = parsePublishedFacts(csv);
const checks = parseFactChecks(readFileSync('data/fact_checks.json', 'utf8'));
const results = checkPublishedFacts(facts, checks);
const result = (id: string) => results.find((candidate) => candidate.id === id);
const check = (relation: FactCheck['relation'], stated: string, against: string[]) =>
  checkPublishedFacts(facts, [{ id: 'one', relation, stated, against }])[0];

describe('published figures', () => {
  it('are 34, each with its literal quote and source', () => {
    expect(facts).toHaveLength(34);
    expect(facts.find(({ id }) => id === 'S02')).toMatchObject({
      metric: 'municipalities_answered',
      low: 42,
      high: 42,
      unit: 'municipalities',
      geographyType: 'korus_region',
      geography: 'Sør',
      periodStart: '2022-07-01',
      periodEnd: '2024-03',
      certainty: 'exact',
      quote: 'Av disse har 42 svart på kartleggingen.',
      note: '63.6 per cent of 66'
    });
  });

  it('may be a range', () => {
    expect(facts.find(({ id }) => id === 'N01')).toMatchObject({ low: 75, high: 80, certainty: 'range' });
  });

  it('may be without a number', () => {
    expect(facts.find(({ id }) => id === 'S12')).toMatchObject({ low: null, high: null, certainty: 'qualitative' });
  });

  it('are refused with file, line and column when a value is not a number', () => {
    expect(() => parsePublishedFacts(csv.replace('cases_received,71,71', 'cases_received,71,ca. 71'))).toThrow(
      new Error('facts.csv, linje 5, kolonne value_high: ikke et helt tall ("ca. 71")')
    );
  });

  it('are refused when the upper bound is missing or below the lower', () => {
    expect(() => parsePublishedFacts(csv.replace('cases_received,71,71', 'cases_received,71,'))).toThrow(
      new Error('facts.csv, linje 5, kolonne value_high: bare den ene grensen er oppgitt ("")')
    );
    expect(() => parsePublishedFacts(csv.replace('cases_received,71,71', 'cases_received,71,17'))).toThrow(
      new Error('facts.csv, linje 5, kolonne value_high: mindre enn value_low ("17")')
    );
  });

  it('are refused when an id stands twice', () => {
    expect(() => parsePublishedFacts(csv.replace('\nS05,', '\nS04,'))).toThrow('facts.csv: S04 står to ganger');
  });
});

describe('checks between the published figures', () => {
  it('66 municipalities less 42 that answered are 24, not the 22 published', () => {
    expect(result('sor-not-answered')).toMatchObject({
      kind: 'contradiction',
      holds: false,
      factIds: ['S03', 'S01', 'S02'],
      computed: 24,
      stated: 22,
      difference: 2
    });
  });

  it('17, 10 and 15 answers about web information are the 42 that answered', () => {
    expect(result('sor-web-information')).toMatchObject({
      kind: 'agreement',
      holds: true,
      computed: 42,
      difference: 0
    });
  });

  it('63 handled cases are at most the 71 received, eight are left', () => {
    expect(result('sor-handled-of-received')).toMatchObject({ kind: 'agreement', holds: true, difference: 8 });
  });

  it('23 cases under 18 are 32.4 per cent of 71 or 36.5 per cent of 63: the base is not stated', () => {
    expect(result('sor-under-18-base')).toMatchObject({ kind: 'ambiguous_base', holds: null, computed: null });
    expect(result('sor-under-18-base')?.shares).toEqual([
      { baseId: 'S04', share: expect.closeTo(0.324, 3) },
      { baseId: 'S05', share: expect.closeTo(0.365, 3) }
    ]);
  });

  it('nearly 80 handled, says the lede; the survey counted 63', () => {
    expect(result('sor-handled-in-lede')).toMatchObject({
      kind: 'contradiction',
      holds: false,
      stated: 80,
      computed: 63,
      difference: -17
    });
  });

  it('the 80 for all municipalities is an estimate and cannot be held against a count', () => {
    expect(result('sor-estimate-for-all')).toMatchObject({ kind: 'estimate', holds: null, stated: 80, computed: 71 });
  });

  it('four cases in Trondheim and one in Stjørdal are the five in Trøndelag', () => {
    expect(result('trondelag-received')).toMatchObject({ kind: 'agreement', holds: true, computed: 5, stated: 5 });
  });

  it('four persons and no cases in Kristiansand are not the same unit', () => {
    expect(result('kristiansand-received')).toMatchObject({
      kind: 'different_unit',
      holds: null,
      computed: null,
      difference: null
    });
  });

  it('follow the figures: 24 not answered would agree', () => {
    const corrected = parsePublishedFacts(csv.replace('not_answered,22,22', 'not_answered,24,24'));
    expect(checkPublishedFacts(corrected, checks)[0]).toMatchObject({ kind: 'agreement', holds: true, difference: 0 });
  });

  it('a part larger than the whole is a contradiction', () => {
    expect(check('at_most', 'S04', ['S05'])).toMatchObject({ kind: 'contradiction', holds: false });
  });

  it('a share has one base when only one is large enough, and none when none is', () => {
    expect(check('share', 'S04', ['S05', 'S04'])).toMatchObject({ kind: 'agreement', holds: true });
    expect(check('share', 'S04', ['S05'])).toMatchObject({ kind: 'contradiction', holds: false, shares: [] });
  });

  it('of an unknown figure or a range are refused', () => {
    expect(() => check('equal', 'X99', ['S05'])).toThrow('fact_checks.json: ukjent tall X99');
    expect(() => check('equal', 'N01', ['L03'])).toThrow('fact N01 has no single value');
  });

  it('with an unknown relation are refused', () => {
    const json = '[{ "id": "a", "relation": "near", "stated": "S01", "against": ["S02"] }]';
    expect(() => parseFactChecks(json)).toThrow('fact_checks.json, 0, relation');
  });
});
