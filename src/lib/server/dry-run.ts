import { parseAnswers, type Answers } from '#lib/domain/answer.ts';
import { failedChecks } from '#lib/domain/check.ts';
import { figuresOf } from '#lib/domain/figure.ts';
import type { Geography } from '#lib/domain/geography.ts';
import { countIndicators } from '#lib/domain/indicator.ts';
import type { Questionnaire } from '#lib/domain/questionnaire.ts';
import type { Round } from '#lib/domain/round.ts';
import { syntheticForm } from '#lib/domain/synthetic-answer.ts';
import { listAssignments } from './assignment.ts';
import { recordAudit } from './audit.ts';
import { placesAt, readEntries } from './dataset.ts';
import type { Actor, Db, Tx } from './db.ts';
import { sendReport } from './report-submission.ts';
import { beginTransition, openPrepared, requireTransition } from './round.ts';

/** What came out of a dry run: all of it is made up. `checks` counts each by its id, `answered` each question by its key. */
export type DryRun = {
  expected: number;
  asked: number;
  accepted: number;
  refused: { municipalityNo: string; code: string; field: string }[];
  checks: Record<string, number>;
  answered: Record<string, number>;
  totals: { indicator: string; value: number; reported: number; expected: number }[];
};

type Person = Extract<Actor, { kind: 'person' }>;
type Rehearsal = { round: Round; questionnaire: Questionnaire; geography: Geography; at: Date };

/** Carries what came out past the end of a transaction that is never committed. */
class RolledBack extends Error {
  readonly outcome: DryRun;

  constructor(outcome: DryRun) {
    super('a dry run leaves nothing');
    this.outcome = outcome;
  }
}

/**
 * Opens the round, answers for everyone on its list with made-up answers and reads the figures, in one transaction that is
 * always rolled back. Then the audit tells that it was done.
 */
export async function dryRun(db: Db, actor: Person, rehearsal: Rehearsal): Promise<DryRun> {
  const { round, at } = rehearsal;
  requireTransition(round, 'dry_run', at);
  const outcome = await rehearse(db, actor, rehearsal);
  const detail = { asked: outcome.asked, answered: outcome.accepted };
  await db.transaction(actor, (tx) =>
    recordAudit(tx, { at, chain: round.korusRegion, action: 'dry_run_made', subject: round.id, detail })
  );
  return outcome;
}

async function rehearse(db: Db, actor: Person, rehearsal: Rehearsal): Promise<DryRun> {
  try {
    return await db.transaction(actor, async (tx): Promise<DryRun> => {
      throw new RolledBack(await play(tx, actor, rehearsal));
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome;
    throw error;
  }
}

async function play(tx: Tx, actor: Person, { round, questionnaire, geography, at }: Rehearsal): Promise<DryRun> {
  const list = await listAssignments(tx, round.id);
  await openNow(tx, round, list.length, at);
  const asked = list.filter(({ status }) => status === 'expected');
  const run: DryRun = {
    ...{ expected: list.length, asked: asked.length, accepted: 0, refused: [], checks: {}, answered: {}, totals: [] }
  };
  for (const { municipalityNo } of asked) {
    const { fields, corrected } = syntheticForm(questionnaire, `${round.id}/${municipalityNo}`);
    const { answers, problems } = parseAnswers(questionnaire, fields);
    const soft = failedChecks(questionnaire, answers, 'soft').map(({ check }) => check.id);
    tally(run.checks, [...corrected, ...soft]);
    const [problem] = problems;
    if (problem) {
      run.refused.push({ municipalityNo, code: problem.code, field: problem.field });
      continue;
    }
    await answer(tx, { roundId: round.id, municipalityNo }, answers, at);
    run.accepted += 1;
    tally(run.answered, Object.keys(answers));
  }
  await actAs(tx, actor);
  const figures = figuresOf(await readEntries(tx, round.id, placesAt(geography, round.periodEnd)));
  run.totals = countIndicators.map(({ id }) => {
    const own = figures.filter(({ indicator }) => indicator === id);
    const reported = own.reduce((sum, figure) => sum + figure.reported, 0);
    return {
      indicator: id,
      value: own.reduce((sum, { value }) => sum + (value ?? 0), 0),
      reported,
      expected: own.length
    };
  });
  return run;
}

/** As if its opening had come a minute ago, its other moments as far from it as they are. */
async function openNow(tx: Tx, round: Round, expected: number, at: Date): Promise<void> {
  await beginTransition(tx, round, 'dry_run', at);
  const shift = at.getTime() - 60_000 - round.opensAt.getTime();
  const [opensAt, deadlineAt, closesAt, freezesAt] = [
    ...[round.opensAt, round.deadlineAt, round.closesAt, round.freezesAt]
  ].map((moment) => new Date(moment.getTime() + shift));
  await tx.query(`update round set opens_at = $2, deadline_at = $3, closes_at = $4, freezes_at = $5 where id = $1`, [
    round.id,
    opensAt,
    deadlineAt,
    closesAt,
    freezesAt
  ]);
  if (round.openedAt === null) await openPrepared(tx, { ...round, closesAt: closesAt ?? round.closesAt }, expected, at);
}

async function answer(tx: Tx, key: { roundId: string; municipalityNo: string }, answers: Answers, at: Date) {
  await actAs(tx, { kind: 'respondent', ...key });
  const report = {
    ...key,
    answers,
    reasons: {},
    submittedAt: at,
    submittedBy: 'Syntetisk svar',
    channel: 'web'
  } as const;
  await sendReport(tx, report, { key: 'dry-run', basedOn: null });
}

/** Only a transaction that is rolled back changes who acts: the answers meet the same policies as those of respondents. */
async function actAs(tx: Tx, actor: Person | Extract<Actor, { kind: 'respondent' }>): Promise<void> {
  const asked = actor.kind === 'respondent' ? actor : { roundId: '', municipalityNo: '' };
  await tx.query(
    `select
      set_config('app.actor_kind', $1, true),
      set_config('app.person_id', $2, true),
      set_config('app.round_id', $3, true),
      set_config('app.municipality_no', $4, true)`,
    [actor.kind, actor.kind === 'person' ? actor.personId : '', asked.roundId, asked.municipalityNo]
  );
}

function tally(counts: Record<string, number>, names: readonly string[]): void {
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
}
