import { readDay } from '#lib/domain/day.ts';
import type { DelimitedRow } from '#lib/domain/delimited-text.ts';
import { daysBetween, monthOf, type CountedCase } from './case-count.ts';

/** The columns of a table of cases from another system; the last two may be left out. */
export const caseTableColumns = ['received', 'met', 'under18', 'missed', 'closed'] as const;
export type CaseTableColumn = (typeof caseTableColumns)[number];
export const optionalColumns: readonly CaseTableColumn[] = ['missed', 'closed'];

export type CaseTableCode = 'missing' | 'not_day' | 'not_yes_no' | 'before_received' | 'before_met';
/** What is wrong in a table, with the line an editor shows and the column. */
export type CaseTableProblem =
  | { kind: 'no_column' | 'twice'; column: CaseTableColumn }
  | { kind: 'empty' }
  | { kind: 'cell'; line: number; column: CaseTableColumn; code: CaseTableCode; value: string };

/** What the columns are called in one language. */
export type CaseTableHead = Record<CaseTableColumn, string>;

/** How yes and no are written, in bokmål and nynorsk alike. */
const yes = ['ja', 'j', 'x', '1'];
const no = ['nei', 'n', '0'];

/** The cases of a table as they are counted, with the columns that were not read; nothing unless every row can be used. */
export type CaseTable = { cases: CountedCase[]; ignored: string[] } | { problems: CaseTableProblem[] };

/** Reads a table of cases; its heading may be in any of the languages, and the order of its columns is free. */
export function readCaseTable(rows: readonly DelimitedRow[], heads: readonly CaseTableHead[]): CaseTable {
  const [head, ...body] = rows;
  const named = (head?.cells ?? []).map((cell) => columnOf(cell, heads));
  const problems = headProblems(named);
  if (problems.length > 0) return { problems };
  if (body.length === 0) return { problems: [{ kind: 'empty' }] };
  const read = body.map((row) => readRow(row, named));
  const wrong = read.flatMap((one) => ('problems' in one ? one.problems : []));
  if (wrong.length > 0) return { problems: wrong };
  const ignored = (head?.cells ?? []).filter((cell, index) => named[index] === null && cell.trim() !== '');
  return { cases: read.flatMap((one) => ('case' in one ? one.case : [])), ignored };
}

function columnOf(cell: string, heads: readonly CaseTableHead[]): CaseTableColumn | null {
  const name = plain(cell);
  return caseTableColumns.find((column) => heads.some((head) => plain(head[column]) === name)) ?? null;
}

function headProblems(named: readonly (CaseTableColumn | null)[]): CaseTableProblem[] {
  return caseTableColumns.flatMap((column): CaseTableProblem[] => {
    const times = named.filter((one) => one === column).length;
    if (times > 1) return [{ kind: 'twice', column }];
    return times === 0 && !optionalColumns.includes(column) ? [{ kind: 'no_column', column }] : [];
  });
}

type Cell<Value> = { value: Value } | { problem: CaseTableProblem };

function readRow(
  row: DelimitedRow,
  named: readonly (CaseTableColumn | null)[]
): { case: CountedCase } | { problems: CaseTableProblem[] } {
  const typed = (column: CaseTableColumn) => (row.cells[named.indexOf(column)] ?? '').trim();
  const wrong = (column: CaseTableColumn, code: CaseTableCode) => ({
    problem: { kind: 'cell', line: row.line, column, code, value: typed(column) } as const
  });
  const day = (column: CaseTableColumn): Cell<string | null> => {
    if (typed(column) === '') return column === 'received' ? wrong(column, 'missing') : { value: null };
    const value = readDay(typed(column));
    return value === null ? wrong(column, 'not_day') : { value };
  };
  const answer = (column: CaseTableColumn): Cell<boolean | null> => {
    const value = readAnswer(typed(column));
    return value === undefined ? wrong(column, 'not_yes_no') : { value };
  };
  const cells = {
    ...{ received: day('received'), met: day('met'), closed: day('closed') },
    ...{ under18: answer('under18'), missed: answer('missed') }
  };
  const problems = Object.values(cells).flatMap((cell) => ('problem' in cell ? [cell.problem] : []));
  if (problems.length > 0) return { problems };
  const given = {
    ...{ received: valueOf(cells.received) ?? '', met: valueOf(cells.met), closed: valueOf(cells.closed) },
    ...{ under18: valueOf(cells.under18), missed: valueOf(cells.missed) }
  };
  const late = orderOf(given);
  return late ? { problems: [wrong(late.column, late.code).problem] } : { case: countedRow(given) };
}

type Given = {
  received: string;
  met: string | null;
  closed: string | null;
  under18: boolean | null;
  missed: boolean | null;
};

function countedRow({ received, met, closed, under18, missed }: Given): CountedCase {
  return {
    receivedMonth: monthOf(received),
    metMonth: met === null ? null : monthOf(met),
    closedMonth: closed === null ? null : monthOf(closed),
    isUnder18: under18 === true,
    isAgeUnknown: under18 === null,
    isMissed: missed === true,
    daysToMeeting: met === null ? null : daysBetween(received, met),
    isMisregistered: false
  };
}

function valueOf<Value>(cell: Cell<Value>): Value | null {
  return 'value' in cell ? cell.value : null;
}

/** The day that comes before one that it must follow, or null. */
function orderOf({ received, met, closed }: Given): { column: CaseTableColumn; code: CaseTableCode } | null {
  if (met !== null && met < received) return { column: 'met', code: 'before_received' };
  if (closed !== null && closed < received) return { column: 'closed', code: 'before_received' };
  return closed !== null && met !== null && closed < met ? { column: 'closed', code: 'before_met' } : null;
}

/** Yes or no, null for blank; nothing when it is neither. */
function readAnswer(typed: string): boolean | null | undefined {
  if (typed === '') return null;
  if (yes.includes(plain(typed))) return true;
  return no.includes(plain(typed)) ? false : undefined;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
