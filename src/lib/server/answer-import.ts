import {
  judgeRows,
  type ImportRow,
  type ImportScene,
  type ImportState,
  type Verdict
} from '#lib/domain/answer-import.ts';
import type { ColumnUse } from '#lib/domain/import-column.ts';
import type { Actor, Db } from './db.ts';
import { registerAnswer, type Registered } from './registration.ts';

/** What became of one row: what the store made of it, or why it was not given to the store. */
export type RowOutcome = { line: number; outcome: Registered['outcome'] | Exclude<ImportState, 'ready'> };

/** Who imports: a person, or an operator with a file; `name` stands as the sender. */
type Importer = { actor: Actor; personId: string | null; name: string };
type AnswerImport = { roundId: string; uses: readonly ColumnUse[]; rows: readonly ImportRow[]; by: Importer };

/**
 * Judges the rows again and stores those that are ready, each in a transaction of its own: one that is refused takes no
 * other with it, and rows that were stored before are found unchanged.
 */
export async function importAnswers(
  { db, clock }: { db: Db; clock: () => Date },
  scene: ImportScene,
  { roundId, uses, rows, by }: AnswerImport
): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  for (const [index, verdict] of judgeRows(scene, uses, rows).entries()) {
    const { line = 0, replaces = null } = rows[index] ?? {};
    if (verdict.state !== 'ready') {
      outcomes.push({ line, outcome: verdict.state });
      continue;
    }
    const origin = { way: 'file', source: by.name } as const;
    const about = { roundId, replaces, origin, registeredBy: by.personId, at: clock(), reasons: {} };
    const { outcome } = await db.transaction(by.actor, (tx) => registerAnswer(tx, { ...about, ...answerOf(verdict) }));
    outcomes.push({ line, outcome });
  }
  return outcomes;
}

function answerOf({ municipalityNo, answers, notes }: Verdict) {
  if (municipalityNo === null || answers === null) throw new Error('a row that is ready has no answer');
  const warnings = notes.flatMap((note) => (note.code === 'check' ? [note.failed.check.id] : []));
  return { municipalityNo, answers, warnings };
}
