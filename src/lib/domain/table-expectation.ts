/** Throws unless the two are equal; `what` names the file and what was counted. */
export function expectEqual(what: string, actual: number | string, expected: number | string): void {
  if (actual !== expected) throw new Error(`${what}: ${actual}, ventet ${expected}`);
}

/** Throws on the first value that stands twice. */
export function expectUnique(what: string, values: string[]): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) throw new Error(`${what}: ${value} står to ganger`);
    seen.add(value);
  }
}

/** Throws unless both lists hold the same values, in any order. */
export function expectSameValues(what: string, actual: string[], expected: string[]): void {
  const missing = expected.find((value) => !actual.includes(value));
  if (missing !== undefined) throw new Error(`${what}: ${missing} mangler`);
  const unknown = actual.find((value) => !expected.includes(value));
  if (unknown !== undefined) throw new Error(`${what}: ${unknown} er ukjent`);
}

/** Sum of the values. */
export function total(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
