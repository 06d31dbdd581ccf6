import type { AnswerRow, Dimension } from './answer-rows.ts';
import { besidesKey } from './besides.ts';
import type { Cell } from './table.ts';

/** What hiding a figure of each level costs: a country is hidden after everything below it. */
export const levelWeight = { municipality: 1, county: 30, region: 1_000, country: 10_000 } as const;
type Level = keyof typeof levelWeight;

/** An area of any division; `members` are all its municipalities, whether or not they answered. */
export type Area = { key: string; level: Level; members: readonly string[] };

/** Each level of a division as areas: `groupOf` names the area a municipality belongs to. */
export function areasOf(municipalities: readonly string[], level: Level, groupOf: (no: string) => string): Area[] {
  const members = new Map<string, string[]>();
  for (const no of municipalities) members.set(groupOf(no), [...(members.get(groupOf(no)) ?? []), no]);
  return [...members].map(([key, nos]) => ({ key, level, members: nos }));
}

/** `total`: the sum alone; `star`: and each category; `full`: and every combination of categories. */
export type Shape = 'total' | 'star' | 'full';

/**
 * The figures of some areas. Where some did not answer a dimension, what the categories leave of the total is theirs:
 * nobody shows it, and it is protected like the rest (P2). An area that nobody answered for has none: that is a gap.
 */
export function areaCells(
  rows: readonly AnswerRow[],
  areas: readonly Area[],
  dimensions: readonly Dimension[],
  shape: Shape
): Cell[] {
  return areas.flatMap((area) => {
    const members = new Set(area.members);
    const within = rows.filter(({ municipalityNo }) => members.has(municipalityNo));
    const common = { weight: levelWeight[area.level], isAggregate: area.members.length > 1 };
    return [...selectionsOf(dimensions, shape), ...gapsOf(area, dimensions, shape)].flatMap((selection): Cell[] => {
      const keys = within.filter(({ categories }) => selection.has(categories)).map(({ key }) => key);
      if (keys.length === 0) return [];
      if (selection.isGap) return [{ ...common, key: selection.key, rows: keys, isWithheld: true }];
      return [{ ...common, key: cellKey(area.key, selection.key), rows: keys }];
    });
  });
}

/** The key of a figure: its area, and its categories or `total`. */
function cellKey(area: string, selection: string): string {
  return `${area}|${selection}`;
}

type Selection = { key: string; isGap?: boolean; has: (categories: ReadonlyMap<string, string>) => boolean };

function selectionsOf(dimensions: readonly Dimension[], shape: Shape): Selection[] {
  const total: Selection = { key: 'total', has: () => true };
  if (shape === 'total') return [total];
  const single = dimensions.flatMap(({ key, categories }) =>
    categories.map((category): Selection => ({ key: category, has: (own) => own.get(key) === category }))
  );
  return shape === 'star' ? [total, ...single] : [total, ...combinationsOf(dimensions)];
}

/** Every choice of a category or of all, in every dimension; all in all of them is the total. */
function combinationsOf(dimensions: readonly Dimension[]): Selection[] {
  let combinations: [string, string][][] = [[]];
  for (const { key, categories } of dimensions) {
    const further = combinations.flatMap((known) =>
      categories.map((one) => [...known, [key, one] as [string, string]])
    );
    combinations = [...combinations, ...further];
  }
  return combinations
    .filter((chosen) => chosen.length > 0)
    .map((chosen) => ({
      key: chosen.map(([, category]) => category).join('+'),
      has: (own) => chosen.every(([key, category]) => own.get(key) === category)
    }));
}

function gapsOf(area: Area, dimensions: readonly Dimension[], shape: Shape): Selection[] {
  if (shape === 'total') return [];
  return dimensions.map(({ key }) => ({
    key: besidesKey(key, cellKey(area.key, 'total')),
    isGap: true,
    has: (own) => !own.has(key)
  }));
}
