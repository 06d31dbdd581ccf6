import type { NoticeKind } from './case-file.ts';

/** An event as it is recorded; moments in it are ISO texts. */
type Happened = { event: string; recorded: Record<string, unknown> };

const told: Partial<Record<NoticeKind, { planned: string; at: string; ended: string; isLastOnly: boolean }>> = {
  no_show: { planned: 'summon', at: 'meetingAt', ended: 'no_show', isLastOnly: false },
  attended: { planned: 'summon', at: 'meetingAt', ended: 'attended', isLastOnly: false },
  test_not_given: { planned: 'test_planned', at: 'testAt', ended: 'test_missed', isLastOnly: true }
};

/**
 * The days a notice is about, from the events of its case, the oldest first: when the meetings were that were not kept, or kept,
 * since the prosecution last answered; the last test that was not given; none for other notices.
 */
export function noticeDays(kind: NoticeKind, events: readonly Happened[]): Date[] {
  const rule = told[kind];
  if (!rule) return [];
  let planned: Date | null = null;
  let days: Date[] = [];
  for (const { event, recorded } of events) {
    if (event === rule.planned) planned = new Date(String(recorded[rule.at]));
    if (event === 'prosecution_reply') days = [];
    if (event === rule.ended && planned) days.push(planned);
  }
  return rule.isLastOnly ? days.slice(-1) : days;
}
