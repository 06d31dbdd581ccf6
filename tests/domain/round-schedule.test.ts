import { describe, expect, it } from 'vitest';
import { moveProblems, orderProblems, readSchedule, scheduleFields } from '#lib/domain/round-schedule.ts';
import { round } from '../support/rounds.ts';

const second = (moment: Date, seconds: number) => new Date(moment.getTime() + seconds * 1000);

describe('the moments of a round', () => {
  it('are read as they were written, summer and winter', () => {
    const schedule = {
      opensAt: new Date('2025-03-01T07:00:00Z'),
      deadlineAt: new Date('2025-06-01T21:59:00Z'),
      closesAt: new Date('2025-06-02T21:59:00Z'),
      freezesAt: new Date('2025-12-01T22:59:00Z')
    };
    expect(scheduleFields(schedule)).toMatchObject({ 'opensAt.time': '08:00', 'deadlineAt.time': '23:59' });
    expect(readSchedule(scheduleFields(schedule))).toEqual({ schedule, problems: [] });
  });

  it('that are no moments are named with what was typed', () => {
    const fields = { ...scheduleFields(round), 'deadlineAt.day': '31.2.2025', 'closesAt.time': '25.00' };
    expect(readSchedule(fields)).toEqual({
      schedule: null,
      problems: [
        { field: 'deadlineAt', kind: 'day', value: '31.2.2025' },
        { field: 'closesAt', kind: 'time', value: '25.00' }
      ]
    });
  });

  it('stand in their order; only the deadline, closing and freezing may be one moment', () => {
    expect(orderProblems({ ...round, deadlineAt: round.freezesAt })).toEqual([]);
    expect(orderProblems({ ...round, deadlineAt: round.opensAt })).toMatchObject([
      { field: 'deadlineAt', kind: 'order' }
    ]);
    expect(orderProblems({ ...round, freezesAt: second(round.closesAt, -1) })).toMatchObject([
      { field: 'freezesAt', before: 'closesAt' }
    ]);
  });

  it('may be moved ahead, and never into the past', () => {
    const now = new Date('2025-02-10T00:00:00Z');
    expect(moveProblems(round, round, new Date('2099-01-01'))).toEqual([]);
    expect(moveProblems(round, { ...round, deadlineAt: second(round.deadlineAt, -60) }, now)).toEqual([]);
    expect(moveProblems(round, { ...round, closesAt: second(now, 60) }, now)).toEqual([]);
    expect(moveProblems(round, { ...round, freezesAt: now }, now)).toMatchObject([
      { field: 'freezesAt', kind: 'past' }
    ]);
    expect(moveProblems(round, { ...round, opensAt: second(now, 60) }, now)).toMatchObject([
      { field: 'opensAt', kind: 'begun' }
    ]);
  });
});
