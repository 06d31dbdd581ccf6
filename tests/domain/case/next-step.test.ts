import { describe, expect, it } from 'vitest';
import { newCase } from '#lib/domain/case/case-flow.ts';
import type { CaseFile } from '#lib/domain/case/case-file.ts';
import { inOrder, nextStepOf, urgencyOf } from '#lib/domain/case/next-step.ts';

const now = new Date('2026-03-04T10:00:00Z');
const next = (change: Partial<CaseFile>, unsentNotices = 0) =>
  nextStepOf(
    {
      ...newCase({ receivedOn: '2026-03-02', decidedOn: '2026-02-20', probationUntil: null }),
      ...change,
      ...{ proposal: null, unsentNotices }
    },
    now
  );

describe('what comes next in a case', () => {
  it.each<[Partial<CaseFile>, string]>([
    [{ state: 'received' }, 'register'],
    [{ state: 'active', attendance: 'not_summoned' }, 'to_summon'],
    [{ state: 'active', attendance: 'summoned', meetingAt: new Date('2026-03-05T10:00:00Z') }, 'meeting'],
    [{ state: 'active', attendance: 'summoned', meetingAt: new Date('2026-03-03T10:00:00Z') }, 'record_meeting'],
    [{ state: 'active', attendance: 'not_met' }, 'not_met'],
    [{ state: 'active', attendance: 'fulfilled' }, 'close'],
    [{ state: 'active', attendance: 'fulfilled', testing: 'none' }, 'plan_test'],
    [{ state: 'active', attendance: 'fulfilled', testing: 'planned', testAt: now }, 'record_test'],
    [{ state: 'active', attendance: 'summoned', task: 'send_on_paper' }, 'send_on_paper'],
    [{ state: 'to_clarify' }, 'clarification'],
    [{ state: 'awaiting_prosecution' }, 'reply'],
    [{ state: 'transferred' }, 'close'],
    [{ state: 'closed', deleteAfter: '2026-03-03' }, 'archive'],
    [{ state: 'closed', deleteAfter: '2026-03-03', archivedAt: now }, 'purge'],
    [{ state: 'closed', deleteAfter: '2026-03-04', archivedAt: now }, 'wait'],
    [{ state: 'closed', deleteAfter: '2026-03-03', archivedAt: now, isHeld: true }, 'held']
  ])('%j: %s', (change, step) => {
    expect(next(change).step).toBe(step);
  });

  it('is a notice before anything else that can wait', () => {
    expect(next({ state: 'awaiting_prosecution', noticeBy: '2026-03-05' }, 1)).toEqual({
      ...{ step: 'notice', due: '2026-03-05' }
    });
  });
});

it('cases stand by urgency, then day: the overdue first, waiting last', () => {
  const cases = [
    { step: 'reply', due: null },
    { step: 'meeting', due: '2026-03-06' },
    { step: 'register', due: '2026-03-03' },
    { step: 'to_summon', due: '2026-03-02' },
    { step: 'wait', due: '2026-01-01' }
  ] as const;
  expect(inOrder(cases, now).map(({ step }) => step)).toEqual(['to_summon', 'register', 'meeting', 'wait', 'reply']);
  expect(urgencyOf({ step: 'register', due: '2026-03-04' }, now)).toBe('soon');
});
