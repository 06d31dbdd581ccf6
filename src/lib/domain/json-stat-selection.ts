import type { JsonStat } from './json-stat.ts';

/** One cell of a data set: the code of each dimension in order, and its sign when it has no value. */
export type DataCell = { codes: readonly string[]; value: number | null; sign: string | null };

/** The codes of a dimension, in its order. */
export function codesOf(data: Pick<JsonStat, 'dimension'>, dimension: string): string[] {
  const index = data.dimension[dimension]?.category.index ?? {};
  return Object.entries(index)
    .sort(([, a], [, b]) => a - b)
    .map(([code]) => code);
}

/**
 * Codes by an expression of PxWebApi 2: codes with commas between, `*` and `?` in them, `top(n)`, `bottom(n)`, `from(a)`,
 * `to(a)` and `[range(a,b)]`. What finds nothing is given back as `unknown`.
 */
export function codesByExpression(
  codes: readonly string[],
  expression: string
): { codes: string[] } | { unknown: string } {
  const found = new Set<string>();
  for (const part of partsOf(expression)) {
    const some = codesOfPart(codes, part);
    if (some.length === 0) return { unknown: part };
    for (const code of some) found.add(code);
  }
  return { codes: codes.filter((code) => found.has(code)) };
}

/** Commas stand between parts, except within parentheses. */
function partsOf(expression: string): string[] {
  return expression.split(/,(?![^()]*\))/).map((part) => part.trim());
}

function codesOfPart(codes: readonly string[], part: string): readonly string[] {
  const [, name = '', inside = ''] = /^\[?(top|bottom|from|to|range)\(([^()]*)\)\]?$/i.exec(part) ?? [];
  const [first = '', second = ''] = inside.split(',').map((one) => one.trim());
  const choose = choices[name.toLowerCase()];
  return choose ? choose(codes, first, second) : codes.filter((code) => matches(code, part));
}

type Choice = (codes: readonly string[], first: string, second: string) => readonly string[];

const countOf = (text: string) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0);
const choices: Partial<Record<string, Choice>> = {
  top: (codes, first) => codes.slice(0, countOf(first)),
  bottom: (codes, first) => (countOf(first) === 0 ? [] : codes.slice(-countOf(first))),
  from: (codes, first) => (codes.includes(first) ? codes.slice(codes.indexOf(first)) : []),
  to: (codes, first) => codes.slice(0, codes.indexOf(first) + 1),
  range: (codes, first, second) =>
    codes.includes(first) ? codes.slice(codes.indexOf(first), codes.indexOf(second) + 1) : []
};

/** `*` stands for any characters, `?` for one; no pattern takes longer than the product of the lengths. */
function matches(code: string, pattern: string): boolean {
  let reached = [...Array(code.length + 1).keys()].map((at) => at === 0);
  for (const sign of pattern) {
    const from: readonly boolean[] = reached;
    const fits = (at: number) => from[at - 1] === true && (sign === '?' || code[at - 1] === sign);
    reached = from.map((_, at) => (sign === '*' ? from.slice(0, at + 1).includes(true) : fits(at)));
  }
  return reached[code.length] === true;
}

/** The data set with the chosen codes of each dimension alone, all of those that are not named. */
export function selectedData(data: JsonStat, chosen: ReadonlyMap<string, readonly string[]>): JsonStat {
  const kept = data.id.map((dimension) => chosen.get(dimension) ?? codesOf(data, dimension));
  const cells = dataCells(data).filter(({ codes }) => codes.every((code, index) => kept[index]?.includes(code)));
  return {
    ...data,
    size: kept.map((codes) => codes.length),
    dimension: Object.fromEntries(
      data.id.map((dimension, index) => [dimension, keptDimension(data.dimension[dimension], kept[index] ?? [])])
    ),
    value: cells.map(({ value }) => value),
    status: Object.fromEntries(cells.flatMap(({ sign }, index) => (sign === null ? [] : [[String(index), sign]])))
  };
}

type Dimension = JsonStat['dimension'][string];

function keptDimension(dimension: Dimension | undefined, codes: readonly string[]): Dimension {
  if (!dimension) throw new Error('a dimension without categories');
  const { label, unit } = dimension.category;
  const pick = <Value>(some: Record<string, Value>) =>
    Object.fromEntries(codes.flatMap((code) => (some[code] === undefined ? [] : [[code, some[code]] as const])));
  return {
    ...dimension,
    category: {
      index: Object.fromEntries(codes.map((code, index) => [code, index])),
      label: pick(label),
      ...(unit && { unit: pick(unit) })
    }
  };
}

/** Every cell of a data set, the last dimension varying first. */
export function dataCells(data: JsonStat): DataCell[] {
  const combinations = data.id.reduce<string[][]>(
    (rows, dimension) => rows.flatMap((row) => codesOf(data, dimension).map((code) => [...row, code])),
    [[]]
  );
  return combinations.map((codes, index) => ({
    codes,
    value: data.value[index] ?? null,
    sign: data.status[String(index)] ?? null
  }));
}

/** What stands for each dimension in a table of rows. */
export type CodeForm = 'codes' | 'texts' | 'codes_and_texts';

/** A data set as rows with headings: a column or two a dimension, then value and status. */
export function dataLines(data: JsonStat, form: CodeForm): string[][] {
  const names = (dimension: string) => (form === 'codes_and_texts' ? [dimension, `${dimension}_tekst`] : [dimension]);
  const texts = (dimension: string, code: string) => {
    const label = data.dimension[dimension]?.category.label[code] ?? code;
    return { codes: [code], texts: [label], codes_and_texts: [code, label] }[form];
  };
  return [
    [...data.id.flatMap(names), 'verdi', 'status'],
    ...dataCells(data).map(({ codes, value, sign }) => [
      ...codes.flatMap((code, index) => texts(data.id[index] ?? '', code)),
      value === null ? '' : String(value),
      sign ?? ''
    ])
  ];
}
