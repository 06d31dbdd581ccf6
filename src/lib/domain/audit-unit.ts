import { may, type User } from './access.ts';
import { countiesAt, municipalitiesAt, type Geography } from './geography.ts';
import { chainOf, everyUnit, unitName, unitsAround, type Unit } from './unit.ts';

/** A unit whose audit someone may read. `distance` is 0 for the units of their own grants, and grows inwards. */
export type AuditUnit = Unit & { chain: string; name: string; distance: number; hasEnded: boolean };

/** The units since 2020 whose audit a user may read, the nearest first; on a day some of them have ended. */
export function auditUnitsOf(user: User, geography: Geography, date: string): AuditUnit[] {
  const current = new Set(
    [...municipalitiesAt(geography, date), ...countiesAt(geography, date)].map(({ number }) => number)
  );
  return everyUnit(geography)
    .flatMap((unit) => {
      const around = unitsAround(geography, unit);
      const name = unitName(geography, unit);
      if (name === null || !may(user, { action: 'read_audit', around })) return [];
      const distance = around.findIndex((one) => isOwn(user, one));
      const hasEnded = /^\d/.test(unit.unitId) && !current.has(unit.unitId);
      return [{ ...unit, chain: chainOf(unit), name, distance, hasEnded }];
    })
    .sort(
      (one, other) =>
        Number(one.hasEnded) - Number(other.hasEnded) ||
        one.distance - other.distance ||
        one.name.localeCompare(other.name, 'nb')
    );
}

function isOwn(user: User, { unitType, unitId }: Unit): boolean {
  return user.kind === 'person' && user.grants.some((own) => own.unitType === unitType && own.unitId === unitId);
}

/** Those whose name has the words of a search in it, or whose number begins with them. */
export function findAuditUnits(units: readonly AuditUnit[], words: string): AuditUnit[] {
  const wanted = words.trim().toLocaleLowerCase('nb');
  return units.filter(({ name, unitId }) => name.toLocaleLowerCase('nb').includes(wanted) || unitId.startsWith(wanted));
}
