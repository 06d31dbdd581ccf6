import type { Answers } from '#lib/domain/answer.ts';
import type { QualityEntry } from '#lib/domain/quality-cell.ts';
import { daysOf, type Round } from '#lib/domain/round.ts';
import { placeOf, placesOf, type Place } from '#lib/domain/standing.ts';
import { listAssignments } from './assignment.ts';
import type { Tx } from './db.ts';
import { listThreads, type Thread } from './query-thread.ts';
import { latestSaid, type Report } from './report.ts';
import { listReviews, type Review } from './report-review.ts';

/** One expected municipality with its answer, its questions and its review. */
export type Quality = Omit<QualityEntry, 'threads'> & {
  threads: Thread[];
  reviewed: Review | null;
};

type Latest = Pick<Report, 'municipalityNo' | 'version' | 'submittedAt' | 'answers' | 'reasons' | 'coverage'>;
type Dated = Pick<Round, 'id' | 'korusRegion' | 'questionnaireId' | 'periodStart' | 'periodEnd'>;
type Earlier = Pick<Round, 'periodStart' | 'periodEnd'> & { answers: Answers };

/** Where the quality of every expected municipality's answer stands, by number. */
export async function readQuality(tx: Tx, round: Dated): Promise<Quality[]> {
  const assignments = await listAssignments(tx, round.id);
  const reports = byMunicipality(await listLatest(tx, round.id));
  const places = placesOf(assignments, [...reports.values()]);
  const first = byMunicipality(await firstOfCorrected(tx, round.id));
  const previous = byMunicipality(await lastRoundAnswers(tx, round));
  const threads = new Map<string, Thread[]>(assignments.map(({ municipalityNo }) => [municipalityNo, []]));
  for (const thread of await listThreads(tx, round.id)) threads.get(thread.municipalityNo)?.push(thread);
  const reviews = new Map(
    (await listReviews(tx, round.id)).map((one) => [keyOf(one.municipalityNo, one.version), one])
  );
  return assignments.map(({ municipalityNo }) => {
    const place = placeOf(places, municipalityNo);
    const report = place.status === 'answered' ? (reports.get(municipalityNo) ?? null) : null;
    const reviewed = report ? (reviews.get(keyOf(municipalityNo, report.version)) ?? null) : null;
    return {
      ...{ municipalityNo, status: expectedAs(place), report, reviewed },
      hosted: hostedIn(place, reports),
      first: report && answersIn(first, municipalityNo),
      previous: earlierIn(round, previous.get(municipalityNo)),
      threads: threads.get(municipalityNo) ?? [],
      review: reviewed?.state ?? 'unreviewed'
    };
  });
}

/** How one municipality stands in the table: with its own report, or whose has its figures. */
export async function readStanding(tx: Tx, roundId: string, municipalityNo: string) {
  const said = await latestSaid(tx, roundId);
  const place = placeOf(placesOf(await listAssignments(tx, roundId), said), municipalityNo);
  const reports = byMunicipality(said);
  return {
    ...{ municipalityNo, status: expectedAs(place), isOwn: place.status === 'answered' },
    hosted: hostedIn(place, reports)
  };
}

/** What was answered in an earlier round, with the length of its period when that of `round` is 1; null for no answer. */
export function earlierIn(round: Dated, earlier: Earlier | undefined): QualityEntry['previous'] {
  return earlier ? { answers: earlier.answers, exposure: daysOf(earlier) / daysOf(round) } : null;
}

function answersIn(rows: ReadonlyMap<string, { answers: Answers }>, municipalityNo: string): Answers | null {
  return rows.get(municipalityNo)?.answers ?? null;
}

function expectedAs({ status }: Place): QualityEntry['status'] {
  return status === 'covered_by_host' || status === 'declined' ? status : 'expected';
}

/** Whose report has the figures of a covered municipality, and which of them are its own when the host gives each. */
function hostedIn(
  { municipalityNo, status, standsIn, part }: Place,
  reports: ReadonlyMap<string, Pick<Report, 'coverage'>>
): QualityEntry['hosted'] {
  if (status !== 'covered_by_host' || standsIn === null) return null;
  const coverage = reports.get(standsIn)?.coverage;
  const isEach = part === 'each' && coverage?.kind === 'each';
  return { host: standsIn, answers: isEach ? (coverage.figures[municipalityNo] ?? null) : null };
}

/** The version that counts of every municipality that has sent one, with what the table shows of it. */
function listLatest(tx: Tx, roundId: string): Promise<Latest[]> {
  return tx.query<Latest>(
    `select distinct on (municipality_no)
      municipality_no as "municipalityNo",
      version,
      submitted_at as "submittedAt",
      answers,
      reasons,
      coverage
    from report
    where round_id = $1
    order by municipality_no, version desc`,
    [roundId]
  );
}

/** The answers of the region's round before this one, of those that answered it; none when there is none. */
function lastRoundAnswers(tx: Tx, round: Dated): Promise<(Earlier & { municipalityNo: string })[]> {
  return tx.query(
    `select distinct on (report.municipality_no)
      report.municipality_no as "municipalityNo",
      report.answers,
      last.period_start::text as "periodStart",
      last.period_end::text as "periodEnd"
    from report
    join (
      select id, period_start, period_end
      from round
      where korus_region = $1 and questionnaire_id = $2 and period_end < $3
      order by period_end desc, id
      limit 1
    ) as last on last.id = report.round_id
    order by report.municipality_no, report.version desc`,
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
): Promise<(Earlier & { roundName: string })[]> {
  return tx.query(
    `select distinct on (round.period_end, round.id)
      round.name as "roundName",
      round.period_start::text as "periodStart",
      round.period_end::text as "periodEnd",
      report.answers
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
