import { fieldsOf, parseAnswers, type AnswerProblem, type Answers } from './answer.ts';
import { failedChecks, type FailedCheck } from './check.ts';
import { nameColumn, numberColumn, unusedColumn, type ColumnUse } from './import-column.ts';
import { findMunicipality, type MunicipalityIndex, type MunicipalityProblem } from './import-municipality.ts';
import { readStatements, statedFields, type ColumnStatement, type StatedProblem } from './import-statement.ts';
import type { ImportWords } from './import-words.ts';
import type { Questionnaire } from './questionnaire.ts';

/** What a municipality has answered before the import; `channel` web is its own answer. */
export type KnownAnswer = { version: number; channel: 'web' | 'import' | 'phone'; answers: Answers };

/** What rows are held against: the questions, those expected, and what they have answered. */
export type ImportScene = {
  questionnaire: Questionnaire;
  words: ImportWords;
  index: MunicipalityIndex;
  known: ReadonlyMap<string, KnownAnswer>;
  /** Those who are expected to answer through another, or not at all. */
  notExpected: ReadonlySet<string>;
};

/** One row as it stands in the table. `replaces` is the version of the municipality's own answer that it may replace. */
export type ImportRow = { line: number; cells: readonly string[]; isSkipped: boolean; replaces: number | null };

/** Something about a row, or about one of its cells when `column` is not null. Warnings do not stop it. */
export type ImportNote = { column: number | null; severity: 'error' | 'warning'; value: string } & (
  | { code: MunicipalityProblem | 'extra_cells' | 'not_expected' | StatedProblem }
  | { code: 'duplicate'; lines: number[] }
  | { code: 'answer'; problem: AnswerProblem }
  | { code: 'check'; failed: FailedCheck }
  | { code: 'replaces'; known: KnownAnswer }
);

/**
 * What becomes of a row: left out because it is skipped or says nothing (`blank`), as it is stored already (`unchanged`),
 * to be stored (`ready`), to be stored if its replacing the municipality's own answer is confirmed (`asks`), or `refused`.
 */
export type ImportState = 'skipped' | 'blank' | 'unchanged' | 'ready' | 'asks' | 'refused';
export type Verdict = {
  state: ImportState;
  municipalityNo: string | null;
  notes: ImportNote[];
  answers: Answers | null;
};

/** Judges one row by itself; that two rows are about one municipality is for `judgeRows`. */
export function judgeRow(scene: ImportScene, uses: readonly ColumnUse[], row: ImportRow): Verdict {
  const statements = readStatements(scene, uses, row.cells);
  const found = municipalityOf(scene, uses, row.cells);
  const municipalityNo = 'number' in found ? found.number : null;
  const nothing = { municipalityNo, notes: [], answers: null };
  if (row.isSkipped) return { ...nothing, state: 'skipped' };
  if (statements.every(({ statement }) => statement.says === 'nothing')) return { ...nothing, state: 'blank' };
  const notes = extraCells(uses, row.cells);
  if ('problem' in found) {
    const column = uses.findIndex((use) => use === numberColumn || use === nameColumn);
    const value = (row.cells[uses.indexOf(numberColumn)] || row.cells[uses.indexOf(nameColumn)]) ?? '';
    notes.push({ column: column < 0 ? null : column, severity: 'error', code: found.problem, value });
    return { ...nothing, notes, state: 'refused' };
  }
  return judgeAnswer(scene, uses, { row, number: found.number, statements, notes });
}

/** Judges rows together: of those about one municipality none is stored until one is left. */
export function judgeRows(scene: ImportScene, uses: readonly ColumnUse[], rows: readonly ImportRow[]): Verdict[] {
  const verdicts = rows.map((row) => judgeRow(scene, uses, row));
  const duplicates = linesByMunicipality(rows, verdicts);
  return verdicts.map((verdict, index) => withDuplicates(verdict, rows[index]?.line ?? 0, duplicates));
}

/** The lines of the rows that say something about each municipality. */
export function linesByMunicipality(rows: readonly ImportRow[], verdicts: readonly Verdict[]): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  verdicts.forEach(({ municipalityNo, state }, index) => {
    const line = rows[index]?.line;
    if (municipalityNo === null || line === undefined || state === 'skipped' || state === 'blank') return;
    const before = lines.get(municipalityNo);
    if (before) before.push(line);
    else lines.set(municipalityNo, [line]);
  });
  return lines;
}

/** A verdict that also tells of other rows about the same municipality. */
export function withDuplicates(verdict: Verdict, line: number, lines: ReadonlyMap<string, number[]>): Verdict {
  const { municipalityNo, state } = verdict;
  const others = (lines.get(municipalityNo ?? '') ?? []).filter((other) => other !== line);
  if (others.length === 0 || municipalityNo === null || state === 'skipped' || state === 'blank') return verdict;
  const duplicate: ImportNote = {
    ...{ column: null, severity: 'error', code: 'duplicate', value: municipalityNo },
    lines: others.slice(0, 5)
  };
  return { ...verdict, state: 'refused', notes: [...verdict.notes, duplicate] };
}

type Judged = { row: ImportRow; number: string; statements: ColumnStatement[]; notes: ImportNote[] };

function judgeAnswer(scene: ImportScene, uses: readonly ColumnUse[], judged: Judged): Verdict {
  const { questionnaire } = scene;
  const { row, number, statements } = judged;
  const known = scene.known.get(number);
  const before = known ? fieldsOf(questionnaire, known.answers) : {};
  const stated = statedFields(questionnaire, statements, before);
  const { answers, problems } = parseAnswers(questionnaire, stated.fields);
  const notes = [...judged.notes, ...stated.notes];
  const isSameForm = canonical(before) === canonical(stated.fields);
  if (!hasErrors(notes) && known && (isSameForm || isStored(known, answers, problems))) {
    return { state: 'unchanged', municipalityNo: number, notes: [], answers: null };
  }
  const said = new Set(stated.notes.map(({ column }) => (column === null ? null : uses[column])));
  notes.push(...problems.filter(({ field }) => !said.has(field)).map((problem) => answerNote(uses, row, problem)));
  notes.push(...failedChecks(questionnaire, answers, 'soft').map((failed) => checkNote(uses, failed)));
  if (scene.notExpected.has(number)) {
    notes.push({ column: null, severity: 'warning', code: 'not_expected', value: number });
  }
  if (hasErrors(notes)) return { state: 'refused', municipalityNo: number, notes, answers: null };
  return { ...replacing(known, row, notes), municipalityNo: number, answers };
}

function isStored(known: KnownAnswer, answers: Answers, problems: readonly AnswerProblem[]): boolean {
  return problems.length === 0 && haveSameAnswers(known.answers, answers);
}

function replacing(
  known: KnownAnswer | undefined,
  row: ImportRow,
  notes: ImportNote[]
): Pick<Verdict, 'state' | 'notes'> {
  if (known?.channel !== 'web') return { state: 'ready', notes };
  const warning: ImportNote = {
    ...{ column: null, severity: 'warning', code: 'replaces', value: String(known.version) },
    known
  };
  return { state: row.replaces === known.version ? 'ready' : 'asks', notes: [...notes, warning] };
}

function hasErrors(notes: readonly ImportNote[]): boolean {
  return notes.some(({ severity }) => severity === 'error');
}

function municipalityOf({ index }: ImportScene, uses: readonly ColumnUse[], cells: readonly string[]) {
  const cell = (use: ColumnUse) => cells[uses.indexOf(use)] ?? '';
  return findMunicipality(index, { number: cell(numberColumn), name: cell(nameColumn) });
}

/** Cells beyond the last column, which nobody has said what hold. */
function extraCells(uses: readonly ColumnUse[], cells: readonly string[]): ImportNote[] {
  const extra = cells.slice(uses.length).filter((cell) => cell.trim() !== '');
  return extra.length === 0
    ? []
    : [{ column: null, severity: 'error', code: 'extra_cells', value: extra.join(' ').slice(0, 100) }];
}

function answerNote(uses: readonly ColumnUse[], { cells }: ImportRow, problem: AnswerProblem): ImportNote {
  const column = columnOf(uses, problem.field);
  const value = column === null ? problem.value : (cells[column] ?? '');
  return { column, severity: 'error', code: 'answer', value, problem };
}

function checkNote(uses: readonly ColumnUse[], failed: FailedCheck): ImportNote {
  const column = columnOf(uses, failed.check.left);
  return { column, severity: 'warning', code: 'check', value: String(failed.left), failed };
}

function columnOf(uses: readonly ColumnUse[], use: ColumnUse): number | null {
  const column = use === unusedColumn ? -1 : uses.indexOf(use);
  return column < 0 ? null : column;
}

/** Whether two answers are the same, whatever the order they were kept in. */
export function haveSameAnswers(before: Answers, after: Answers): boolean {
  return canonical(before) === canonical(after);
}

function canonical(record: Record<string, unknown>): string {
  return JSON.stringify(
    Object.entries(record)
      .map(([key, value]) => [key, typeof value === 'object' && value !== null ? Object.entries(value).sort() : value])
      .sort()
  );
}
