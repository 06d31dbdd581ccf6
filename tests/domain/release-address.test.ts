import { describe, expect, it } from 'vitest';
import { brokenAddresses } from '#lib/domain/release-address.ts';
import { releasedRegion } from '../support/released-region.ts';

describe('the addresses in what a release says', () => {
  it('are those that can be followed as they stand, with the full stop left out', () => {
    const note = 'Se https://www.korus.no/sor. Les også (https://regionspeil.example/utgivelser/sor/2024/1).';
    expect(brokenAddresses({ ...releasedRegion, note })).toEqual([]);
  });

  it('are broken without a secure line, without a place, or with a blank typed as something else', () => {
    const footnotes = {
      nb: ['Se http://korus.no og www.korus.no, eller https://korus.'],
      nn: ['Sjå http://korus.no.']
    };
    expect(brokenAddresses({ ...releasedRegion, footnotes })).toEqual([
      'http://korus.no',
      'www.korus.no',
      'https://korus'
    ]);
  });
});
