import type { Answers } from '#lib/domain/answer.ts';
import type { StoredReasons } from '#lib/domain/reason.ts';
import type { Coverage } from '#lib/domain/coverage.ts';
import type { Sources } from '#lib/domain/own-count.ts';
import type { Tx } from './db.ts';
import { readAnswers, type VersionName } from './version-answers.ts';

/** One version of a municipality's answer. Versions are only added; the highest counts. */
export type Report = {
  municipalityNo: string;
  roundId: string;
  version: number;
  answers: Answers;
  reasons: StoredReasons;
  /** What was changed since the version before, and why; null when nobody was asked. */
  changeReason: string | null;
  /** The questions whose answers were taken over from the last round and not confirmed. */
  carried: string[];
  /** Where its figures are from, where the municipality had a count of its own. */
  sources: Sources;
  hash: string;
  submittedAt: Date;
  submittedBy: string;
  channel: 'web' | 'import' | 'phone';
  /** The municipalities it speaks for, or who answers instead; null when it says nothing of others. */
  coverage: Coverage | null;
};

/** The columns of a version, in its words. */
export const reportColumns = `
  municipality_no as "municipalityNo",
  round_id as "roundId",
  version,
  answers,
  reasons,
  change_reason as "changeReason",
  carried,
  sources,
  hash,
  submitted_at as "submittedAt",
  submitted_by as "submittedBy",
  channel,
  coverage`;

/** All versions of one municipality's answer, the newest first. */
export function listVersions(tx: Tx, roundId: string, municipalityNo: string): Promise<Report[]> {
  return tx.query<Report>(
    `select ${reportColumns} from report where municipality_no = $1 and round_id = $2 order by version desc`,
    [municipalityNo, roundId]
  );
}

/** Whether a municipality has ever sent an answer to a round. */
export async function hasAnswered(tx: Tx, roundId: string, municipalityNo: string): Promise<boolean> {
  const found = await tx.query(`select from report where municipality_no = $1 and round_id = $2 limit 1`, [
    municipalityNo,
    roundId
  ]);
  return found.length > 0;
}

/** The version that counts of every municipality that has answered a round. */
export function latestReports(tx: Tx, roundId: string): Promise<Report[]> {
  return tx.query<Report>(
    `select distinct on (municipality_no) ${reportColumns}
    from report
    where round_id = $1
    order by municipality_no, version desc`,
    [roundId]
  );
}

/** What a report is but for its answers. */
export type SaidReport = Pick<Report, 'municipalityNo' | 'version' | 'submittedAt' | 'channel' | 'coverage'>;

/** The version that counts of every municipality that has answered a round, without its answers. */
export function latestSaid(tx: Tx, roundId: string): Promise<SaidReport[]> {
  return tx.query<SaidReport>(
    `select distinct on (municipality_no)
      municipality_no as "municipalityNo",
      version,
      submitted_at as "submittedAt",
      channel,
      coverage
    from report
    where round_id = $1
    order by municipality_no, version desc`,
    [roundId]
  );
}

/** What a municipality answered in an earlier round, with the period it answered for. */
export type PreviousAnswers = { roundName: string; periodStart: string; periodEnd: string; answers: Answers };

/**
 * What each of these municipalities answered last in an earlier round with the same questionnaire, by number: an answer of
 * its own, not only who answers for it, and in a round of the same region if there is one.
 */
export async function listPreviousAnswers(
  tx: Tx,
  roundId: string,
  municipalityNos: readonly string[]
): Promise<Map<string, PreviousAnswers>> {
  const earlier = municipalityNos.length === 0 ? [] : await listEarlierRounds(tx, roundId);
  const [newest, ...older] = earlier;
  const found = new Map<string, PreviousAnswers>();
  // Nearly all have answered the newest, so the walk through the others is for few.
  for (const rounds of [newest ? [newest] : [], older]) {
    const missing = municipalityNos.filter((number) => !found.has(number));
    const names = await listLastVersions(tx, rounds, missing);
    const answers = await readAnswers(tx, names);
    for (const [index, name] of names.entries()) {
      const [round, said] = [rounds.find(({ id }) => id === name.roundId), answers[index]];
      if (round && said) found.set(name.municipalityNo, { ...round.period, answers: said });
    }
  }
  return found;
}

type EarlierRound = { id: string; period: Omit<PreviousAnswers, 'answers'> };

async function listEarlierRounds(tx: Tx, roundId: string): Promise<EarlierRound[]> {
  const rounds = await tx.query<{ id: string } & EarlierRound['period']>(
    `select
      earlier.id,
      earlier.name as "roundName",
      earlier.period_start::text as "periodStart",
      earlier.period_end::text as "periodEnd"
    from round as this
    join round as earlier
      on earlier.questionnaire_id = this.questionnaire_id and earlier.period_end < this.period_end
    where this.id = $1
    order by earlier.korus_region = this.korus_region desc, earlier.period_end desc, earlier.id`,
    [roundId]
  );
  return rounds.map(({ id, ...period }) => ({ id, period }));
}

/** The latest version of each municipality in the first of these rounds that has one. */
async function listLastVersions(
  tx: Tx,
  rounds: readonly EarlierRound[],
  municipalityNos: readonly string[]
): Promise<VersionName[]> {
  if (rounds.length === 0 || municipalityNos.length === 0) return [];
  return tx.query<VersionName>(
    `select distinct on (municipality_no)
      municipality_no as "municipalityNo",
      round_id as "roundId",
      version,
      hash
    from report
    where municipality_no = any($1)
      and round_id = any($2)
      and coalesce(coverage ->> 'kind' not in ('answered_by', 'not_answered_by'), true)
    order by municipality_no, array_position($2, round_id), version desc`,
    [municipalityNos, rounds.map(({ id }) => id)]
  );
}

/** The same of one municipality, or null. */
export async function previousAnswers(
  tx: Tx,
  roundId: string,
  municipalityNo: string
): Promise<PreviousAnswers | null> {
  return (await listPreviousAnswers(tx, roundId, [municipalityNo])).get(municipalityNo) ?? null;
}
