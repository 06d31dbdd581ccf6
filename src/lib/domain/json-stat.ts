/** A category of a dimension; one that is measured says its unit. */
type CubeCategory = { id: string; label: string; unit?: { base: string; decimals: number } };
export type CubeDimension = {
  id: string;
  label: string;
  /** What it is of; null for what is counted. */
  kind: 'time' | 'geo' | 'metric' | null;
  categories: readonly CubeCategory[];
};
/** A cell of a cube: a number, or the sign for why there is none. */
export type CubeCell = number | ':' | '..' | '.';

/** A table with every combination of its dimensions. `cells` has the last dimension vary first. */
export type Cube = {
  id: string;
  label: string;
  source: string;
  updated: Date;
  note: readonly string[];
  dimensions: readonly CubeDimension[];
  cells: readonly CubeCell[];
  extension: Readonly<Record<string, unknown>>;
};

/** A data set of JSON-stat 2.0 in the part of it that PxWebApi 2 gives. */
export type JsonStat = {
  version: '2.0';
  class: 'dataset';
  label: string;
  source: string;
  updated: string;
  note: string[];
  role: Partial<Record<'time' | 'geo' | 'metric', string[]>>;
  id: string[];
  size: number[];
  dimension: Record<string, JsonStatDimension>;
  extension: Record<string, unknown>;
  value: (number | null)[];
  status: Record<string, string>;
};
type JsonStatDimension = {
  label: string;
  category: {
    index: Record<string, number>;
    label: Record<string, string>;
    unit?: Record<string, { base: string; decimals: number }>;
  };
};

/**
 * A cube as JSON-stat 2.0: dense values, null where there is none, and then its sign in `status`. What is ours alone
 * stands in `extension`, since PxWebApi 2 forbids other keys.
 */
export function jsonStat(cube: Cube): JsonStat {
  const { label, source, updated, note, dimensions, cells, extension } = cube;
  const size = dimensions.map(({ categories }) => categories.length);
  const all = size.reduce((product, one) => product * one, 1);
  if (cells.length !== all) throw new Error(`cube ${cube.id} has ${cells.length} cells, not ${all}`);
  return {
    version: '2.0',
    class: 'dataset',
    label,
    source,
    updated: updated.toISOString(),
    note: [...note],
    role: rolesOf(dimensions),
    id: dimensions.map(({ id }) => id),
    size,
    dimension: Object.fromEntries(dimensions.map((dimension) => [dimension.id, dimensionOf(dimension)])),
    extension: { ...extension },
    value: cells.map((cell) => (typeof cell === 'number' ? cell : null)),
    status: Object.fromEntries(
      cells.flatMap((cell, index) => (typeof cell === 'number' ? [] : [[String(index), cell] as const]))
    )
  };
}

/** The cells of a cube in the order of JSON-stat, from a function of one category of each dimension. */
export function cubeCells(
  dimensions: readonly CubeDimension[],
  cellOf: (categories: readonly string[]) => CubeCell
): CubeCell[] {
  const combinations = dimensions.reduce<string[][]>(
    (rows, { categories }) => rows.flatMap((row) => categories.map(({ id }) => [...row, id])),
    [[]]
  );
  return combinations.map(cellOf);
}

function rolesOf(dimensions: readonly CubeDimension[]): JsonStat['role'] {
  const role: JsonStat['role'] = {};
  for (const dimension of dimensions) {
    if (dimension.kind) (role[dimension.kind] ??= []).push(dimension.id);
  }
  return role;
}

function dimensionOf({ label, categories }: CubeDimension): JsonStatDimension {
  const measured = categories.flatMap(({ id, unit }) => (unit ? [[id, unit] as const] : []));
  return {
    label,
    category: {
      index: Object.fromEntries(categories.map(({ id }, index) => [id, index])),
      label: Object.fromEntries(categories.map((category) => [category.id, category.label])),
      ...(measured.length > 0 && { unit: Object.fromEntries(measured) })
    }
  };
}
