import type { HexPlace } from './hex-border.ts';
import type { Tone } from './theme.ts';

const tones: Tone[] = ['muted', 'outside', 'second', 'third', 'main'];
const oneStep = 1.01;

/** A tone for every area, so that no two that touch are alike; the same tiles give the same tones. */
export function areaTones(tiles: readonly (HexPlace & { area: string })[]): Map<string, Tone> {
  const touching = neighbours(tiles);
  const areas = [...touching.keys()].sort(
    (a, b) => (touching.get(b)?.size ?? 0) - (touching.get(a)?.size ?? 0) || a.localeCompare(b, 'nb')
  );
  const found = colour(areas, touching, new Map());
  if (!found) throw new Error(`too few tones for ${areas.length} areas`);
  return found;
}

function neighbours(tiles: readonly (HexPlace & { area: string })[]): Map<string, Set<string>> {
  const touching = new Map(tiles.map(({ area }) => [area, new Set<string>()]));
  for (const a of tiles) {
    for (const b of tiles) {
      if (a.area !== b.area && Math.hypot(a.x - b.x, a.y - b.y) < oneStep) touching.get(a.area)?.add(b.area);
    }
  }
  return touching;
}

function colour(
  areas: string[],
  touching: Map<string, Set<string>>,
  chosen: Map<string, Tone>
): Map<string, Tone> | null {
  const [area, ...rest] = areas;
  if (area === undefined) return chosen;
  const taken = new Set([...(touching.get(area) ?? [])].map((other) => chosen.get(other)));
  for (const tone of tones.filter((candidate) => !taken.has(candidate))) {
    const found = colour(rest, touching, new Map(chosen).set(area, tone));
    if (found) return found;
  }
  return null;
}
