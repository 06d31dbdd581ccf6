import { countedInhabitants } from './counted-inhabitants.ts';
import { wholePerCent } from './disclosure.ts';
import { figuresOf, type Entry, type Figure } from './figure.ts';
import { categoriesOf, categoryIndicators } from './indicator.ts';
import { proportionOf } from './proportion.ts';
import type { Questionnaire } from './questionnaire.ts';
import { rateOf, type Interval } from './rate.ts';
import type { ReleasedFigure, ReleasedMeasure, ReleasedMunicipality } from './release-content.ts';
import { areaKey, bothGiven, figureKey, shapeOf, type PlannedArea, type ReleasePlan } from './release-plan.ts';
import { countIn, partIndicators, wholeIndicator } from './release-rows.ts';

/** A round as it stands. The first of the areas is its region. */
export type ReleaseSource = {
  entries: readonly Entry[];
  areas: readonly PlannedArea[];
  questionnaire: Questionnaire;
};

/** Keys of the figures that may not be shown. */
type Hidden = { has: (key: string) => boolean };
type Base = Pick<ReleasedFigure, 'expected' | 'reported' | 'population' | 'populationReported'>;
type Name = Pick<ReleasedFigure, 'indicator' | 'category' | 'measure' | 'base'>;

/**
 * The figures of a plan as the public gets them. Nothing of a hidden figure is kept but how many stand behind it. How
 * municipalities have arranged their duty is public, and always shown.
 */
export function releasedFigures(source: ReleaseSource, plan: ReleasePlan, hidden: Hidden): ReleasedFigure[] {
  const figures = figuresOf(source.entries);
  const counted = countedInhabitants(source.entries, (number) => inhabitantsOf(source.entries, number));
  return source.areas.flatMap((area) => {
    const members = new Set(area.members);
    const entries = source.entries.filter(({ municipalityNo }) => members.has(municipalityNo));
    const own = figures.filter(({ municipalityNo }) => municipalityNo !== null && members.has(municipalityNo));
    const desk: Desk = { area, entries, own, hidden, counted: (number) => counted(number).countedPopulation };
    return [...caseFigures(desk, plan), ...(area.type === 'municipality' ? [] : categoryFigures(desk, source))];
  });
}

type Desk = {
  area: PlannedArea;
  entries: readonly Entry[];
  own: readonly Figure[];
  hidden: Hidden;
  counted: (municipalityNo: string) => number;
};

function caseFigures(desk: Desk, plan: ReleasePlan): ReleasedFigure[] {
  const shape = shapeOf(plan, desk.area);
  if (shape === null) return [];
  const parts = shape === 'star' ? partIndicators.map(({ id }) => id) : [];
  return [
    ...[wholeIndicator, ...parts].map((indicator) => countFigure(desk, indicator)),
    ...parts.map((indicator) => shareFigure(desk, indicator)),
    ...(desk.area.type === 'municipality' ? [] : [rateFigure(desk)])
  ];
}

function countFigure(desk: Desk, indicator: string): ReleasedFigure {
  const value = sumIn(desk.entries, indicator);
  const name = { indicator, category: null, measure: 'count', base: null } as const;
  return figure(desk, name, baseOf(desk, indicator), value === null ? null : { value, low: null, high: null });
}

function shareFigure(desk: Desk, indicator: string): ReleasedFigure {
  const gaveBoth = bothGiven(desk.entries, indicator);
  const both = desk.entries.filter(({ municipalityNo }) => gaveBoth.has(municipalityNo));
  const [part, whole] = [sumIn(both, indicator) ?? 0, sumIn(both, wholeIndicator) ?? 0];
  const interval = part > whole ? null : proportionOf(part, whole);
  const isBehind = (row: Figure) => row.numerator !== null;
  const name = { indicator, category: null, measure: 'share', base: wholeIndicator } as const;
  return figure(desk, name, baseOf(desk, indicator, isBehind), interval);
}

/** By inhabitants to the whole per cent, as they are told: the rate can be made again from what the release says. */
function rateFigure(desk: Desk): ReleasedFigure {
  const base = baseOf(desk, wholeIndicator);
  const gave = desk.entries.filter((entry) => countIn(entry, wholeIndicator) !== null);
  const counted = gave.reduce((sum, { municipalityNo }) => sum + desk.counted(municipalityNo), 0);
  const populationReported = wholePerCent(counted, base.population);
  const value = sumIn(desk.entries, wholeIndicator);
  const name = { indicator: wholeIndicator, category: null, measure: 'rate', base: null } as const;
  return figure(desk, name, { ...base, populationReported }, value === null ? null : rateOf(value, populationReported));
}

function categoryFigures(desk: Desk, { questionnaire }: ReleaseSource): ReleasedFigure[] {
  return categoryIndicators.flatMap((indicator) =>
    categoriesOf(indicator, questionnaire).map(({ id: category }) => {
      const rows = desk.own.filter((row) => row.indicator === indicator.id && row.category === category);
      const name = { indicator: indicator.id, category, measure: 'count', base: null } as const;
      const value = { value: rows.length, low: null, high: null };
      return { ...figure(desk, name, baseOf(desk, indicator.id), value), status: 'shown' as const };
    })
  );
}

type Value = { value: number; low: number | null; high: number | null };

function figure(desk: Desk, name: Name, base: Base, found: Value | Interval | null): ReleasedFigure {
  const key = figureKey(desk.area, { ...name, measure: name.measure satisfies ReleasedMeasure });
  const common = { key, ...name, area: areaKey(desk.area), ...base };
  const none = { value: null, low: null, high: null };
  if (desk.hidden.has(key)) return { ...common, ...none, status: 'hidden' };
  if (found === null) return { ...common, ...none, status: base.reported > 0 ? 'not_applicable' : 'missing' };
  return { ...common, value: found.value, low: found.low, high: found.high, status: 'shown' };
}

function baseOf({ own }: Desk, indicator: string, isBehind: (row: Figure) => boolean = () => true): Base {
  const rows = own.filter((row) => row.indicator === indicator);
  const sum = (some: readonly Figure[], pick: (row: Figure) => number) =>
    some.reduce((total, row) => total + pick(row), 0);
  const behind = rows.filter(isBehind);
  const population = sum(rows, (row) => row.population);
  return {
    expected: sum(rows, (row) => row.expected),
    reported: sum(behind, (row) => row.reported),
    population,
    populationReported: wholePerCent(
      sum(behind, (row) => row.populationReported),
      population
    )
  };
}

function sumIn(entries: readonly Entry[], indicator: string): number | null {
  const counts = entries.map((entry) => countIn(entry, indicator)).filter((count) => count !== null);
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

function inhabitantsOf(entries: readonly Entry[], number: string) {
  const population = entries.find(({ municipalityNo }) => municipalityNo === number)?.population ?? 0;
  return { population, population15to17: null, population18plus: null };
}

/** What is public of each municipality of the round. `nameOf` gives the name of a municipality or a county. */
export function releasedMunicipalities(
  { entries }: ReleaseSource,
  nameOf: (unit: { unitType: 'municipality' | 'county'; unitId: string }) => string
): ReleasedMunicipality[] {
  const name = (unitId: string) => nameOf({ unitType: 'municipality', unitId });
  const asked = categoryIndicators.filter(({ source }) => source === 'question');
  return entries.map((entry) => {
    const said = (key: string) => entry.answers?.[key]?.value;
    const text = (key: string) => (typeof said(key) === 'string' ? String(said(key)) : null);
    return {
      number: entry.municipalityNo,
      name: name(entry.municipalityNo),
      county: nameOf({ unitType: 'county', unitId: entry.countyNo }),
      population: entry.population,
      status: entry.status,
      host: entry.standsIn ? name(entry.standsIn.host) : null,
      facts: Object.fromEntries(asked.map(({ id }) => [id, text(id)])),
      webAddress: text('web_address')
    };
  });
}
