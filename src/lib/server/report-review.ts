import { nextReviewState, type ReviewEvent, type ReviewState } from '#lib/domain/review.ts';
import type { AnswerKey } from './answer-change.ts';
import { recordAudit } from './audit.ts';
import type { Tx } from './db.ts';
import { Problem } from './problem.ts';

/** What an adviser has decided of one version of an answer; `note` says what to correct when it is returned. */
export type Review = AnswerKey & {
  version: number;
  state: ReviewState;
  byName: string;
  at: Date;
  note: string | null;
};
export type Reviewer = { personId: string; name: string };

const columns = `
  municipality_no as "municipalityNo",
  round_id as "roundId",
  version,
  state,
  reviewed_by_name as "byName",
  at,
  note`;

/** The reviews of all versions of a round. */
export function listReviews(tx: Tx, roundId: string): Promise<Review[]> {
  return tx.query<Review>(`select ${columns} from report_review where round_id = $1`, [roundId]);
}

/** The review of one version, or null when nobody has reviewed it. */
export async function findReview(
  tx: Tx,
  { roundId, municipalityNo, version }: AnswerKey & { version: number }
): Promise<Review | null> {
  const [review] = await tx.query<Review>(
    `select ${columns} from report_review where municipality_no = $1 and round_id = $2 and version = $3`,
    [municipalityNo, roundId, version]
  );
  return review ?? null;
}

/**
 * Reviews a version. Throws the conflict `answer-renewed` when it is not the latest, `question-open` when it would be
 * accepted with an open question, and `review-moved` when its state does not allow it.
 */
export async function reviewReport(
  tx: Tx,
  { roundId, municipalityNo, version }: AnswerKey & { version: number },
  decision: { event: Exclude<ReviewEvent, 'renew'>; note: string | null },
  { personId, name, at }: Reviewer & { at: Date }
): Promise<void> {
  const [latest] = await tx.query<{ version: number | null; state: ReviewState | null; isAsked: boolean }>(
    `select
      latest.version,
      review.state,
      exists (
        select from query_thread where municipality_no = $1 and round_id = $2 and closed_at is null
      ) as "isAsked"
    from (
      select max(version) as version from report where municipality_no = $1 and round_id = $2
    ) as latest
    left join report_review as review
      on review.municipality_no = $1 and review.round_id = $2 and review.version = latest.version`,
    [municipalityNo, roundId]
  );
  if (!latest?.version) throw Problem.notFound();
  if (latest.version !== version) throw Problem.conflict('answer-renewed');
  if (decision.event === 'accept' && latest.isAsked) throw Problem.conflict('question-open');
  const state = nextReviewState(latest.state ?? 'unreviewed', decision.event);
  if (state === null) throw Problem.conflict('review-moved');
  await tx.query(
    `insert into report_review (municipality_no, round_id, version, state, reviewed_by, reviewed_by_name, at, note)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (municipality_no, round_id, version) do update
    set
      state = excluded.state,
      reviewed_by = excluded.reviewed_by,
      reviewed_by_name = excluded.reviewed_by_name,
      at = excluded.at,
      note = excluded.note`,
    [municipalityNo, roundId, version, state, personId, name, at, state === 'returned' ? decision.note : null]
  );
  const action = { accept: 'answer_accepted', return: 'answer_returned', undo: 'review_undone' }[decision.event];
  const subject = `${roundId}/${municipalityNo}`;
  await recordAudit(tx, { at, chain: municipalityNo, action, subject, detail: { version } });
}

/** Accepts many versions at one moment, by which they can be found again to undo it. */
export async function acceptReports(
  tx: Tx,
  versions: readonly (AnswerKey & { version: number })[],
  reviewer: Reviewer & { at: Date }
): Promise<void> {
  for (const one of versions) await reviewReport(tx, one, { event: 'accept', note: null }, reviewer);
}

/** Undoes what the person accepted at a moment, as far as it still stands. Returns how many. */
export async function undoAcceptance(
  tx: Tx,
  roundId: string,
  acceptedAt: Date,
  reviewer: Reviewer & { at: Date }
): Promise<number> {
  const accepted = await tx.query<AnswerKey & { version: number }>(
    `select review.municipality_no as "municipalityNo", review.round_id as "roundId", review.version
    from report_review as review
    where review.round_id = $1
      and review.state = 'accepted'
      and review.reviewed_by = $2
      and review.at = $3
      and review.version = (
        select max(version)
        from report
        where report.municipality_no = review.municipality_no and report.round_id = review.round_id
      )
    order by review.municipality_no`,
    [roundId, reviewer.personId, acceptedAt]
  );
  for (const one of accepted) await reviewReport(tx, one, { event: 'undo', note: null }, reviewer);
  return accepted.length;
}
