import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factsOfRound, placeNumber, placeOfMetric } from '#lib/domain/facts-of-round.ts';
import { parsePublishedFacts } from '#lib/domain/published-fact.ts';

const facts = parsePublishedFacts(readFileSync('data/facts.csv', 'utf8'));
const nowhere = { regionName: '', countyNumbers: [], municipalityNumbers: [] };

describe('published figures about a round', () => {
  it('are those of the region and the month its period ends', () => {
    const found = factsOfRound(facts, { ...nowhere, periodEnd: '2024-03-31', regionName: 'Sør' });
    expect(found.map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, i) => `S${String(i + 1).padStart(2, '0')}`)
    );
  });

  it('follow the round’s county and municipalities', () => {
    const trondelag = { countyNumbers: ['50'], municipalityNumbers: ['5001', '5035'] };
    const found = factsOfRound(facts, { ...nowhere, ...trondelag, periodEnd: '2023-06-01' });
    expect(found.map(({ id }) => id)).toEqual(['L05', 'L06', 'L07', 'L08']);
  });

  it('have a place among our figures, or none when we do not measure them', () => {
    expect(placeOfMetric('cases_received')).toEqual({ indicator: 'cases_received', category: null, part: 'value' });
    expect(placeOfMetric('cases_estimated_all_municipalities')).toBeNull();
  });

  it('name their place by number', () => {
    expect(placeNumber({ geography: 'Trondheim (5001)' })).toBe('5001');
    expect(placeNumber({ geography: 'Sør' })).toBeNull();
  });
});
