import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysToAnswer,
  isOpenThread,
  nextMailAt,
  nextThreadState,
  readMessageText,
  threadEventsOf,
  threadStates,
  threadTransitions,
  type Side,
  type ThreadEvent,
  type ThreadState
} from '#lib/domain/query-thread.ts';

const events = Object.keys(threadTransitions) as ThreadEvent[];
const sides: Side[] = ['municipality', 'adviser'];

/** Every state that can be reached from these by one side or both. */
function reachable(from: ThreadState, by: readonly Side[]): Set<ThreadState> {
  const found = new Set<ThreadState>([from]);
  for (const state of found) {
    for (const side of by) for (const event of events) found.add(nextThreadState(state, event, side) ?? state);
  }
  return found;
}

describe('a question about a figure', () => {
  it('reaches every state from being asked, and nothing else', () => {
    expect([...reachable('asked', sides)].sort()).toEqual([...threadStates].sort());
  });

  it('never moves again when it is closed, whatever anyone does', () => {
    for (const state of threadStates.filter((one) => !isOpenThread(one))) {
      expect([...reachable(state, sides)]).toEqual([state]);
    }
  });

  it('can always be ended by the adviser alone while it is open', () => {
    for (const state of threadStates.filter(isOpenThread)) {
      expect([...reachable(state, ['adviser'])].some((one) => !isOpenThread(one))).toBe(true);
    }
  });

  it('is never accepted or withdrawn by the municipality, nor corrected by the adviser', () => {
    const byMunicipality = reachable('asked', ['municipality']);
    expect([...byMunicipality].sort()).toEqual(['answered', 'asked', 'corrected']);
    expect(reachable('asked', ['adviser']).has('corrected')).toBe(false);
  });

  it('stands, after any history, where the last event that was allowed put it', () => {
    const step = fc.record({ event: fc.constantFrom(...events), by: fc.constantFrom(...sides) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (history) => {
        let state: ThreadState = 'asked';
        let closings = 0;
        for (const { event, by } of history) {
          const next = nextThreadState(state, event, by);
          expect(threadEventsOf(state, by).includes(event)).toBe(next !== null);
          if (next === null) continue;
          expect(next).toBe(threadTransitions[event].to);
          if (isOpenThread(state) && !isOpenThread(next)) closings += 1;
          state = next;
        }
        expect(closings).toBe(isOpenThread(state) ? 0 : 1);
      }),
      { seed: 17, numRuns: 500 }
    );
  });
});

describe('mail about a question', () => {
  const minute = 60_000;
  const at = (minutes: number) => new Date(Date.UTC(2025, 0, 10) + minutes * minute);

  it.each<[number | null, number, number | null]>([
    [null, 0, 0],
    [0, 10, 60],
    [0, 60, 60],
    [0, 300, 300],
    [60, 10, null]
  ])('last at minute %o, new at %o: sent at %o', (last, now, sent) => {
    expect(nextMailAt(last === null ? null : at(last), at(now))).toEqual(sent === null ? null : at(sent));
  });

  it('comes at most once an hour, and each event is told of within the hour', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 40 }), (gaps) => {
        const sent: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          const last = sent.at(-1);
          const due = nextMailAt(last === undefined ? null : at(last), at(now));
          if (due) sent.push((due.getTime() - at(0).getTime()) / minute);
          const next = sent.at(-1) ?? -1;
          expect(next >= now && next <= now + 60).toBe(true);
        }
        sent.slice(1).forEach((one, index) => expect(one - (sent[index] ?? 0)).toBeGreaterThanOrEqual(60));
      }),
      { seed: 17, numRuns: 300 }
    );
  });
});

it.each([
  ['  Hvorfor 12?  ', { text: 'Hvorfor 12?', problem: null }],
  ['', { text: '', problem: 'empty' }],
  [' \n ', { text: '', problem: 'empty' }],
  [null, { text: '', problem: 'empty' }],
  ['a\0b', { text: 'ab', problem: null }],
  ['x'.repeat(1001), { text: 'x'.repeat(1001), problem: 'too_long' }]
])('the text %j is read as %j', (typed, read) => {
  expect(readMessageText(typed)).toEqual(read);
});

it('days to an answer are a fraction, and unknown while there is none', () => {
  expect(daysToAnswer(new Date('2025-01-10T00:00:00Z'), new Date('2025-01-11T12:00:00Z'))).toBe(1.5);
  expect(daysToAnswer(new Date('2025-01-10T00:00:00Z'), null)).toBeNull();
});
