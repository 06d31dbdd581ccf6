import type { CaseArea } from '#lib/domain/case/case-area.ts';
import { chainOf } from '#lib/domain/unit.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { Tx } from '#lib/server/db.ts';
import { Problem } from '#lib/server/problem.ts';

/** The municipalities that a unit serves or has served, its host first; `openCases` are those the actor sees. */
export function listAreas(tx: Tx, unitNo: string): Promise<CaseArea[]> {
  return tx.query<CaseArea>(
    `select
      area.municipality_no as "municipalityNo",
      area.valid_from::text as "validFrom",
      area.valid_until::text as "validUntil",
      area.agreement,
      (
        select count(*)::integer
        from case_file as file
        where file.municipality_no = area.municipality_no and file.unit_no = area.unit_no and file.state <> 'closed'
      ) as "openCases"
    from case_unit_area as area
    where area.unit_no = $1
    order by area.municipality_no <> area.unit_no, area.valid_from, area.municipality_no`,
    [unitNo]
  );
}

type NewArea = { unitNo: string; municipalityNo: string; from: string; agreement: string; by: string };

/**
 * Lets a unit serve a municipality from a day on, also one that it served before; the audit of both tells. A municipality that
 * another unit serves then, or this one already, is a conflict.
 */
export async function addArea(
  tx: Tx,
  { unitNo, municipalityNo, from, agreement, by }: NewArea,
  at: Date
): Promise<void> {
  const added = await tx.query(
    `insert into case_unit_area as area (municipality_no, unit_no, valid_from, agreement, added_by)
    values ($1, $2, $3, $4, $5)
    on conflict (municipality_no, unit_no) do update
    set valid_from = excluded.valid_from, valid_until = null, agreement = excluded.agreement, added_by = excluded.added_by,
      ended_by = null
    where area.valid_until <= excluded.valid_from
    returning municipality_no`,
    [municipalityNo, unitNo, from, agreement, by]
  );
  if (added.length === 0) throw Problem.conflict('already-exists');
  await tell(
    tx,
    { unitNo, municipalityNo },
    { action: 'case_area_added', detail: { municipalityNo, from, agreement } },
    at
  );
}

type EndedArea = { unitNo: string; municipalityNo: string; until: string; by: string };

/** Lets a unit serve a municipality no more from a day on; its cases there stay with the unit. The audit of both tells. */
export async function endArea(tx: Tx, { unitNo, municipalityNo, until, by }: EndedArea, at: Date): Promise<void> {
  const ended = await tx.query(
    `update case_unit_area
    set valid_until = $3, ended_by = $4
    where municipality_no = $1 and unit_no = $2 and valid_until is null
    returning municipality_no`,
    [municipalityNo, unitNo, until, by]
  );
  if (ended.length === 0) throw Problem.notFound();
  await tell(tx, { unitNo, municipalityNo }, { action: 'case_area_ended', detail: { municipalityNo, until } }, at);
}

async function tell(
  tx: Tx,
  { unitNo, municipalityNo }: { unitNo: string; municipalityNo: string },
  told: { action: string; detail: Record<string, unknown> },
  at: Date
): Promise<void> {
  const chain = chainOf({ unitType: 'advisory_unit', unitId: unitNo });
  await recordAudit(tx, { at, chain, subject: unitNo, ...told });
  await tx.query(`select app_tell_served($1, $2, $3, $4, $5)`, [
    ...[municipalityNo, unitNo, told.action, JSON.stringify(told.detail), at]
  ]);
}
