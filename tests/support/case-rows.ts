import type { CaseFile } from '#lib/domain/case/case-file.ts';
import type { Store } from '#lib/server/db.ts';

/** What of a case counts. */
export type CountedRow = Pick<
  CaseFile,
  'receivedOn' | 'firstMetOn' | 'closedOn' | 'ageBand' | 'missed' | 'closingCode'
>;

/** Puts cases of unit 4204 into the register as they count; the ids of the closed, which an archivist has proposed to remove. */
export async function storeCases(
  db: Store,
  { municipalityNo, archivist }: { municipalityNo: string; archivist: string },
  rows: readonly CountedRow[]
): Promise<string[]> {
  const closed: string[] = [];
  for (const [index, one] of rows.entries()) {
    const isClosed = one.closedOn !== null;
    const open = one.ageBand === null ? 'received' : 'active';
    const { rows: added } = await db.owner.query<{ id: string }>(
      `insert into case_file (
        municipality_no, id, unit_no, number, year, state, attendance, testing, reference_digest, police_district,
        legal_ground, decided_on, received_on, channel, age_band, missed, met, first_met_on, closed_on, closing_code,
        delete_after, archived_at, proposed_event, proposed_by, created_at, changed_at
      ) values (
        $1, gen_random_uuid(), '4204', $2, 2023, $3, 'not_summoned', 'none', decode(md5(gen_random_uuid()::text), 'hex'),
        'agder', 'conditional_waiver', $4, $4, 'manual', $5, $6, $7, $8, $9, $10, $9, $11, $12, $13, now(), now()
      ) returning id`,
      [
        ...[municipalityNo, index + 1, isClosed ? 'closed' : open, one.receivedOn, one.ageBand, one.missed],
        ...[one.firstMetOn === null ? 0 : 1, one.firstMetOn, one.closedOn, one.closingCode],
        ...[isClosed ? new Date() : null, isClosed ? 'purge' : null, isClosed ? archivist : null]
      ]
    );
    if (isClosed && added[0]) closed.push(added[0].id);
  }
  return closed;
}
