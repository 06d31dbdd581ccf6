import { expect, it } from 'vitest';
import { isWanted, qualityQuery, readQualityFilter } from '#lib/domain/quality-filter.ts';
import type { QualityEntry } from '#lib/domain/quality-cell.ts';

const nothing = { county: null, response: null, isOpen: false, isUnreviewed: false };
const submittedAt = new Date('2025-01-10T12:00:00Z');
const report = { version: 1, submittedAt, channel: 'web', isConfirmed: true, answers: {}, reasons: {} } as const;
const silent: QualityEntry = {
  ...{ municipalityNo: '4204', status: 'expected', report: null, hosted: null, first: null },
  ...{ background: null, threads: [], review: 'unreviewed' }
};
const asked: QualityEntry = { ...silent, report, threads: [{ questionKey: null, state: 'asked' }] };
const accepted: QualityEntry = { ...silent, report, review: 'accepted' };

it.each([
  ['', nothing],
  [
    'fylke=42&svar=missing&apne=ja&gjenstar=ja',
    { county: '42', response: 'missing', isOpen: true, isUnreviewed: true }
  ],
  ['fylke=99&svar=alle&apne=nei&gjenstar=', nothing]
])('the address %j is the filter %o, and back', (address, filter) => {
  expect(readQualityFilter(new URLSearchParams(address), ['40', '42'])).toEqual(filter);
  expect(readQualityFilter(new URLSearchParams(qualityQuery(filter as typeof nothing)), ['40', '42'])).toEqual(filter);
});

it.each([
  [{}, [true, true, true]],
  [{ response: 'missing' }, [true, false, false]],
  [{ response: 'answered' }, [false, true, true]],
  [{ isOpen: true }, [false, true, false]],
  [{ isUnreviewed: true }, [false, true, false]]
] as const)('%o wants of the silent, the asked and the accepted: %o', (chosen, wanted) => {
  expect([silent, asked, accepted].map((entry) => isWanted(entry, { ...nothing, ...chosen }))).toEqual(wanted);
});
