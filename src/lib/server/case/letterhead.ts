import type { Letterhead, ProsecutionOffice } from '#lib/domain/case/letterhead.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { Tx } from '#lib/server/db.ts';

/** How a unit has decided to present itself in letters, in the order it was decided. */
export function listLetterheads(tx: Tx, unitNo: string): Promise<Letterhead[]> {
  return tx.query<Letterhead>(
    `select
      valid_from::text as "validFrom",
      unit_title as unit,
      street,
      postcode,
      town,
      phone,
      office,
      neutral,
      digital,
      minutes
    from case_letterhead
    where unit_no = $1
    order by decided_at`,
    [unitNo]
  );
}

/** Where a unit has decided that its notices go, of every police district, in the order it was decided. */
export function listProsecutionOffices(tx: Tx, unitNo: string): Promise<ProsecutionOffice[]> {
  return tx.query<ProsecutionOffice>(
    `select
      police_district as "policeDistrict",
      valid_from::text as "validFrom",
      organisation_no as "organisationNo",
      office,
      street,
      postcode,
      town
    from case_prosecution
    where unit_no = $1
    order by decided_at`,
    [unitNo]
  );
}

type Deciding = { unitNo: string; by: string | null };

/** Keeps how a unit presents itself from a day on; a later decision of the same day counts. */
export async function decideLetterhead(
  tx: Tx,
  { unitNo, by }: Deciding,
  letterhead: Letterhead,
  at: Date
): Promise<void> {
  const { validFrom, unit, street, postcode, town, phone, office, neutral, digital, minutes } = letterhead;
  await tx.query(
    `insert into case_letterhead (
      unit_no, valid_from, decided_at, unit_title, street, postcode, town, phone, office, neutral, digital, minutes,
      decided_by
    ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [unitNo, validFrom, at, unit, street, postcode, town, phone, office, neutral, digital, minutes, by]
  );
  const place = { at, chain: `unit-${unitNo}`, subject: unitNo };
  await recordAudit(tx, { ...place, action: 'case_letterhead_decided', detail: { validFrom } });
}

/** Keeps where the notices of a police district go from a day on. */
export async function decideProsecutionOffice(
  tx: Tx,
  { unitNo, by }: Deciding,
  { policeDistrict, validFrom, organisationNo, office, street, postcode, town }: ProsecutionOffice,
  at: Date
): Promise<void> {
  await tx.query(
    `insert into case_prosecution (
      unit_no, police_district, valid_from, decided_at, organisation_no, office, street, postcode, town, decided_by
    ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [unitNo, policeDistrict, validFrom, at, organisationNo, office, street, postcode, town, by]
  );
  const place = { at, chain: `unit-${unitNo}`, subject: unitNo };
  const detail = { policeDistrict, validFrom, organisationNo };
  await recordAudit(tx, { ...place, action: 'case_recipient_decided', detail });
}
