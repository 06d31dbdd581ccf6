import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCases, countedCase, isWhole, monthsOf, type CountedCase } from '#lib/domain/case/case-count.ts';
import { daysAfter } from '#lib/domain/day.ts';

const period = { periodStart: '2023-01-01', periodEnd: '2023-12-31' };
const year = monthsOf(period);
const file = {
  ...({ receivedOn: '2023-05-10', firstMetOn: null, closedOn: null, ageBand: '18_24' } as const),
  ...{ missed: 0, closingCode: null }
};
const counted = (change: Partial<Parameters<typeof countedCase>[0]> = {}) => countedCase({ ...file, ...change });

describe('the figures of a period', () => {
  it('count what was referred in it as received, whatever became of it', () => {
    const cases = [
      counted(),
      counted({ closedOn: '2024-02-01', closingCode: 'transferred' }),
      counted({ receivedOn: '2022-12-31' }),
      counted({ receivedOn: '2024-01-01' })
    ];
    expect(countCases(cases, year).received).toBe(2);
  });

  it('count what was registered wrongly in no figure', () => {
    const wrong = counted({ closedOn: '2023-06-01', closingCode: 'misregistered', missed: 1, ageBand: '15_17' });
    expect(countCases([wrong], year)).toEqual({
      ...{ received: 0, handled: 0, under18: 0, carriedOver: 0, notMet: 0, ageUnknown: 0, medianDays: null }
    });
  });

  it('count as handled who met for the first time in it, also when the case is from before', () => {
    const before = counted({ receivedOn: '2022-11-20', firstMetOn: '2023-01-05' });
    const earlier = counted({ receivedOn: '2022-11-20', firstMetOn: '2022-12-05' });
    const after = counted({ receivedOn: '2023-12-20', firstMetOn: '2024-01-05' });
    const counts = countCases([before, earlier, after, counted({ firstMetOn: '2023-05-30' })], year);
    expect(counts).toMatchObject({ received: 2, handled: 2, carriedOver: 1 });
  });

  it('carry over what stood unmet and open when it began', () => {
    const open = counted({ receivedOn: '2022-11-20' });
    const closed = counted({ receivedOn: '2022-11-20', closedOn: '2022-12-30', closingCode: 'expired' });
    expect(countCases([open, closed], year).carriedOver).toBe(1);
  });

  it('count under 18 by the age on the day of the referral, and tell where it is not known', () => {
    const cases = [counted({ ageBand: '15_17' }), counted({ ageBand: null }), counted()];
    expect(countCases(cases, year)).toMatchObject({ received: 3, under18: 1, ageUnknown: 1 });
  });

  it('count as not met who stayed away and had not met when it ended', () => {
    const cases = [
      counted({ missed: 2 }),
      counted({ missed: 1, firstMetOn: '2023-06-01' }),
      counted({ missed: 1, firstMetOn: '2024-03-01' }),
      counted()
    ];
    expect(countCases(cases, year).notMet).toBe(2);
  });

  it('give the median days from referral to first meeting, or null without meetings', () => {
    const metAfter = (days: number) => counted({ firstMetOn: daysAfter(file.receivedOn, days) });
    expect(countCases([metAfter(9), metAfter(30), metAfter(12)], year).medianDays).toBe(12);
    expect(countCases([metAfter(9), metAfter(12)], year).medianDays).toBe(10.5);
    expect(countCases([counted()], year).medianDays).toBeNull();
  });
});

describe('a period', () => {
  it('that cuts a month counts it when the 15th lies in it', () => {
    expect(monthsOf({ periodStart: '2022-07-01', periodEnd: '2023-06-01' })).toEqual({
      ...{ first: '2022-07-01', last: '2023-05-01' }
    });
    expect(monthsOf({ periodStart: '2023-12-16', periodEnd: '2024-01-15' })).toEqual({
      ...{ first: '2024-01-01', last: '2024-01-01' }
    });
  });

  it('is whole in a register that was in use when it began', () => {
    expect(isWhole('2023-01-01', year)).toBe(true);
    expect(isWhole('2023-01-02', year)).toBe(false);
  });
});

describe('any cases', () => {
  const day = fc.integer({ min: 0, max: 1200 }).map((days) => daysAfter('2022-01-01', days));
  const someCase = fc
    .record({
      receivedOn: day,
      metAfter: fc.option(fc.integer({ min: 0, max: 300 })),
      closedAfter: fc.option(fc.integer({ min: 0, max: 400 })),
      missed: fc.nat(2)
    })
    .map(({ receivedOn, metAfter, closedAfter, missed }): CountedCase => {
      const firstMetOn = metAfter === null ? null : daysAfter(receivedOn, metAfter);
      const closedOn = closedAfter === null ? null : daysAfter(firstMetOn ?? receivedOn, closedAfter);
      const closingCode = closedOn === null ? null : 'fulfilled';
      return counted({ receivedOn, firstMetOn, closedOn, closingCode, missed });
    });
  const cases = fc.array(someCase, { maxLength: 30 });

  it('never have more handled than received and carried over, as the form itself demands', () => {
    fc.assert(
      fc.property(cases, (some) => {
        const { received, handled, carriedOver, under18, notMet } = countCases(some, year);
        expect(handled).toBeLessThanOrEqual(received + carriedOver);
        expect(under18).toBeLessThanOrEqual(received);
        expect(notMet).toBeLessThanOrEqual(received);
      }),
      { seed: 39, numRuns: 300 }
    );
  });

  it('are received and handled once over periods that follow each other', () => {
    const spans = ['2022', '2023', '2024', '2025'].map((one) => ({ first: `${one}-01-01`, last: `${one}-12-01` }));
    fc.assert(
      fc.property(cases, (some) => {
        const sum = (of: 'received' | 'handled') =>
          spans.reduce((total, span) => total + countCases(some, span)[of], 0);
        expect(sum('received')).toBe(some.length);
        const whole = countCases(some, { first: '2022-01-01', last: '2025-12-01' });
        expect(sum('handled')).toBe(whole.handled);
      }),
      { seed: 40, numRuns: 200 }
    );
  });
});
