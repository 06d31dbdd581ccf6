import { describe, expect, it } from 'vitest';
import { basisOf, observedIn, responseOf } from '#lib/domain/estimate/basis.ts';
import { hostedRegion } from '../../support/hosted-region.ts';
import { smallRegion } from '../../support/region.ts';

describe('what is known of a count', () => {
  it('is told by those who gave it; others are silent, each for its own reason', () => {
    const basis = basisOf(smallRegion, 'cases_received');
    expect(basis.counted).toEqual([
      { municipalityNo: '4201', municipalities: 1, population: 1000, count: 5 },
      { municipalityNo: '4202', municipalities: 1, population: 2000, count: 0 },
      { municipalityNo: '4001', municipalities: 1, population: 8000, count: 3 }
    ]);
    expect(basis.silent).toEqual([
      { municipalityNo: '4203', municipalities: 1, population: 4000, why: 'missing' },
      { municipalityNo: '4003', municipalities: 1, population: 16_000, why: 'dont_know' },
      { municipalityNo: '4005', municipalities: 1, population: 32_000, why: 'declined' }
    ]);
    expect(observedIn(basis)).toBe(8);
    expect(responseOf(basis)).toEqual({ reported: 3, expected: 6, populationReported: 11_000, population: 63_000 });
  });

  it('counts a host and those its figures include once, and none of them as silent', () => {
    const basis = basisOf(hostedRegion, 'cases_received');
    expect(basis.counted).toEqual([
      { municipalityNo: '4202', municipalities: 2, population: 6000, count: 0 },
      { municipalityNo: '4001', municipalities: 2, population: 9000, count: 3 }
    ]);
    expect(basis.silent.map(({ municipalityNo }) => municipalityNo)).toEqual(['4003', '4005']);
    expect(responseOf(basis)).toEqual({ reported: 4, expected: 6, populationReported: 15_000, population: 63_000 });
  });

  it('is unknown of all that a host answers for when the host does not know', () => {
    const asleep = hostedRegion.map((entry) =>
      entry.municipalityNo === '4001'
        ? { ...entry, answers: { cases_received: { status: 'dont_know', value: null } } }
        : entry
    ) as typeof hostedRegion;
    const [first] = basisOf(asleep, 'cases_received').silent;
    expect(first).toEqual({ municipalityNo: '4001', municipalities: 2, population: 9000, why: 'dont_know' });
  });

  it('takes the figures that a host gives for each as their own', () => {
    const each = smallRegion.map((entry) =>
      entry.municipalityNo === '4203'
        ? {
            ...entry,
            status: 'covered_by_host' as const,
            standsIn: { host: '4202', part: 'each' as const },
            answers: { cases_received: { status: 'reported' as const, value: 2 } }
          }
        : entry
    );
    const basis = basisOf(each, 'cases_received');
    expect(observedIn(basis)).toBe(10);
    expect(basis.silent).toHaveLength(2);
  });
});
