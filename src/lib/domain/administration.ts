import { may, type Grant, type User } from './access.ts';
import type { Geography } from './geography.ts';
import { roles, unitTypesOf, type Role } from './role.ts';
import { everyUnit, unitName, unitOfChain, unitsAround, type Unit } from './unit.ts';

/** The roles a user may give for a unit, in the order of the list of roles; none for a unit that does not exist. */
export function rolesToGive(user: User, geography: Geography, unit: Unit): Role[] {
  const around = unitsAround(geography, unit);
  return roles.filter(
    (role) => unitTypesOf[role].includes(unit.unitType) && may(user, { action: 'change_grant', role, around })
  );
}

/** The units of a day (ISO) for which a user may give some role, from the whole country inwards and then by name. */
export function managedUnits(user: User, geography: Geography, day: string): (Unit & { roles: Role[] })[] {
  return unitsOfDay(geography, day)
    .map((unit) => ({ ...unit, roles: rolesToGive(user, geography, unit) }))
    .filter((unit) => unit.roles.length > 0);
}

/** The grant that a role and the chain of a unit name, when the user may give it; null otherwise. */
export function grantToGive(
  user: User,
  geography: Geography,
  { role: wanted, unit: chain }: { role: string; unit: string }
): Grant | null {
  const unit = unitOfChain(geography, chain);
  const role = unit && rolesToGive(user, geography, unit).find((one) => one === wanted);
  return unit && role ? { ...unit, role } : null;
}

/** The units whose name has these words in it, any case; none for no words. */
export function unitsNamed(geography: Geography, words: string): Unit[] {
  const wanted = words.trim().toLocaleLowerCase('nb-NO');
  if (wanted === '') return [];
  return everyUnit(geography).filter((unit) => unitName(geography, unit)?.toLocaleLowerCase('nb-NO').includes(wanted));
}

function unitsOfDay(geography: Geography, day: string): Unit[] {
  const isThen = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }) =>
    validFrom <= day && (validTo === null || day < validTo);
  const gone = new Set(
    [...geography.counties, ...geography.municipalities].filter((one) => !isThen(one)).map(({ number }) => number)
  );
  for (const one of [...geography.counties, ...geography.municipalities]) if (isThen(one)) gone.delete(one.number);
  const order = new Map(everyUnit(geography).map(({ unitType }, index) => [unitType, index]));
  return everyUnit(geography)
    .filter(({ unitId }) => !gone.has(unitId))
    .sort(
      (a, b) =>
        (order.get(a.unitType) ?? 0) - (order.get(b.unitType) ?? 0) ||
        (unitName(geography, a) ?? '').localeCompare(unitName(geography, b) ?? '', 'nb-NO')
    );
}
