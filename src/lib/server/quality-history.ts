import type { QualityHistory } from '#lib/domain/quality-figures.ts';
import { isAnswer, type Coverage } from '#lib/domain/coverage.ts';
import { placeOf, placesOf } from '#lib/domain/standing.ts';
import type { ReviewState } from '#lib/domain/review.ts';
import { listAssignments } from './assignment.ts';
import { backgroundOf, type RoundBackground } from './background.ts';
import type { Tx } from './db.ts';
import { listReviews } from './report-review.ts';
import { listPreviousAnswers } from './report.ts';
import { readAnswers, type VersionName } from './version-answers.ts';

type Named = VersionName & Omit<QualityHistory['versions'][number], 'answers'> & { coverage: Coverage | null };
type Asked = QualityHistory['threads'][number] & { municipalityNo: string };

/** The versions, the review and the questions of every expected municipality of a round, by number; without a background no count surprises. */
export async function listQualityHistories(
  tx: Tx,
  roundId: string,
  background: RoundBackground | null = null
): Promise<(Omit<QualityHistory, 'countyNo'> & { municipalityNo: string })[]> {
  const assignments = await listAssignments(tx, roundId);
  const names = await listVersions(tx, roundId);
  const answers = await readAnswers(tx, names);
  const versions = grouped(names.map((name, index) => ({ ...name, answers: answers[index] ?? {} })));
  const places = placesOf(
    assignments,
    [...versions.values()].flatMap((sent) => sent.slice(-1))
  );
  const sentBy = (municipalityNo: string) => (versions.get(municipalityNo) ?? []).filter(isAnswer);
  const previous = await listPreviousAnswers(tx, roundId, background ? [...versions.keys()] : []);
  const threads = grouped(await listAsked(tx, roundId));
  const reviews = new Map<string, ReviewState>(
    (await listReviews(tx, roundId)).map(({ municipalityNo, version, state }) => [
      `${municipalityNo}/${version}`,
      state
    ])
  );
  return assignments.map(({ municipalityNo }) => {
    const { status, standsIn } = placeOf(places, municipalityNo);
    const own = status === 'answered' ? sentBy(municipalityNo) : [];
    const answeredAt = standsIn === null ? null : (sentBy(standsIn)[0]?.submittedAt ?? null);
    return {
      ...{ municipalityNo, answeredAt, versions: own, threads: threads.get(municipalityNo) ?? [] },
      background: background && backgroundOf(background, municipalityNo, previous.get(municipalityNo)),
      review: reviews.get(`${municipalityNo}/${own.at(-1)?.version}`) ?? 'unreviewed'
    };
  });
}

function listVersions(tx: Tx, roundId: string): Promise<Named[]> {
  return tx.query<Named>(
    `select
      municipality_no as "municipalityNo",
      round_id as "roundId",
      version,
      hash,
      submitted_at as "submittedAt",
      reasons,
      coverage
    from report
    where round_id = $1
    order by municipality_no, version`,
    [roundId]
  );
}

function listAsked(tx: Tx, roundId: string): Promise<Asked[]> {
  return tx.query<Asked>(
    `select
      thread.municipality_no as "municipalityNo",
      thread.question_key as "questionKey",
      thread.state,
      thread.opened_at as "openedAt",
      answered.first_at as "firstAnswerAt"
    from query_thread as thread
    left join (
      select municipality_no, thread_id, min(at) as first_at
      from query_message
      where round_id = $1 and event in ('answer', 'correct')
      group by municipality_no, thread_id
    ) as answered on answered.municipality_no = thread.municipality_no and answered.thread_id = thread.id
    where thread.round_id = $1
    order by thread.municipality_no, thread.opened_at, thread.id`,
    [roundId]
  );
}

function grouped<Row extends { municipalityNo: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.municipalityNo);
    if (group) group.push(row);
    else groups.set(row.municipalityNo, [row]);
  }
  return groups;
}
