import type { QualityEntry } from '#lib/domain/quality-cell.ts';
import type { Round } from '#lib/domain/round.ts';
import { placeOf, placesOf, type Place } from '#lib/domain/standing.ts';
import type { Expected } from '#lib/domain/coverage.ts';
import type { ReviewState } from '#lib/domain/review.ts';
import { listAssignments } from './assignment.ts';
import { backgroundOf, type RoundBackground } from './background.ts';
import type { Tx } from './db.ts';
import { listOpenThreads } from './query-thread.ts';
import { latestSaid, listPreviousAnswers, type PreviousAnswers, type Report } from './report.ts';
import { readAnswers, type VersionName } from './version-answers.ts';

/** A version that is the first or the newest of its municipality, with what was decided of it. */
type Version = VersionName &
  Pick<Report, 'submittedAt' | 'channel' | 'reasons' | 'coverage'> & {
    isNewest: boolean;
    isConfirmed: boolean;
    review: ReviewState | null;
  };
type Dated = Pick<Round, 'id' | 'questionnaireId' | 'periodEnd'>;

/** Where the quality of every expected municipality's answer stands, by number; without a background no count surprises. */
export async function readQuality(
  tx: Tx,
  round: Pick<Round, 'id'>,
  background: RoundBackground | null = null
): Promise<QualityEntry[]> {
  const expected = await listExpected(tx, round.id);
  const names = await listVersionsShown(tx, round.id);
  const answers = await readAnswers(tx, names);
  const versions = names.map((name, index) => ({ ...name, answers: answers[index] ?? {} }));
  const reports = byMunicipality(versions.filter(({ isNewest }) => isNewest));
  const first = byMunicipality(versions.filter(({ isNewest }) => !isNewest));
  const places = placesOf(expected, [...reports.values()]);
  const previous = await listPreviousAnswers(tx, round.id, background ? [...reports.keys()] : []);
  const threads = new Map<string, QualityEntry['threads'][number][]>();
  for (const { municipalityNo, ...thread } of await listOpenThreads(tx, round.id)) {
    threads.set(municipalityNo, [...(threads.get(municipalityNo) ?? []), thread]);
  }
  return expected.map(({ municipalityNo }) => {
    const place = placeOf(places, municipalityNo);
    const report = (place.status === 'answered' && reports.get(municipalityNo)) || null;
    const hosted = hostedIn(place, reports);
    const knows = background && ownOrGiven(report, hosted);
    // What a covered one answered last is not told to its host, so the table holds its figures against its size too.
    const last = report && previous.get(municipalityNo);
    return {
      ...{ municipalityNo, status: expectedAs(place), report, review: report?.review ?? 'unreviewed', hosted },
      first: (report && first.get(municipalityNo)?.answers) ?? null,
      background: knows ? backgroundOf(background, municipalityNo, last) : null,
      threads: threads.get(municipalityNo) ?? []
    };
  });
}

function ownOrGiven(report: Version | null, hosted: QualityEntry['hosted']): boolean {
  return report !== null || (hosted !== null && hosted.answers !== null);
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

/** What is expected of every municipality of a round, by number. */
function listExpected(tx: Tx, roundId: string): Promise<Expected[]> {
  return tx.query<Expected>(
    `select
      municipality_no as "municipalityNo",
      status,
      covered_by as "coveredBy",
      cover_ruling as "coverRuling",
      cover_ruling_host as "coverRulingHost"
    from assignment
    where round_id = $1
    order by municipality_no`,
    [roundId]
  );
}

/** The version that counts of every municipality that has sent one, and the first of those that have sent more. */
function listVersionsShown(tx: Tx, roundId: string): Promise<Version[]> {
  return tx.query<Version>(
    `select
      report.municipality_no as "municipalityNo",
      report.round_id as "roundId",
      report.version,
      report.hash,
      report.version = newest.version as "isNewest",
      report.submitted_at as "submittedAt",
      report.channel,
      report.channel <> 'phone' or exists (
        select
        from report_confirmation as confirmation
        where confirmation.municipality_no = report.municipality_no
          and confirmation.round_id = report.round_id
          and confirmation.version = report.version
      ) as "isConfirmed",
      review.state as review,
      report.reasons,
      report.coverage
    from (
      select municipality_no, max(version) as version
      from report
      where round_id = $1
      group by municipality_no
    ) as newest
    join report
      on report.round_id = $1
      and report.municipality_no = newest.municipality_no
      and report.version in (1, newest.version)
    left join report_review as review
      on review.municipality_no = report.municipality_no
      and review.round_id = report.round_id
      and review.version = report.version`,
    [roundId]
  );
}

/** The answers of a municipality in each round of its region before this one, the newest first, the latest version of each. */
export function listEarlierAnswers(tx: Tx, round: Dated, municipalityNo: string): Promise<PreviousAnswers[]> {
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
