import { readDay } from '#lib/domain/day.ts';
import { storableText } from '#lib/domain/storable-text.ts';

/** Who a case is about: only what a summons and the deadlines need. Null is not known, or not needed. */
export type CasePerson = {
  /** The prosecution's own reference. */
  reference: string;
  name: string;
  nationalId: string | null;
  /** ISO day. */
  born: string | null;
  address: string | null;
  mobile: string | null;
  /** nb, nn or en; others are told through an interpreter. */
  language: string | null;
  interpreter: string | null;
  guardianName: string | null;
  guardianAddress: string | null;
  guardianMobile: string | null;
};
export const personFields = [
  'reference',
  'name',
  'nationalId',
  'born',
  'address',
  'mobile',
  'language',
  'interpreter',
  'guardianName',
  'guardianAddress',
  'guardianMobile'
] as const satisfies readonly (keyof CasePerson)[];
export type PersonField = (typeof personFields)[number];
/** A field that cannot be used, with what was typed. */
export type PersonProblem = { field: PersonField; value: string };

const longest = 120;
const patterns: Partial<Record<PersonField, RegExp>> = {
  mobile: /^\+?[\d ]{8,16}$/,
  guardianMobile: /^\+?[\d ]{8,16}$/,
  language: /^(nb|nn|en)$/,
  interpreter: /^[\p{L} -]{2,40}$/u
};

/** Reads what was typed about a person; a day of birth follows from a national identity number that is given alone. */
export function readPerson(typed: (field: PersonField) => string): { person: CasePerson; problems: PersonProblem[] } {
  const read = (field: PersonField) => storableText(typed(field).trim(), longest) || null;
  const nationalId = read('nationalId')?.replaceAll(/\s/g, '') ?? null;
  const typedBorn = read('born');
  const born = typedBorn === null ? bornOf(nationalId) : readDay(typedBorn);
  const isWrong = (field: PersonField): boolean => {
    if (field === 'born') return born === null;
    if (field === 'nationalId') return nationalId !== null && !isNationalId(nationalId);
    const value = read(field);
    return value === null ? isNeeded(field) : patterns[field]?.test(value) === false;
  };
  const problems = personFields.filter(isWrong).map((field) => ({ field, value: typed(field) }));
  const others = Object.fromEntries(personFields.map((field) => [field, read(field)])) as CasePerson;
  return {
    person: { ...others, reference: read('reference') ?? '', name: read('name') ?? '', nationalId, born },
    problems
  };
}

/** The fields in which two records of a person differ. */
export function differingFields(one: CasePerson, other: CasePerson): PersonField[] {
  return personFields.filter((field) => one[field] !== other[field]);
}

function isNeeded(field: PersonField): boolean {
  return field === 'reference' || field === 'name';
}

/** Whether eleven digits have the control digits of a national identity number or a D-number. */
export function isNationalId(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  const sum = (weights: readonly number[]) =>
    weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum([3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 && sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

/** The day of birth (ISO) in a national identity number or D-number; null where there is none. */
export function bornOf(nationalId: string | null): string | null {
  if (nationalId === null || !/^\d{11}$/.test(nationalId)) return null;
  const number = Number(nationalId.slice(6, 9));
  const shortYear = Number(nationalId.slice(4, 6));
  const isRecent = number >= 500 && shortYear < 40;
  const day = String(Number(nationalId.slice(0, 2)) % 40).padStart(2, '0');
  const month = String(Number(nationalId.slice(2, 4)) % 40).padStart(2, '0');
  return readDay(`${(isRecent ? 2000 : 1900) + shortYear}-${month}-${day}`);
}
