import type { Geography, HexLayout } from './geography.ts';

/** Where a municipality's tile stands in a layout; one that ended in 2024 has the place of its successor. */
export function tilePlace(geography: Geography, layout: HexLayout, number: string): { x: number; y: number } {
  const successor = geography.changes.find((change) => change.numberBefore === number)?.numberAfter;
  const tile = geography.hexTiles.find(
    (candidate) => candidate.layout === layout && (candidate.number === number || candidate.number === successor)
  );
  if (!tile) throw new Error(`no tile for ${number} in the layout ${layout}`);
  return { x: tile.x, y: tile.y };
}
