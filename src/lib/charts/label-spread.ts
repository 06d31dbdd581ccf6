/**
 * Places for labels along a line, each as near its own as the others allow: at least `gap` apart and within the span, which
 * is taken as wide enough. The order of the places is the order of the labels.
 */
export function spreadLabels(places: readonly number[], gap: number, [start, end]: [number, number]): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]! || a - b);
  const groups: { members: number[]; middle: number }[] = [];
  for (const i of order) {
    groups.push({ members: [i], middle: within(places[i]!, 1, gap, [start, end]) });
    joinLast(groups, { places, gap, span: [start, end] });
  }
  const result = [...places];
  for (const { members, middle } of groups) {
    for (const [at, i] of members.entries()) result[i] = middle + (at - (members.length - 1) / 2) * gap;
  }
  return result;
}

type Row = { places: readonly number[]; gap: number; span: [number, number] };

function joinLast(groups: { members: number[]; middle: number }[], { places, gap, span }: Row): void {
  for (;;) {
    const last = groups.at(-1);
    const before = groups.at(-2);
    if (!last || !before) return;
    const room = ((last.members.length + before.members.length) / 2) * gap;
    if (last.middle - before.middle >= room - 1e-9) return;
    const members = [...before.members, ...last.members];
    const mean = members.reduce((sum, i) => sum + places[i]!, 0) / members.length;
    groups.splice(-2, 2, { members, middle: within(mean, members.length, gap, span) });
  }
}

function within(middle: number, members: number, gap: number, [start, end]: [number, number]): number {
  const half = ((members - 1) / 2) * gap;
  return Math.max(start + half, Math.min(end - half, middle));
}
