import { afterAll, beforeAll, expect, it } from 'vitest';
import { indicatorOf } from '#lib/domain/indicator.ts';
import type { Round } from '#lib/domain/round.ts';
import type { Store } from '#lib/server/db.ts';
import { dryRun } from '#lib/server/dry-run.ts';
import { prepareRound } from '#lib/server/expectation.ts';
import { loadQuestionnaires, questionnaireOf } from '#lib/server/questionnaires.ts';
import { loadReference } from '#lib/server/reference.ts';
import { proposeRound } from '#lib/server/round-proposal.ts';
import { addAdviser, openRounds, round, secret } from '../support/rounds.ts';
import { openTestDb } from '../support/test-db.ts';

const { geography } = loadReference('data');
const questionnaires = loadQuestionnaires('data/questionnaires');
const at = new Date();

let db: Store;
let adviser: { kind: 'person'; personId: string };
let next: Round;

beforeAll(async () => {
  db = await openTestDb();
  await openRounds(db, [round]);
  const actor = await addAdviser(db, 'Ragnhild', 'sor');
  if (actor.kind !== 'person') throw new Error('no person');
  adviser = actor;
  next = await db.transaction(adviser, async (tx) => {
    const proposal = await proposeRound(tx, 'sor', { geography, questionnaires, now: at });
    await prepareRound(tx, proposal.round, proposal.list, { secret, at });
    return proposal.round;
  });
});
afterAll(() => db.close());

const run = (of = next) =>
  dryRun(db, adviser, { round: of, questionnaire: questionnaireOf(questionnaires, of), geography, at });

/** Every row of every table, but for the audit. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await db.owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
  );
  const kept: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !table.name.startsWith('audit'))) {
    const { rows } = await db.owner.query<{ rows: string }>(
      `select coalesce(string_agg(row::text, ';' order by row::text), '') as rows from "${name}" as row`
    );
    kept[name] = rows[0]?.rows ?? '';
  }
  return kept;
}

it('a dry run answers for everyone through the same rules, and leaves nothing but that it was made', async () => {
  const before = await everything();
  const audit = async () =>
    (await db.owner.query<{ action: string }>(`select action from audit order by sequence`)).rows;
  const rowsBefore = await audit();
  const outcome = await run();
  expect(await everything()).toEqual(before);
  expect((await audit()).slice(rowsBefore.length)).toEqual([{ action: 'dry_run_made' }]);
  expect(outcome).toMatchObject({ expected: 25, asked: 25 });
  expect(outcome.accepted + outcome.refused.length).toBe(25);
  expect(outcome.accepted).toBeGreaterThan(20);
  for (const { indicator, reported, expected } of outcome.totals) {
    expect(expected, indicatorOf(indicator).id).toBe(25);
    expect(reported).toBeGreaterThan(0);
  }
  expect(outcome.answered.cases_received).toBe(outcome.accepted);
});

it('the same round gives the same figures each time', async () => {
  expect(await run()).toEqual(await run());
});

it('a round that has been open is not tried', async () => {
  await expect(run(round)).rejects.toMatchObject({ code: 'round-closed' });
});

it('a list without anyone is refused, also without a trace', async () => {
  await db.owner.query(`delete from assignment where round_id = $1`, [next.id]);
  const before = await everything();
  await expect(run()).rejects.toMatchObject({ code: 'not-ready' });
  expect(await everything()).toEqual(before);
});
