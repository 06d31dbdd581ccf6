import { readFileSync } from 'node:fs';
import { readEnvironment, storePlaceOf } from '#lib/server/env.ts';
import { Problem } from '#lib/server/problem.ts';
import { loadQuestionnaires } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { openRoundFile, parseRoundFile } from '#lib/server/round-file.ts';
import { secretOf } from '#lib/server/secret.ts';
import { openReadyStore } from '#lib/server/store.ts';

const [file] = process.argv.slice(2);

try {
  if (!file) throw new Error('Bruk: npm run seed -- RUNDE.json');
  const round = parseRoundFile(readFileSync(file, 'utf8'));
  const env = readEnvironment(process.env);
  const { geography } = loadReference('data');
  const db = await openReadyStore(storePlaceOf(env), geography);
  try {
    const expected = await openRoundFile(db, round, {
      geography,
      questionnaires: loadQuestionnaires('data/questionnaires'),
      secret: secretOf(env),
      at: new Date()
    });
    process.stdout.write(`${round.name} er åpnet for ${expected} kommuner.\n`);
  } finally {
    await db.close();
  }
} catch (error) {
  const isThere = error instanceof Problem && error.code === 'already-exists';
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${isThere ? 'Runden finnes fra før; ingenting er endret.' : message}\n`);
  process.exitCode = 1;
}
