import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeIn, distanceBetween, similarMunicipalities, type Likeness } from '#lib/domain/similar-municipality.ts';

const risor: Likeness = {
  municipalityNo: '4201',
  population: 6800,
  centrality: 5,
  korusRegion: 'sor',
  organisedUnder: 'health_and_care'
};
const like = (municipalityNo: string, over: Partial<Likeness> = {}): Likeness => ({
  ...risor,
  municipalityNo,
  ...over
});

describe('how far municipalities are from each other', () => {
  it.each([
    ['alike in everything', {}, 0],
    ['twice as large', { population: 13_600 }, 1],
    ['half as large', { population: 3400 }, 1],
    ['two classes more central', { centrality: 3 }, 2],
    ['organised under something else', { organisedUnder: 'other' }, 1],
    ['not telling how it is organised', { organisedUnder: null }, 1],
    ['in another region', { korusRegion: 'midt' }, 1],
    ['all of it', { population: 27_200, centrality: 4, korusRegion: 'ost', organisedUnder: null }, 5]
  ])('%s', (_name, over, distance) => {
    expect(distanceBetween(risor, like('4202', over))).toBeCloseTo(distance, 12);
  });

  it('is 1 for two that have not told how they are organised: nothing is known of both', () => {
    const silent = { organisedUnder: null };
    expect(distanceBetween(like('4201', silent), like('4202', silent))).toBe(1);
  });
});

describe('the municipalities most like one', () => {
  it('are the nearest, then by number, never itself, and no more than asked for', () => {
    const others = [
      like('4299', { centrality: 4 }),
      like('4202', { korusRegion: 'ost' }),
      risor,
      like('4210'),
      like('4211', { population: 68_000 })
    ];
    expect(similarMunicipalities(risor, others, 3)).toEqual([
      { municipalityNo: '4210', distance: 0 },
      { municipalityNo: '4202', distance: 1 },
      { municipalityNo: '4299', distance: 1 }
    ]);
  });

  it.each([
    ['everything', {}, ['population', 'centrality', 'organised_under']],
    [
      'inhabitants, when less than half as many again',
      { population: 10_100, centrality: 4 },
      ['population', 'organised_under']
    ],
    ['not inhabitants, when half as many again', { population: 10_200 }, ['centrality', 'organised_under']],
    ['not how it is organised, when it has not told', { organisedUnder: null }, ['population', 'centrality']]
  ])('are alike in %s', (_name, over, alike) => {
    expect(alikeIn(risor, like('4202', over))).toEqual(alike);
    expect(alikeIn(like('4202', over), risor)).toEqual(alike);
  });

  it('do not depend on the order of the others', () => {
    const other = fc.record({
      population: fc.integer({ min: 200, max: 700_000 }),
      centrality: fc.integer({ min: 1, max: 6 }),
      korusRegion: fc.constantFrom('sor', 'midt'),
      organisedUnder: fc.constantFrom('health_and_care', 'other', null)
    });
    fc.assert(
      fc.property(fc.array(other, { maxLength: 20 }), (some) => {
        const others = some.map((one, index) => ({ ...one, municipalityNo: String(5000 + index) }));
        const found = similarMunicipalities(risor, others, 5);
        expect(similarMunicipalities(risor, others.toReversed(), 5)).toEqual(found);
        expect(found).toHaveLength(Math.min(5, others.length));
      })
    );
  });
});
