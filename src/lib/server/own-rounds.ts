import type { Tx } from './db.ts';

/** A round that expects a municipality, with the version of its answer that counts; null when it has not answered. */
export type OwnRound = {
  roundId: string;
  municipalityNo: string;
  name: string;
  opensAt: Date;
  deadlineAt: Date;
  freezesAt: Date;
  version: number | null;
  submittedAt: Date | null;
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
      round.freezes_at as "freezesAt",
      report.version,
      report.submitted_at as "submittedAt"
    from assignment
    join round on round.id = assignment.round_id
    left join report
      on report.municipality_no = assignment.municipality_no and report.round_id = assignment.round_id
    where assignment.municipality_no = any ($1)
      and assignment.status = 'expected'
    order by round.deadline_at desc, round.id, assignment.municipality_no, report.version desc`,
    [municipalityNos]
  );
}
