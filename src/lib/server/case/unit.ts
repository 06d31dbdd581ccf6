import { proposedSetting, type CaseSetting } from '#lib/domain/case/case-setting.ts';
import { dayOf } from '#lib/domain/day.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { Tx } from '#lib/server/db.ts';

/** A unit that keeps its cases here, and the municipalities it serves now. */
export type CaseUnit = { unitNo: string; municipalities: string[] };

/** The units in use whose cases the actor works with, by number, with those they serve on a day (ISO), else today. */
export function listUnits(tx: Tx, day: string | null = null): Promise<CaseUnit[]> {
  return tx.query<CaseUnit>(
    `select
      unit.unit_no as "unitNo",
      coalesce(
        array_agg(area.municipality_no order by area.municipality_no) filter (
          where daterange(area.valid_from, area.valid_until) @> coalesce($1::date, current_date)
        ),
        '{}'
      ) as municipalities
    from case_unit as unit
    left join case_unit_area as area on area.unit_no = unit.unit_no
    group by unit.unit_no
    order by unit.unit_no`,
    [day]
  );
}

/** Takes the register into use for a unit, with the proposed deadlines, serving its host and perhaps others. */
export async function openUnit(
  tx: Tx,
  { unitNo, municipalities = [unitNo] }: { unitNo: string; municipalities?: readonly string[] },
  at: Date
): Promise<void> {
  await tx.query(`insert into case_unit (unit_no, opened_at) values ($1, $2)`, [unitNo, at]);
  for (const municipalityNo of municipalities) {
    await tx.query(`insert into case_unit_area (municipality_no, unit_no, valid_from) values ($1, $2, $3)`, [
      municipalityNo,
      unitNo,
      dayOf(at)
    ]);
  }
  const detail = { municipalities: [...municipalities] };
  await recordAudit(tx, { at, chain: `unit-${unitNo}`, action: 'case_unit_opened', subject: unitNo, detail });
}

/** What a unit has decided, the oldest first; empty when it uses what is proposed. */
export function listSettings(tx: Tx, unitNo: string): Promise<CaseSetting[]> {
  return tx.query<CaseSetting>(
    `select
      valid_from::text as "validFrom",
      register_days as "registerDays",
      summon_days as "summonDays",
      meeting_days as "meetingDays",
      notice_days as "noticeDays",
      least_warning_days as "leastWarningDays",
      reminder_hours as "reminderHours",
      retention_months as "retentionMonths",
      least_attempts as "leastAttempts",
      attendances,
      result_agreement as "resultAgreement"
    from case_unit_setting
    where unit_no = $1
    order by valid_from`,
    [unitNo]
  );
}

/** Keeps what a unit has decided from a day on; a day that has a decision already is refused by the store. */
export async function decideSetting(
  tx: Tx,
  { unitNo, by, setting }: { unitNo: string; by: string | null; setting: CaseSetting },
  at: Date
): Promise<void> {
  const { validFrom, resultAgreement, ...numbers } = { ...proposedSetting, ...setting };
  await tx.query(
    `insert into case_unit_setting (
      unit_no, valid_from, register_days, summon_days, meeting_days, notice_days, least_warning_days, reminder_hours,
      retention_months, least_attempts, attendances, result_agreement, decided_at, decided_by
    ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[unitNo, validFrom, numbers.registerDays, numbers.summonDays, numbers.meetingDays, numbers.noticeDays],
      ...[numbers.leastWarningDays, numbers.reminderHours, numbers.retentionMonths, numbers.leastAttempts],
      ...[numbers.attendances, resultAgreement, at, by]
    ]
  );
  const detail = { validFrom, ...numbers, hasAgreement: resultAgreement !== null };
  await recordAudit(tx, { at, chain: `unit-${unitNo}`, action: 'case_setting_decided', subject: unitNo, detail });
}
