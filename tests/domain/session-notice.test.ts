import { expect, it } from 'vitest';
import { sessionNotice } from '#lib/domain/session-notice.ts';

const minute = 60_000;

it.each([
  ['is quiet while there is time', { endsAt: 120, idlesOutAt: 30, now: 0 }, 'none'],
  ['is quiet just before the last two minutes', { endsAt: 120, idlesOutAt: 30, now: 27.9 }, 'none'],
  ['warns two minutes before it idles out', { endsAt: 120, idlesOutAt: 30, now: 28 }, 'idle'],
  ['tells that it has idled out', { endsAt: 120, idlesOutAt: 30, now: 30 }, 'ended'],
  ['tells so also long after, when the machine has slept', { endsAt: 120, idlesOutAt: 30, now: 600 }, 'ended'],
  ['warns ten minutes before the latest end', { endsAt: 120, idlesOutAt: 120, now: 110 }, 'ending'],
  ['does not offer to stay when staying cannot help', { endsAt: 120, idlesOutAt: 120, now: 119 }, 'ending'],
  ['offers to stay for the minutes that are left', { endsAt: 120, idlesOutAt: 118, now: 117 }, 'idle'],
  ['tells that it has ended', { endsAt: 120, idlesOutAt: 120, now: 120 }, 'ended']
] as const)('%s', (_, { endsAt, idlesOutAt, now }, notice) => {
  expect(sessionNotice({ endsAt: endsAt * minute, idlesOutAt: idlesOutAt * minute }, now * minute)).toBe(notice);
});
