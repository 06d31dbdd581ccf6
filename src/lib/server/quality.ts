import type { Answers } from '#lib/domain/answer.ts';
import type { QualityEntry } from '#lib/domain/quality-cell.ts';
import type { Round } from '#lib/domain/round.ts';
import { listAssignments } from './assignment.ts';
import type { Tx } from './db.ts';
import { listThreads, type Thread } from './query-thread.ts';
import { latestReports } from './report.ts';
import { listReviews, type Review } from './report-review.ts';

/** One expected municipality with its answer, its questions and its review. */
export type Quality = Omit<QualityEntry, 'threads'> & {
  coveredBy: string | null;
  threads: Thread[];
  reviewed: Review | null;
};

type Dated = Pick<Round, 'id' | 'korusRegion' | 'questionnaireId' | 'periodEnd'>;

/** Where the quality of every expected municipality's answer stands, by number. */
export async function readQuality(tx: Tx, round: Dated): Promise<Quality[]> {
  const assignments = await listAssignments(tx, round.id);
  const reports = byMunicipality(await latestReports(tx, round.id));
  const first = byMunicipality(await firstOfCorrected(tx, round.id));
  const previous = byMunicipality(await lastRoundAnswers(tx, round));
  const threads = new Map<string, Thread[]>(assignments.map(({ municipalityNo }) => [municipalityNo, []]));
  for (const thread of await listThreads(tx, round.id)) threads.get(thread.municipalityNo)?.push(thread);
  const reviews = new Map(
    (await listReviews(tx, round.id)).map((one) => [keyOf(one.municipalityNo, one.version), one])
  );
  return assignments.map(({ municipalityNo, status, coveredBy }) => {
    const report = reports.get(municipalityNo) ?? null;
    const reviewed = report ? (reviews.get(keyOf(municipalityNo, report.version)) ?? null) : null;
    return {
      ...{ municipalityNo, status, coveredBy, report, reviewed },
      first: first.get(municipalityNo)?.answers ?? null,
      previous: previous.get(municipalityNo)?.answers ?? null,
      threads: threads.get(municipalityNo) ?? [],
      review: reviewed?.state ?? 'unreviewed'
    };
  });
}

/** The answers of the region's round before this one, of those that answered it; none when there is none. */
function lastRoundAnswers(tx: Tx, round: Dated): Promise<{ municipalityNo: string; answers: Answers }[]> {
  return tx.query(
    `select distinct on (municipality_no) municipality_no as "municipalityNo", answers
    from report
    where round_id = (
      select id
      from round
      where korus_region = $1 and questionnaire_id = $2 and period_end < $3
      order by period_end desc, id
      limit 1
    )
    order by municipality_no, version desc`,
    [round.korusRegion, round.questionnaireId, round.periodEnd]
  );
}

/** The first version of those that have sent more than one. */
function firstOfCorrected(tx: Tx, roundId: string): Promise<{ municipalityNo: string; answers: Answers }[]> {
  return tx.query(
    `select report.municipality_no as "municipalityNo", report.answers
    from report
    join report as second
      on second.municipality_no = report.municipality_no and second.round_id = report.round_id and second.version = 2
    where report.round_id = $1 and report.version = 1`,
    [roundId]
  );
}

/** The answers of a municipality in each round of its region before this one, the newest first, the latest version of each. */
export function listEarlierAnswers(
  tx: Tx,
  round: Dated,
  municipalityNo: string
): Promise<{ roundName: string; answers: Answers }[]> {
  return tx.query(
    `select distinct on (round.period_end, round.id) round.name as "roundName", report.answers
    from report
    join round on round.id = report.round_id
    where report.municipality_no = $1
      and round.questionnaire_id = $2
      and round.period_end < $3
    order by round.period_end desc, round.id, report.version desc`,
    [municipalityNo, round.questionnaireId, round.periodEnd]
  );
}

function byMunicipality<Row extends { municipalityNo: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.municipalityNo, row]));
}

function keyOf(municipalityNo: string, version: number): string {
  return `${municipalityNo}/${version}`;
}
