import { besidesKey } from './disclosure/besides.ts';
import { levelWeight } from './disclosure/area-cells.ts';
import type { Cell, Table } from './disclosure/table.ts';
import type { Entry } from './figure.ts';
import type { ReleasedArea, ReleasedMeasure } from './release-content.ts';
import { countIn, partIndicators, releaseRows, wholeIndicator, type ReleaseRow } from './release-rows.ts';

/** How much of a round a release tells: each says all that those before it do. */
export const releasePlans = ['region', 'county_totals', 'counties', 'municipality_totals'] as const;
export type ReleasePlan = (typeof releasePlans)[number];

/** An area with all its municipalities in the round, whether or not they answered. */
export type PlannedArea = ReleasedArea & { members: readonly string[] };

/** `total`: cases received alone; `star`: and each part of them. */
type Shape = 'total' | 'star';

/** Of which areas cases are told, and how many of the counts. */
const shapes: Record<ReleasePlan, Partial<Record<ReleasedArea['type'], Shape>>> = {
  region: { korus_region: 'star' },
  county_totals: { korus_region: 'star', county: 'total' },
  counties: { korus_region: 'star', county: 'star' },
  municipality_totals: { korus_region: 'star', county: 'star', municipality: 'total' }
};

const levels = { korus_region: 'region', county: 'county', municipality: 'municipality' } as const;

/** What a plan tells of cases in an area; null for nothing. */
export function shapeOf(plan: ReleasePlan, area: Pick<ReleasedArea, 'type'>): Shape | null {
  return shapes[plan][area.type] ?? null;
}

/** How an area is named in a release. */
export function areaKey({ type, id }: Pick<ReleasedArea, 'type' | 'id'>): string {
  return `${type}:${id}`;
}

type FigureName = { indicator: string; category?: string | null; measure: ReleasedMeasure };

/** The key of a figure in a release, and of its cell in the table that is protected. */
export function figureKey(
  area: Pick<ReleasedArea, 'type' | 'id'>,
  { indicator, category, measure }: FigureName
): string {
  return `${indicator}${category ? `=${category}` : ''}|${areaKey(area)}|${measure}`;
}

/**
 * The table of everything that a plan tells of cases, with shares and rates as figures made from cells. What it does not
 * tell, down to each count of each municipality, stands there for nobody to see: the small ones among them may not be
 * worked out either, from this release or from several.
 */
export function releaseTable(
  roundId: string,
  entries: readonly Entry[],
  areas: readonly PlannedArea[],
  plan: ReleasePlan
): Required<Table> {
  const rows = releaseRows(roundId, entries);
  const parts = areas.map((area) => areaTable(rows, entries, area, shapeOf(plan, area)));
  return { rows, cells: parts.flatMap(({ cells }) => cells), derived: parts.flatMap(({ derived }) => derived) };
}

function areaTable(
  rows: readonly ReleaseRow[],
  entries: readonly Entry[],
  area: PlannedArea,
  shape: Shape | null
): Required<Omit<Table, 'rows'>> {
  const members = new Set(area.members);
  const within = rows.filter(({ municipalityNo }) => members.has(municipalityNo));
  const whole = within.filter(({ isBeyond }) => !isBeyond);
  const common = { weight: levelWeight[levels[area.type]], isAggregate: area.members.length > 1 };
  const cell = (key: string, some: readonly ReleaseRow[], isTold: boolean): Cell[] =>
    some.length === 0
      ? []
      : [{ ...common, key, rows: some.map((row) => row.key), ...(!isTold && { isWithheld: true }) }];
  const wholeKey = figureKey(area, { indicator: wholeIndicator, measure: 'count' });
  const rate = { key: figureKey(area, { indicator: wholeIndicator, measure: 'rate' }), of: [wholeKey] };
  const counts = partIndicators.flatMap(({ id }) => {
    const isIn = (row: ReleaseRow) => row.categories.get(id) === id;
    const rest = whole.filter((row) => row.categories.has(id) && !isIn(row));
    const silent = whole.filter((row) => !row.categories.has(id));
    return [
      ...cell(figureKey(area, { indicator: id, measure: 'count' }), within.filter(isIn), shape === 'star'),
      ...cell(besidesKey(`not ${id}`, wholeKey), rest, false),
      ...cell(besidesKey(`no ${id}`, wholeKey), silent, false)
    ];
  });
  const shares =
    shape === 'star' ? partIndicators.map(({ id }) => shareTable(id, { within, whole, entries, area, cell })) : [];
  return {
    cells: [...cell(wholeKey, whole, shape !== null), ...counts, ...shares.flatMap(({ cells }) => cells)],
    derived: [...(shape === null || whole.length === 0 ? [] : [rate]), ...shares.flatMap(({ derived }) => derived)]
  };
}

type ShareSource = {
  within: readonly ReleaseRow[];
  whole: readonly ReleaseRow[];
  entries: readonly Entry[];
  area: PlannedArea;
  cell: (key: string, some: readonly ReleaseRow[], isTold: boolean) => Cell[];
};

/** A share and the two counts of those who gave both: whoever has it has nearly those. */
function shareTable(id: string, { within, whole, entries, area, cell }: ShareSource): Required<Omit<Table, 'rows'>> {
  const gaveBoth = bothGiven(entries, id);
  const part = within.filter((row) => row.categories.get(id) === id && gaveBoth.has(row.municipalityNo));
  const base = whole.filter(({ municipalityNo }) => gaveBoth.has(municipalityNo));
  const key = figureKey(area, { indicator: id, measure: 'share' });
  const of = [`${key} part`, `${key} whole`];
  return {
    cells: [...cell(`${key} part`, part, true), ...cell(`${key} whole`, base, true)],
    derived: part.length > 0 && base.length > 0 ? [{ key, of }] : []
  };
}

/** The municipalities that gave both a part and what it is a part of: only they stand behind a share. */
export function bothGiven(entries: readonly Entry[], part: string): Set<string> {
  const both = entries.filter((entry) => countIn(entry, part) !== null && countIn(entry, wholeIndicator) !== null);
  return new Set(both.map(({ municipalityNo }) => municipalityNo));
}
