import type { Followed, Reason } from './attention.ts';

export const deskViews = ['all', 'attention', 'silent', 'promises', 'web', 'due'] as const;
/** Which of the municipalities of a desk are shown. */
export type DeskView = (typeof deskViews)[number];
type Shown = Pick<Followed, 'rounds'> & { reasons: readonly Reason[] };

const promised: readonly Reason['kind'][] = ['promise_broken', 'promise_overdue', 'plan_overdue'];
const silent: readonly Reason['kind'][] = ['silent', 'silent_once', 'declined'];

/** Whether a view shows a municipality. */
export function isInDeskView({ rounds, reasons }: Shown, view: DeskView): boolean {
  const has = (kinds: readonly Reason['kind'][]) => reasons.some(({ kind }) => kinds.includes(kind));
  switch (view) {
    case 'all':
      return true;
    case 'attention':
      return reasons.length > 0;
    case 'silent':
      return has(silent);
    case 'promises':
      return has(promised);
    case 'web': {
      const last = rounds.find(({ standing }) => standing === 'answered' || standing === 'none');
      return last !== undefined && last.duties.web_info !== 'yes';
    }
    case 'due':
      return has(['call_due']);
  }
}

/** The view of an address; unknown ones show all. */
export function deskViewOf(text: string | null): DeskView {
  return deskViews.find((view) => view === text) ?? 'all';
}
