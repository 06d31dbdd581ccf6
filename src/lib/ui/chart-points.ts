import type { Attachment } from 'svelte/attachments';

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at <= 0 ? count : at) - 1,
  ArrowUp: (at, count) => (at <= 0 ? count : at) - 1,
  Home: () => 0,
  End: (_, count) => count - 1
};

/**
 * Lets the points of a chart (the marks that have a title) be read with the arrow keys: the point is marked and `say` is told
 * its title, and told null when the reader leaves. Enter chooses the point that is read. A chart without points is left as it is.
 */
export function chartPoints(
  say: (point: string | null) => void,
  choose?: (point: Element) => void
): Attachment<HTMLElement> {
  return (frame) => {
    let at = -1;
    const mark = (index: number, points: Element[]) => {
      for (const point of frame.querySelectorAll('[data-read]')) point.removeAttribute('data-read');
      at = index;
      points[index]?.setAttribute('data-read', '');
      say(points[index]?.querySelector('title')?.textContent ?? null);
    };
    const read = (event: KeyboardEvent) => {
      const points = visiblePoints(frame);
      const move = moves[event.key];
      if (event.key === 'Escape') mark(-1, []);
      const chosen = event.key === 'Enter' ? points[at] : undefined;
      if (chosen) choose?.(chosen);
      if (!move || points.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      mark(move(at, points.length), points);
    };
    // A focused chart that is taken away is left in the middle of that, when nothing may be told.
    const leave = () => queueMicrotask(() => mark(-1, []));
    frame.addEventListener('keydown', read);
    frame.addEventListener('focusout', leave);
    return () => {
      frame.removeEventListener('keydown', read);
      frame.removeEventListener('focusout', leave);
    };
  };
}

/** Of the two drawings of a chart only one is shown; its points in the order they are drawn. */
function visiblePoints(frame: HTMLElement): Element[] {
  const shown = [...frame.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 0);
  return shown.flatMap((svg) => [...svg.querySelectorAll('title')].flatMap(({ parentElement }) => parentElement ?? []));
}
