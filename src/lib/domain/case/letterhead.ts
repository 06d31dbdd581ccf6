import { readDay } from '#lib/domain/day.ts';
import { isOrganisationNumber } from '#lib/domain/organisation-number.ts';
import { storableText } from '#lib/domain/storable-text.ts';
import type { meetingPlaces } from './case-file.ts';

/** How a unit presents itself in its letters, and where it meets people; null: nobody meets there. `minutes` is how long. */
export type Letterhead = {
  validFrom: string;
  unit: string;
  street: string;
  postcode: string;
  town: string;
  phone: string;
  office: string;
  neutral: string | null;
  digital: string | null;
  minutes: number;
};

/** Who gets the notices of a police district. */
export type ProsecutionOffice = {
  policeDistrict: string;
  validFrom: string;
  organisationNo: string;
  office: string;
  street: string;
  postcode: string;
  town: string;
};

const letterheadFields = [
  'validFrom',
  'unit',
  'street',
  'postcode',
  'town',
  'phone',
  'office',
  'neutral',
  'digital',
  'minutes'
] as const satisfies readonly (keyof Letterhead)[];
const prosecutionFields = [
  'policeDistrict',
  'validFrom',
  'office',
  'organisationNo',
  'street',
  'postcode',
  'town'
] as const satisfies readonly (keyof ProsecutionOffice)[];

type Typed<Field extends string> = Record<Field, string>;
type Read<Decision, Field extends string> = {
  decision: Decision | null;
  typed: Typed<Field>;
  problems: { field: Field; value: string }[];
};
type Rule = (value: string) => boolean;

const within =
  (least: number, most: number): Rule =>
  ({ length }) =>
    length >= least && length <= most;
const place = within(0, 120);
const postcode: Rule = (value) => /^\d{4}$/.test(value);
const fromToday =
  (today: string): Rule =>
  (value) =>
    (readDay(value) ?? '') >= today;

/** Reads how a unit wants to present itself. It holds from today at the earliest: what has been sent stands. */
export function readLetterhead(
  given: (name: keyof Letterhead) => string,
  today: string
): Read<Letterhead, keyof Letterhead> {
  const { typed, problems } = read(letterheadFields, given, {
    ...{ validFrom: fromToday(today), unit: within(1, 80), street: within(1, 80), postcode, town: within(1, 40) },
    phone: (value) => /^\+?[\d ]{5,16}$/.test(value),
    ...{ office: within(1, 120), neutral: place, digital: place },
    minutes: (value) => /^\d{1,3}$/.test(value) && Number(value) >= 5 && Number(value) <= 240
  });
  if (problems.length > 0) return { decision: null, typed, problems };
  const { validFrom, neutral, digital, minutes } = typed;
  const decision: Letterhead = {
    ...{ ...typed, validFrom: readDay(validFrom) ?? today, minutes: Number(minutes) },
    ...{ neutral: neutral || null, digital: digital || null }
  };
  return { decision, typed, problems };
}

/** Reads where the notices of one of the police districts go, from today at the earliest. */
export function readProsecutionOffice(
  given: (name: keyof ProsecutionOffice) => string,
  { today, policeDistricts }: { today: string; policeDistricts: readonly string[] }
): Read<ProsecutionOffice, keyof ProsecutionOffice> {
  const { typed, problems } = read(prosecutionFields, given, {
    policeDistrict: (value) => policeDistricts.includes(value),
    ...{ validFrom: fromToday(today), office: within(1, 80), street: within(1, 80), postcode, town: within(1, 40) },
    organisationNo: (value) => isOrganisationNumber(value.replaceAll(' ', ''))
  });
  if (problems.length > 0) return { decision: null, typed, problems };
  const organisationNo = typed.organisationNo.replaceAll(' ', '');
  return { decision: { ...typed, organisationNo, validFrom: readDay(typed.validFrom) ?? today }, typed, problems };
}

function read<Field extends string>(
  fields: readonly Field[],
  given: (name: Field) => string,
  rules: Record<Field, Rule>
) {
  const typed = Object.fromEntries(fields.map((field) => [field, storableText(given(field).trim())])) as Typed<Field>;
  const wrong = fields.filter((field) => !rules[field](typed[field]));
  return { typed, problems: wrong.map((field) => ({ field, value: typed[field] })) };
}

/** Of decisions in the order they were made, the newest that holds on a day (ISO); null before the first. */
export function decisionOn<One extends { validFrom: string }>(decisions: readonly One[], day: string): One | null {
  const begun = decisions.filter(({ validFrom }) => validFrom <= day);
  return begun.reduce<One | null>((newest, one) => (newest && newest.validFrom > one.validFrom ? newest : one), null);
}

/** Where one meets, in words; null where the unit has not said it. */
export function placeOf(letterhead: Letterhead, kind: (typeof meetingPlaces)[number]): string | null {
  return letterhead[kind];
}
