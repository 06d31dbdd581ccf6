import { may, type User } from './access.ts';
import { countiesAt, municipalitiesAt, type Geography } from './geography.ts';
import { chainOf, everyUnit, unitName, unitsAround, type Unit } from './unit.ts';

/** A unit whose audit someone may read. `distance` is 0 for the units of their own grants, and grows inwards. */
export type AuditUnit = Unit & { chain: string; name: string; distance: number };

/** The units whose audit a user may read, the nearest first; those that exist on a day, or all since 2020 for null. */
export function auditUnitsOf(user: User, geography: Geography, date: string | null): AuditUnit[] {
  const numbers =
    date && new Set([...municipalitiesAt(geography, date), ...countiesAt(geography, date)].map(({ number }) => number));
  return everyUnit(geography)
    .filter(({ unitId }) => !numbers || !/^\d/.test(unitId) || numbers.has(unitId))
    .flatMap((unit) => {
      const around = unitsAround(geography, unit);
      const distance = around.findIndex((one) => may(user, { action: 'read_audit', around: [one] }));
      const name = unitName(geography, unit);
      return distance < 0 || name === null ? [] : [{ ...unit, chain: chainOf(unit), name, distance }];
    })
    .sort((one, other) => one.distance - other.distance || one.name.localeCompare(other.name, 'nb'));
}

/** Those whose name has the words of a search in it, or whose number begins with them. */
export function findAuditUnits(units: readonly AuditUnit[], words: string): AuditUnit[] {
  const wanted = words.trim().toLocaleLowerCase('nb');
  return units.filter(({ name, unitId }) => name.toLocaleLowerCase('nb').includes(wanted) || unitId.startsWith(wanted));
}
