import type { Coverage } from '#lib/domain/coverage.ts';
import type { RoundDates } from '#lib/domain/round.ts';
import type { Tx } from './db.ts';

/** A round that expects a municipality, with the version of its report that counts; null when it has sent none. */
export type OwnRound = RoundDates & {
  roundId: string;
  municipalityNo: string;
  name: string;
  deadlineAt: Date;
  extendedUntil: Date | null;
  version: number | null;
  submittedAt: Date | null;
  coverage: Coverage | null;
};

/** The rounds that expect any of these municipalities, those with the latest deadline first. */
export function listOwnRounds(tx: Tx, municipalityNos: readonly string[]): Promise<OwnRound[]> {
  return tx.query<OwnRound>(
    `select distinct on (round.deadline_at, round.id, assignment.municipality_no)
      round.id as "roundId",
      assignment.municipality_no as "municipalityNo",
      round.name,
      round.opens_at as "opensAt",
      round.deadline_at as "deadlineAt",
      assignment.extended_until as "extendedUntil",
      round.closes_at as "closesAt",
      round.freezes_at as "freezesAt",
      round.opened_at as "openedAt",
      report.version,
      report.submitted_at as "submittedAt",
      report.coverage
    from assignment
    join round on round.id = assignment.round_id
    left join report
      on report.municipality_no = assignment.municipality_no and report.round_id = assignment.round_id
    where assignment.municipality_no = any ($1)
      and assignment.status <> 'declined'
      and round.opened_at is not null
    order by round.deadline_at desc, round.id, assignment.municipality_no, report.version desc`,
    [municipalityNos]
  );
}
