import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeRows } from '#lib/domain/answer-import.ts';
import { readDelimitedText } from '#lib/domain/delimited-text.ts';
import { openImportScene } from '#lib/domain/import-scene.ts';
import { sheetOf } from '#lib/domain/import-sheet.ts';
import { takesFromAdvisers } from '#lib/domain/round.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { importAnswers } from '#lib/server/answer-import.ts';
import type { Actor, Db } from '#lib/server/db.ts';
import { readEnvironment, storePlaceOf } from '#lib/server/env.ts';
import { readImportScene } from '#lib/server/import-scene.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { findRound } from '#lib/server/round.ts';
import { openReadyStore } from '#lib/server/store.ts';
import { noteSentence } from '#lib/ui/import/import-text.ts';

const actor: Actor = { kind: 'system', task: 'import' };
const text = messagesIn('nb').imports;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { round: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } }
  });
  const [file] = positionals;
  if (!file || !values.round) throw new Error('Bruk: npm run import -- FIL.csv --round RUNDE [--dry-run]');
  const read = readDelimitedText(readFileSync(file));
  if ('refused' in read)
    throw new Error(read.refused === 'quotes' ? text.refused.quotes(read.line) : text.refused[read.refused]);
  const reference = loadReference('data');
  const db = await openReadyStore(storePlaceOf(readEnvironment(process.env)), reference.geography);
  try {
    const refused = await run(db, {
      roundId: values.round,
      isDry: values['dry-run'],
      name: basename(file),
      rows: read.rows
    });
    if (refused > 0) process.exitCode = 1;
  } finally {
    await db.close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

type Run = { roundId: string; isDry: boolean; name: string; rows: Parameters<typeof sheetOf>[0] };

/** Stores the rows, writes a line for each, and returns how many could not be stored. */
async function run(db: Db, { roundId, isDry, name, rows: lines }: Run): Promise<number> {
  const reference = loadReference('data');
  const questionnaires = loadQuestionnaires('data/questionnaires');
  const { round, data } = await db.transaction(actor, async (tx) => {
    const round = await findRound(tx, roundId);
    if (!round) throw new Error(`Runden «${roundId}» finnes ikke.`);
    return { round, data: await readImportScene(tx, { reference, questionnaires }, round) };
  });
  if (!takesFromAdvisers(round, new Date())) throw new Error(`${round.name} tar ikke imot svar nå.`);
  const scene = openImportScene(data);
  const { uses, rows } = sheetOf(lines, scene);
  const by = { actor, personId: null, name };
  const imported = { roundId, uses, rows, by };
  const outcomes = isDry ? [] : await importAnswers({ db, clock: () => new Date() }, scene, imported);
  let failed = 0;
  for (const [index, verdict] of judgeRows(scene, uses, rows).entries()) {
    const outcome = outcomes[index]?.outcome ?? verdict.state;
    if (['refused', 'asks', 'locked'].includes(outcome)) failed += 1;
    const words: Record<string, string> = { ...text.states, ...text.outcome };
    const told = { uses, answers: verdict.answers };
    const notes = verdict.notes.map((note) =>
      noteSentence(note, told, { questionnaire: scene.questionnaire, language: 'nb' })
    );
    const line = [text.rowNumber(rows[index]?.line ?? 0), verdict.municipalityNo ?? '', words[outcome], ...notes];
    process.stdout.write(`${line.filter(Boolean).join(': ')}\n`);
  }
  return failed;
}
