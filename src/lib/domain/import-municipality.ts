import { readText } from './import-cell.ts';
import { plainText, type ImportWords } from './import-words.ts';

/** A municipality that a round expects, with every name it goes by. */
export type ExpectedMunicipality = { number: string; name: string; otherNames: readonly string[] };

export type MunicipalityProblem =
  'no_municipality' | 'unknown_municipality' | 'ambiguous_municipality' | 'number_and_name';
export type FoundMunicipality = { number: string } | { problem: MunicipalityProblem };

/** Finds the municipalities of a round by number and by name. */
export type MunicipalityIndex = {
  numbers: ReadonlySet<string>;
  byName: ReadonlyMap<string, readonly string[]>;
  kinds: readonly string[];
};

/** The index of those that a round expects; two with one name are both found by it. */
export function indexMunicipalities(
  expected: readonly ExpectedMunicipality[],
  { kinds }: Pick<ImportWords, 'kinds'>
): MunicipalityIndex {
  const byName = new Map<string, string[]>();
  for (const { number, name, otherNames } of expected) {
    for (const plain of new Set([name, ...otherNames].map((one) => plainText(one)))) {
      byName.set(plain, [...(byName.get(plain) ?? []), number]);
    }
  }
  return { numbers: new Set(expected.map(({ number }) => number)), byName, kinds };
}

/**
 * The municipality that a number, a name or both tell of: "0301", "301" as Excel leaves it, "0301 Oslo", "Oslo kommune"
 * or "Deatnu - Tana". A number and a name that disagree are refused, and so is a name that two of them have.
 */
export function findMunicipality(index: MunicipalityIndex, cells: { number: string; name: string }): FoundMunicipality {
  const typed = { number: readText(cells.number).text, name: readText(cells.name).text };
  if (typed.number === '' && typed.name === '') return { problem: 'no_municipality' };
  const { number, name } = typed.number === '' ? splitCell(typed.name) : splitCell(typed.number);
  if (number === null) return byName(index, typed.name === '' ? typed.number : typed.name);
  if (!index.numbers.has(number)) return { problem: 'unknown_municipality' };
  const told = typed.number === '' || typed.name === '' ? name : typed.name;
  return told === '' || numbersOf(index, told).includes(number) ? { number } : { problem: 'number_and_name' };
}

/** A number of four digits and the name after it; the first digit is put back where it was a zero. */
function splitCell(text: string): { number: string | null; name: string } {
  const [, digits, name = ''] = /^[kK]?-?(\d{3,4})(?:[.,]0)?(?:[\s–-]+(\D.*))?$/.exec(text) ?? [];
  return { number: digits?.padStart(4, '0') ?? null, name };
}

function byName(index: MunicipalityIndex, name: string): FoundMunicipality {
  const [first, ...others] = numbersOf(index, name);
  if (first === undefined) return { problem: 'unknown_municipality' };
  return others.length > 0 ? { problem: 'ambiguous_municipality' } : { number: first };
}

function numbersOf({ byName, kinds }: MunicipalityIndex, name: string): readonly string[] {
  const plain = plainText(name);
  const ending = kinds.find((kind) => plain.endsWith(` ${kind}`));
  const without = ending ? plain.slice(0, -ending.length - 1) : plain;
  return byName.get(plain) ?? byName.get(without) ?? byName.get(without.split(/ [-–/] /)[0] ?? '') ?? [];
}
