import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterEvent,
  eventOfAnswer,
  eventsOf,
  isOverdue,
  keptShare,
  promisedDay,
  promiseEvents,
  promiseTransitions,
  readPromise,
  type PromiseState
} from '#lib/domain/promise.ts';

const [dueOn, before, after] = ['2025-03-31', '2025-01-01', '2025-06-01'];
const states: readonly PromiseState[] = ['open', 'renewed', 'kept', 'broken', 'withdrawn'];

describe('a promise', () => {
  it('is kept at any time, also late, and broken only when its day has passed', () => {
    const open = { state: 'open', dueOn } as const;
    expect(afterEvent(open, 'keep', { today: before, newDay: null })).toEqual({ state: 'kept', dueOn });
    expect(afterEvent(open, 'break', { today: dueOn, newDay: null })).toEqual({ refused: 'not_due' });
    expect(afterEvent(open, 'break', { today: after, newDay: null })).toEqual({ state: 'broken', dueOn });
    expect(afterEvent({ state: 'broken', dueOn }, 'keep', { today: after, newDay: null })).toMatchObject({
      state: 'kept'
    });
  });

  it('is renewed for a later day that has not been', () => {
    const open = { state: 'open', dueOn } as const;
    const renew = (newDay: string | null) => afterEvent(open, 'renew', { today: after, newDay });
    expect(renew('2025-12-31')).toEqual({ state: 'renewed', dueOn: '2025-12-31' });
    for (const day of [null, dueOn, before, '2025-05-31']) expect(renew(day)).toEqual({ refused: 'not_later' });
  });

  it('does only what the table says, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.constantFrom(...promiseEvents),
        fc.boolean(),
        (state, event, isDue) => {
          const today = isDue ? after : before;
          const given = { today, newDay: '2026-01-01' };
          const result = afterEvent({ state, dueOn }, event, given);
          expect(eventsOf({ state, dueOn }, today).includes(event)).toBe(!('refused' in result));
          const found = promiseTransitions.find((one) => one.from === state && one.event === event);
          if (!('refused' in result)) expect(result.state).toBe(found?.to);
        }
      ),
      { seed: 8 }
    );
  });

  it('goes these ways, and no others', () => {
    const ways: Record<PromiseState, Partial<Record<(typeof promiseEvents)[number], PromiseState>>> = {
      open: { keep: 'kept', break: 'broken', renew: 'renewed', withdraw: 'withdrawn' },
      renewed: { keep: 'kept', break: 'broken', renew: 'renewed', withdraw: 'withdrawn' },
      broken: { keep: 'kept', renew: 'renewed', withdraw: 'withdrawn', reopen: 'open' },
      kept: { reopen: 'open' },
      withdrawn: { reopen: 'open' }
    };
    for (const state of states) {
      const led = promiseEvents.map((event) => [
        event,
        afterEvent({ state, dueOn }, event, { today: after, newDay: '2026-01-01' })
      ]);
      const went = led.flatMap(([event, to]) => (typeof to === 'object' && 'state' in to ? [[event, to.state]] : []));
      expect(Object.fromEntries(went)).toEqual(ways[state]);
    }
  });

  it('is overdue the day after its day, while it stands', () => {
    expect(isOverdue({ state: 'open', dueOn }, dueOn)).toBe(false);
    expect(isOverdue({ state: 'renewed', dueOn }, '2025-04-01')).toBe(true);
    expect(isOverdue({ state: 'kept', dueOn }, after)).toBe(false);
  });

  it('is due at the end of the month that was told, else a year after the round', () => {
    expect(promisedDay('2024-02', '2024-05-01')).toBe('2024-02-29');
    expect(promisedDay('2025-12', '2024-05-01')).toBe('2025-12-31');
    expect(promisedDay(null, '2024-02-29')).toBe('2025-02-28');
  });
});

describe('what a later answer says of a promise', () => {
  const open = { state: 'open', dueOn } as const;
  const said = (state: 'yes' | 'planned' | 'no', day = dueOn, today = after) =>
    eventOfAnswer(open, { state, day }, today);
  it('is that it was kept, broken or promised anew', () => {
    expect(said('yes')).toEqual({ event: 'keep', newDay: null });
    expect(said('no')).toEqual({ event: 'break', newDay: null });
    expect(said('planned', '2025-12-31')).toEqual({ event: 'renew', newDay: '2025-12-31' });
    expect(said('planned')).toEqual({ event: 'break', newDay: null });
  });

  it('is nothing while the day has not come, or when somebody withdrew it', () => {
    expect(said('no', dueOn, before)).toBeNull();
    expect(said('planned', dueOn, before)).toBeNull();
    expect(eventOfAnswer({ state: 'withdrawn', dueOn }, { state: 'yes', day: dueOn }, after)).toBeNull();
  });
});

it('counts those kept of those that have come due, and leaves out what stands or was withdrawn', () => {
  const of = (state: PromiseState, day = dueOn) => ({ state, dueOn: day });
  const promises = [
    of('kept'),
    of('broken'),
    of('open'),
    of('open', '2025-12-31'),
    of('withdrawn'),
    of('kept', '2025-12-31')
  ];
  expect(keptShare(promises, after)).toEqual({ kept: 2, of: 4 });
  expect(keptShare([], after)).toEqual({ kept: 0, of: 0 });
});

it('reads what was typed, and names what is wrong', () => {
  const typed = { duty: 'web_info', text: '', owner: ' leder  for helse ', dueOn: '31.12.2025' };
  expect(readPromise(typed, before)).toEqual({
    promise: { duty: 'web_info', text: '', owner: 'leder for helse', dueOn: '2025-12-31' },
    problems: []
  });
  const wrong = readPromise({ duty: 'other', text: ' ', owner: 'x'.repeat(101), dueOn: 'snart' }, before);
  expect(wrong.problems).toEqual([
    { field: 'text', kind: 'missing' },
    { field: 'owner', kind: 'too_long', length: 101 },
    { field: 'dueOn', kind: 'not_day', value: 'snart' }
  ]);
  expect(readPromise({ ...typed, dueOn: '2024-12-31' }, before).problems).toEqual([
    { field: 'dueOn', kind: 'past', value: '2024-12-31' }
  ]);
});
