import { isAsked, statusField, type Fields } from './answer.ts';
import type { ImportNote, ImportScene } from './answer-import.ts';
import { readCell, readGate, type Statement } from './import-cell.ts';
import type { ColumnUse } from './import-column.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

/** What a cell cannot say beside the other cells of its row, or says that is not kept. */
export type StatedProblem =
  'zero_without_gate' | 'contradicts_none' | 'withheld_unknown' | 'withheld_kept' | 'not_asked' | 'dash_is_zero';

/** What one column of a row says; `question` is null for the gate. */
export type ColumnStatement = { column: number; question: Question | null; statement: Statement; cell: string };

/** What the columns of a row say about the questions, in the order of the columns. */
export function readStatements(
  { questionnaire, words }: Pick<ImportScene, 'questionnaire' | 'words'>,
  uses: readonly ColumnUse[],
  cells: readonly string[]
): ColumnStatement[] {
  return uses.flatMap((use, column): ColumnStatement[] => {
    const cell = cells[column] ?? '';
    if (use === questionnaire.gate.key) {
      return [{ column, question: null, cell, statement: readGate(questionnaire, cell, words) }];
    }
    const question = questionnaire.questions.find(({ key }) => key === use);
    return question ? [{ column, question, cell, statement: readCell(question, cell, words) }] : [];
  });
}

/**
 * The form that a row fills in: what is stored already, with what the row says put over it. A blank cell changes nothing,
 * and neither does a withheld figure. Zeroes are confirmed only when the row, or what is stored, says there were no cases.
 */
export function statedFields(
  questionnaire: Questionnaire,
  statements: readonly ColumnStatement[],
  before: Fields
): { fields: Fields; notes: ImportNote[] } {
  const fields = { ...before };
  const notes: ImportNote[] = [];
  for (const one of statements) notes.push(...putInto(fields, one));
  const gate = gateOf(questionnaire, statements, before);
  if (gate.value === null) delete fields[questionnaire.gate.key];
  else fields[questionnaire.gate.key] = gate.value;
  notes.push(...gate.notes);
  if (gate.value === 'none') {
    notes.push(...contradictions(statements));
    for (const { key, group } of questionnaire.questions) if (group === 'cases') removeFrom(fields, key);
  }
  return { fields, notes: [...notes, ...unasked(questionnaire, statements, fields)] };
}

function putInto(fields: Fields, { question, statement, column, cell }: ColumnStatement): ImportNote[] {
  if (question === null || statement.says === 'nothing' || statement.says === 'none') return [];
  const { key, type } = question;
  if (statement.says === 'withheld') {
    const isKept = fields[key] !== undefined || fields[statusField(key)] !== undefined;
    return isKept
      ? [{ column, severity: 'warning', code: 'withheld_kept', value: cell }]
      : [{ column, severity: 'error', code: 'withheld_unknown', value: cell }];
  }
  removeFrom(fields, key);
  if (statement.says === 'value') fields[key] = statement.value;
  else if (statement.says !== 'not_given') fields[type === 'choice' ? key : statusField(key)] = statement.says;
  const isDash = statement.says === 'value' && statement.isDash;
  return isDash ? [{ column, severity: 'warning', code: 'dash_is_zero', value: cell }] : [];
}

/** The gate as the row tells it, or as its counts show; null when neither does and nothing is stored. */
function gateOf(
  { gate }: Questionnaire,
  statements: readonly ColumnStatement[],
  before: Fields
): { value: string | null; notes: ImportNote[] } {
  const said = statements.find(({ question, statement }) => question === null && statement.says !== 'nothing');
  const none = statements.find(({ question, statement }) => isCase(question) && statement.says === 'none');
  if (said) {
    const value = said.statement.says === 'value' ? said.statement.value : 'none';
    const isDenied = value !== 'none' && none !== undefined;
    return { value, notes: isDenied ? [contradiction(none)] : [] };
  }
  if (none) return { value: 'none', notes: [] };
  const stored = before[gate.key] ?? null;
  const counted = statements.filter(({ question, statement }) => isCase(question) && isFigure(statement));
  const [first] = counted;
  if (!first) return { value: stored, notes: [] };
  const areZeroes = counted.every(({ statement }) => isZero(statement));
  if (!areZeroes || counted.some(({ question }) => !gate.zeroes.includes(question?.key ?? ''))) {
    return { value: 'yes', notes: [] };
  }
  if (stored !== null) return { value: stored, notes: [] };
  return {
    value: 'yes',
    notes: [{ column: first.column, severity: 'error', code: 'zero_without_gate', value: first.cell }]
  };
}

function contradictions(statements: readonly ColumnStatement[]): ImportNote[] {
  return statements
    .filter(({ question, statement }) => isCase(question) && isFigure(statement) && !isZero(statement))
    .map(contradiction);
}

function contradiction({ column, cell }: ColumnStatement): ImportNote {
  return { column, severity: 'error', code: 'contradicts_none', value: cell };
}

/** What the row says about questions that its other answers leave unasked, and that is not kept. */
function unasked(questionnaire: Questionnaire, statements: readonly ColumnStatement[], fields: Fields): ImportNote[] {
  return statements
    .filter(({ question, statement }) => question !== null && !isCase(question) && isFigure(statement))
    .filter(({ question }) => question !== null && !isAsked(questionnaire, question, fields))
    .map(({ column, cell }) => ({ column, severity: 'warning', code: 'not_asked', value: cell }));
}

function isCase(question: Question | null): boolean {
  return question?.group === 'cases';
}

function isFigure({ says }: Statement): boolean {
  return says === 'value' || says === 'dont_know' || says === 'not_applicable';
}

function isZero(statement: Statement): boolean {
  return statement.says === 'value' && /^0+$/.test(statement.value);
}

function removeFrom(fields: Fields, key: string): void {
  delete fields[key];
  delete fields[statusField(key)];
}
