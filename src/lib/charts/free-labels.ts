import { textWidth } from './text-width.ts';

export type LabelBox = { x: number; y: number; width: number; height: number };

type Wish = { x: number; y: number; label: string };
type Bounds = { left: number; right: number; top: number; bottom: number };
export type FreeLabel<T> = T & { labelX: number; labelY: number; anchor: 'start' | 'end' | 'middle' };

const away = 8;

/**
 * Labels beside their points (right, left, above or below), in the order given, without touching one another, the boxes in the
 * way or the bounds; a label without room is left out, and is then told by its point alone.
 */
export function freeLabels<T extends Wish>(
  wishes: readonly T[],
  size: number,
  bounds: Bounds,
  inTheWay: readonly LabelBox[] = []
): FreeLabel<T>[] {
  const taken = [...inTheWay];
  return wishes.flatMap((wish) => {
    const free = candidates(wish, size).find(
      ({ box }) => isInside(box, bounds) && taken.every((other) => !overlap(box, other))
    );
    if (!free) return [];
    taken.push(free.box);
    return [{ ...wish, ...free.place }];
  });
}

function candidates({ x, y, label }: Wish, size: number) {
  const width = textWidth(label, size);
  const places = [
    { labelX: x + away, labelY: y, anchor: 'start' as const },
    { labelX: x - away, labelY: y, anchor: 'end' as const },
    { labelX: x, labelY: y - size - 2, anchor: 'middle' as const },
    { labelX: x, labelY: y + size + 2, anchor: 'middle' as const }
  ];
  const shift = { start: 0, middle: width / 2, end: width };
  return places.map((place) => ({
    place,
    box: { x: place.labelX - shift[place.anchor], y: place.labelY - size / 2 - 1, width, height: size + 2 }
  }));
}

function isInside(box: LabelBox, { left, right, top, bottom }: Bounds): boolean {
  return box.x >= left && box.x + box.width <= right && box.y >= top && box.y + box.height <= bottom;
}

function overlap(a: LabelBox, b: LabelBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
