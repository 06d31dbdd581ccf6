import { expect, it } from 'vitest';
import { firstRound, nextRound } from '#lib/domain/round-copy.ts';
import { round } from '../support/rounds.ts';

const now = new Date('2025-05-01T10:00:00Z');

it('the next round begins the day after the last period, with moments a year on at the same time of the clock', () => {
  const next = nextRound({ ...round, freezesAt: new Date('2025-04-01T12:00:00Z') }, 2, { taken: ['2024'], now });
  expect(next).toMatchObject({
    ...{ id: 'sor-2025', slug: '2025', name: 'Region Sør 2025', periodStart: '2024-04-01', periodEnd: '2025-03-31' },
    ...{ questionnaireVersion: 2, openedAt: null, copiedFrom: 'sor-2024', dataKind: 'reported' }
  });
  expect(next.opensAt).toEqual(new Date('2026-01-01T12:00:00Z'));
  expect(next.freezesAt).toEqual(new Date('2026-04-01T12:00:00Z'));
});

it('its moments lie ahead, also when years have passed', () => {
  const late = nextRound(round, 1, { taken: [], now: new Date('2029-02-01T00:00:00Z') });
  expect(late.opensAt).toEqual(new Date('2030-01-01T12:00:00Z'));
});

it('no round opens or ends at an odd minute: it opens at the whole hour, and its last days are whole', () => {
  const odd = {
    opensAt: new Date('2024-01-01T11:37:42Z'),
    deadlineAt: new Date('2024-02-01T11:37:42Z'),
    closesAt: new Date('2024-02-01T17:00:00Z'),
    freezesAt: new Date('2024-04-01T11:37:42Z')
  };
  const next = nextRound({ ...round, ...odd }, 1, { taken: [], now });
  expect(next.opensAt).toEqual(new Date('2026-01-01T11:00:00Z'));
  expect(next.deadlineAt).toEqual(new Date('2026-02-01T22:59:00Z'));
  expect(next.closesAt).toEqual(next.deadlineAt);
  expect(next.freezesAt).toEqual(new Date('2026-04-01T21:59:00Z'));
});

it('an address that is taken gets a number, and a name without a year gets one', () => {
  const next = nextRound({ ...round, name: 'Region Sør' }, 1, { taken: ['2025', '2025-2'], now });
  expect(next).toMatchObject({ id: 'sor-2025-3', slug: '2025-3', name: 'Region Sør 2025' });
});

it('the first round of a region is about last year, and opens in a fortnight', () => {
  const first = firstRound(
    { region: { id: 'nord', name: 'KORUS Nord' }, questionnaire: { id: 'rer-core', version: 1 } },
    { taken: [], now }
  );
  expect(first).toMatchObject({
    id: 'nord-2024',
    name: 'KORUS Nord 2024',
    periodStart: '2024-01-01',
    copiedFrom: null
  });
  expect(first.opensAt).toEqual(new Date('2025-05-15T06:00:00Z'));
});
