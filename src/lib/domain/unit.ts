import type { Geography } from './geography.ts';

/** What a role can be given for. An advisory unit has the number of the municipality that hosts it. */
export type UnitType = 'country' | 'korus_region' | 'county' | 'municipality' | 'advisory_unit';
export type Unit = { unitType: UnitType; unitId: string };

/** The whole country, which has one administrator's desk and no figures of its own. */
export const country: Unit = { unitType: 'country', unitId: 'no' };

/** Every unit there has been since 2020, from the whole country inwards. */
export function everyUnit(geography: Geography): Unit[] {
  const numbers = geography.municipalities.map(({ number }) => number);
  return [
    country,
    ...geography.korusRegions.map(({ id }) => unit('korus_region', id)),
    ...geography.counties.map(({ number }) => unit('county', number)),
    ...numbers.map((number) => unit('municipality', number)),
    ...numbers.map((number) => unit('advisory_unit', number))
  ];
}

/** The unit itself and all that it lies within, the nearest first; empty for a unit that does not exist. */
export function unitsAround(geography: Geography, { unitType, unitId }: Unit): Unit[] {
  switch (unitType) {
    case 'country':
      return unitId === country.unitId ? [country] : [];
    case 'korus_region':
      return geography.korusRegions.some(({ id }) => id === unitId) ? [unit(unitType, unitId), country] : [];
    case 'county':
      return aroundCounty(geography, unitId);
    case 'municipality':
      return aroundMunicipality(geography, unitId);
    case 'advisory_unit': {
      const around = aroundMunicipality(geography, unitId);
      return around.length > 0 ? [unit(unitType, unitId), ...around] : [];
    }
  }
}

/** The name a unit has on screens, without its kind; null for a unit that does not exist. */
export function unitName(geography: Geography, { unitType, unitId }: Unit): string | null {
  if (unitType === 'country') return unitId === country.unitId ? 'Norge' : null;
  if (unitType === 'korus_region') return geography.korusRegions.find(({ id }) => id === unitId)?.name ?? null;
  const named = unitType === 'county' ? geography.counties : geography.municipalities;
  return named.find(({ number }) => number === unitId)?.name ?? null;
}

/** The audit chain of a unit, which is also its address: `sor`, `42`, `4204`, `unit-4204`, and `system` for the country. */
export function chainOf({ unitType, unitId }: Unit): string {
  if (unitType === 'country') return 'system';
  return unitType === 'advisory_unit' ? `unit-${unitId}` : unitId;
}

/** The unit with an audit chain, or null. */
export function unitOfChain(geography: Geography, chain: string): Unit | null {
  return everyUnit(geography).find((one) => chainOf(one) === chain) ?? null;
}

function aroundCounty({ counties }: Geography, number: string): Unit[] {
  const county = counties.find((one) => one.number === number);
  if (!county) return [];
  const region = county.korusRegion ? [unit('korus_region', county.korusRegion)] : [];
  return [unit('county', number), ...region, country];
}

function aroundMunicipality({ municipalities }: Geography, number: string): Unit[] {
  const municipality = municipalities.find((one) => one.number === number);
  if (!municipality) return [];
  return [
    unit('municipality', number),
    unit('county', municipality.countyNumber),
    unit('korus_region', municipality.korusRegion),
    country
  ];
}

function unit(unitType: UnitType, unitId: string): Unit {
  return { unitType, unitId };
}
