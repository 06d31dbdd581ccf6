import type { Expected, Said } from '#lib/domain/coverage.ts';
import type { Tx } from './db.ts';

/** A round as a county governor's adviser may have it. */
export type CountyAnswers = { expected: Expected[]; said: (Said & { version: number })[] };
type Row = Expected & { version: number | null; answers: Said['answers'] | null; coverage: Said['coverage'] };

/**
 * Who is expected in a round, and what was said: answers of the person's own counties, and of the others only who answers for
 * whom. Empty while the round takes first answers, and for whoever follows none of its counties.
 */
export async function readCountyAnswers(tx: Tx, roundId: string): Promise<CountyAnswers> {
  const rows = await tx.query<Row>(
    `select
      municipality_no as "municipalityNo",
      status,
      covered_by as "coveredBy",
      cover_ruling as "coverRuling",
      cover_ruling_host as "coverRulingHost",
      version,
      answers,
      coverage
    from app_county_answers($1)`,
    [roundId]
  );
  return {
    expected: rows,
    said: rows.flatMap(({ municipalityNo, version, answers, coverage }) =>
      version === null ? [] : [{ municipalityNo, version, answers: answers ?? {}, coverage }]
    )
  };
}
