import { mayGive, type Grant } from './access.ts';
import type { Geography } from './geography.ts';
import { roles, unitTypesOf, type Role } from './role.ts';
import { chainOf, country, unitsAround, type Unit } from './unit.ts';

/** Someone who can give others a role in a unit. */
export type Helper = Grant & { name: string };
/** A unit with the names of those who can give roles there. */
type HelpPlace = { unit: Unit; names: Partial<Record<Role, string[]>> };

/**
 * Where someone can ask for a right, the nearest first: the units around their own roles, then the other KORUS regions
 * and the country. Only those are named who may give some role for the kinds of unit that someone has roles for: the
 * roles of an advisory unit are not an outside administrator's. Units without anyone to ask are left out, and so are
 * other municipalities and counties.
 */
export function helpPlaces(geography: Geography, own: readonly Unit[], helpers: readonly Helper[]): HelpPlace[] {
  const near = own.flatMap((unit) => unitsAround(geography, unit)).filter(({ unitType }) => unitType !== 'country');
  const regions = geography.korusRegions.map(({ id }): Unit => ({ unitType: 'korus_region', unitId: id }));
  const units = new Map([...near, ...regions, country].map((unit) => [chainOf(unit), unit]));
  const wanted = rolesFor(own);
  const able = helpers.filter((helper) => wanted.some((role) => mayGive(helper, role)));
  return [...units]
    .map(([chain, unit]) => ({ unit, names: namesByRole(able.filter((helper) => chainOf(helper) === chain)) }))
    .filter(({ names }) => Object.keys(names).length > 0);
}

/** The roles there are for the kinds of these units; every role for someone who has none yet. */
function rolesFor(own: readonly Unit[]): readonly Role[] {
  return own.length === 0
    ? roles
    : roles.filter((role) => own.some(({ unitType }) => unitTypesOf[role].includes(unitType)));
}

function namesByRole(helpers: readonly Helper[]): Partial<Record<Role, string[]>> {
  const names: Partial<Record<Role, string[]>> = {};
  for (const { role, name } of helpers) (names[role] ??= []).push(name);
  return names;
}
