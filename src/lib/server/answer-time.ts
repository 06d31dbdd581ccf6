import type { Entry } from '#lib/domain/figure.ts';
import { answerTimesOf, type AnswerTime } from '#lib/domain/punctuality.ts';
import type { Round } from '#lib/domain/round.ts';
import type { Tx } from './db.ts';

type FirstAnswer = { municipalityNo: string; answeredAt: Date };

/**
 * When each municipality of a round that has answered first did so, or the host whose report speaks for it. None of a round
 * of published figures, which somebody has copied: nobody knows when they were given.
 */
export async function readAnswerTimes(
  tx: Tx,
  { id, deadlineAt, dataKind }: Pick<Round, 'id' | 'deadlineAt' | 'dataKind'>,
  entries: readonly Entry[]
): Promise<AnswerTime[]> {
  if (dataKind === 'published') return [];
  const firsts = await tx.query<FirstAnswer>(
    `select
      municipality_no as "municipalityNo",
      min(submitted_at) as "answeredAt"
    from report
    where round_id = $1
      and coalesce(coverage ->> 'kind', '') not in ('answered_by', 'not_answered_by')
    group by municipality_no`,
    [id]
  );
  const answeredAt = new Map(firsts.map((first) => [first.municipalityNo, first.answeredAt]));
  const answered = entries.filter(({ status }) => status === 'answered' || status === 'covered_by_host');
  return answerTimesOf(
    answered.map(({ municipalityNo, standsIn }) => ({
      municipalityNo,
      answeredAt: answeredAt.get(standsIn?.host ?? municipalityNo) ?? null
    })),
    deadlineAt
  );
}
