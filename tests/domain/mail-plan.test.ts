import { expect, it } from 'vitest';
import { isLetterKind, nextPlanStatus, planEventsOf, planStatuses } from '#lib/domain/mail-plan.ts';

it('a step is sent once, paused and resumed while it leaves, and never taken up after it ended', () => {
  expect(nextPlanStatus('planned', 'send')).toBe('sending');
  expect(nextPlanStatus('sending', 'send')).toBeNull();
  expect(nextPlanStatus('sending', 'pause')).toBe('paused');
  expect(nextPlanStatus('paused', 'resume')).toBe('sending');
  expect(nextPlanStatus('paused', 'finish')).toBeNull();
  expect(nextPlanStatus('cancelled', 'resume')).toBeNull();
});

it('offers what can be done by hand', () => {
  expect(planStatuses.map((status) => [status, ...planEventsOf(status)])).toEqual([
    ['planned', 'send', 'cancel'],
    ['sending', 'pause', 'cancel'],
    ['paused', 'resume', 'cancel'],
    ['sent'],
    ['cancelled']
  ]);
});

it('knows the kinds of letter', () => {
  expect(isLetterKind('reminder')).toBe(true);
  expect(isLetterKind('thanks')).toBe(false);
});
