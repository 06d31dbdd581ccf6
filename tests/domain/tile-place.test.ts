import { describe, expect, it } from 'vitest';
import { municipalitiesAt } from '#lib/domain/geography.ts';
import { tilePlace } from '#lib/domain/tile-place.ts';
import { loadReference } from '#lib/server/reference.ts';

const { geography } = loadReference('data');

describe('the place of a tile', () => {
  it('is the one of the layout', () => {
    expect(tilePlace(geography, 'sor', '3301')).toEqual({ x: 8, y: 4.33 });
  });

  it('exists for every municipality there has been since 2020, in the whole country', () => {
    for (const date of ['2023-01-01', '2024-01-01']) {
      for (const { number } of municipalitiesAt(geography, date)) {
        expect(tilePlace(geography, 'norge', number).x).toBeTypeOf('number');
      }
    }
  });

  it('is refused for a municipality outside the layout', () => {
    expect(() => tilePlace(geography, 'sor', '0301')).toThrow('no tile for 0301');
  });
});
