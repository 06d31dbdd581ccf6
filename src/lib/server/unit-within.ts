import type pg from 'pg';
import type { Geography } from '#lib/domain/geography.ts';
import { chainOf, everyUnit, unitsAround } from '#lib/domain/unit.ts';

/** Tells the store which units lie within which, so that its own row-level security can ask; again at every start. */
export async function placeUnits(owner: pg.Pool, geography: Geography): Promise<void> {
  const places = everyUnit(geography).flatMap((unit) =>
    unitsAround(geography, unit).map((around) => [
      unit.unitType,
      unit.unitId,
      around.unitType,
      around.unitId,
      chainOf(unit)
    ])
  );
  const columns = [0, 1, 2, 3, 4].map((column) => places.map((place) => place[column]));
  await owner.query(
    `insert into unit_within (unit_type, unit_id, within_type, within_id, chain)
    select unit_type, unit_id, within_type, within_id, chain
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
      as place (unit_type, unit_id, within_type, within_id, chain)
    on conflict do nothing`,
    columns
  );
}
