import { describe, expect, it } from 'vitest';
import type { ReleasedFigure, ReleasedStatus } from '#lib/domain/release-content.ts';
import { releaseSymbols, shownOf } from '#lib/domain/release-reading.ts';

const figure: ReleasedFigure = {
  ...{ key: 'cases_received|county:42|rate', indicator: 'cases_received', category: null, area: 'county:42' },
  ...{ measure: 'rate', base: null, value: 1.23456789, low: 0, high: null, status: 'shown' },
  ...{ expected: 25, reported: 17, population: 300_000, populationReported: 250_000 }
};

describe('what is shown of a figure', () => {
  it('is its number and interval to six decimals, and a zero stays a zero', () => {
    expect(shownOf(figure)).toEqual({ value: 1.234568, low: 0, high: null });
  });

  it.each<ReleasedStatus>(['hidden', 'missing', 'not_applicable'])(
    'is nothing when it is %s, also if it carries a number',
    (status) => {
      expect(shownOf({ ...figure, status, high: 9 })).toEqual({ value: null, low: null, high: null });
    }
  );

  it('has one sign for each reason, and one for all that is hidden', () => {
    expect(releaseSymbols).toEqual({ shown: '', hidden: ':', missing: '..', not_applicable: '.' });
  });
});
