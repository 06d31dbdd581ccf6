import { readPastedText } from './delimited-text.ts';
import {
  readReferral,
  referralFields,
  type PoliceReferral,
  type ReferralField,
  type ReferralProblem,
  type TypedReferral
} from './police-referral.ts';

/** What the columns of a table of referrals may be called, in lower case. */
export type ReferralHeads = Record<ReferralField, readonly string[]>;
/** What is wrong with a line; `value` is what stands there. */
export type LineProblem = ReferralProblem & { line: number; value: string };
/** Why a table gives no referrals: no text, no such columns, wrong lines, or more lines than are taken at once. */
export type UnreadableReferrals =
  | { kind: 'not_text' }
  | { kind: 'columns'; missing: ReferralField[] }
  | { kind: 'lines'; problems: LineProblem[] }
  | { kind: 'many'; most: number };

const mostLines = 500;

/** The referrals of a table with a heading, pasted from a workbook or a CSV file: all of them, or what is wrong. */
export function readReferralTable(
  text: string,
  districts: readonly string[],
  { heads, units }: { heads: ReferralHeads; units: Record<string, PoliceReferral['unit']> }
): { referrals: PoliceReferral[] } | { refused: UnreadableReferrals } {
  const read = readPastedText(text);
  if ('refused' in read || read.rows.length < 2) return { refused: { kind: 'not_text' } };
  const [head, ...rows] = read.rows;
  const names = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const places = new Map(
    referralFields.map((field) => [field, names.findIndex((name) => heads[field].includes(name))])
  );
  const missing = referralFields.filter((field) => (places.get(field) ?? -1) < 0);
  if (missing.length > 0) return { refused: { kind: 'columns', missing } };
  if (rows.length > mostLines) return { refused: { kind: 'many', most: mostLines } };
  const lines = rows.map(({ line, cells }) => {
    const cell = (field: ReferralField) => (cells[places.get(field) ?? -1] ?? '').trim();
    const typed = Object.fromEntries(referralFields.map((field) => [field, cell(field)])) as TypedReferral;
    const unit = units[typed.unit.toLowerCase()] ?? typed.unit;
    return { line, typed, ...readReferral({ ...typed, unit }, districts) };
  });
  const problems = lines.flatMap(({ line, typed, problems: wrong }) =>
    wrong.map((one) => ({ ...one, line, value: typed[one.field] }))
  );
  if (problems.length > 0) return { refused: { kind: 'lines', problems } };
  return { referrals: lines.flatMap(({ referral }) => referral ?? []) };
}
