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

/** The table of everything that a plan tells of cases, with shares and rates as figures made from cells. */
export function releaseTable(
  roundId: string,
  entries: readonly Entry[],
  areas: readonly PlannedArea[],
  plan: ReleasePlan
): Required<Table> {
  const rows = releaseRows(roundId, entries);
  const table: Required<Table> = { rows, cells: [], derived: [] };
  for (const area of areas) {
    const shape = shapeOf(plan, area);
    if (shape === null) continue;
    const { cells, derived } = areaTable(rows, entries, area, shape);
    table.cells = [...table.cells, ...cells];
    table.derived = [...table.derived, ...derived];
  }
  return table;
}

function areaTable(rows: readonly ReleaseRow[], entries: readonly Entry[], area: PlannedArea, shape: Shape) {
  const members = new Set(area.members);
  const within = rows.filter(({ municipalityNo }) => members.has(municipalityNo));
  const whole = within.filter(({ isBeyond }) => !isBeyond);
  const common = { weight: levelWeight[levels[area.type]], isAggregate: area.members.length > 1 };
  const cell = (key: string, some: readonly ReleaseRow[], isWithheld = false): Cell[] =>
    some.length === 0 ? [] : [{ ...common, key, rows: some.map((row) => row.key), ...(isWithheld && { isWithheld }) }];
  const wholeKey = figureKey(area, { indicator: wholeIndicator, measure: 'count' });
  const cells = cell(wholeKey, whole);
  const derived = whole.length === 0 ? [] : [{ key: rateKey(area), of: [wholeKey] }];
  if (shape === 'total') return { cells, derived };
  for (const { id } of partIndicators) {
    const isIn = (row: ReleaseRow) => row.categories.get(id) === id;
    const gaveBoth = bothGiven(entries, id);
    const base = whole.filter(({ municipalityNo }) => gaveBoth.has(municipalityNo));
    const part = within.filter((row) => isIn(row) && gaveBoth.has(row.municipalityNo));
    const share = figureKey(area, { indicator: id, measure: 'share' });
    cells.push(
      ...cell(figureKey(area, { indicator: id, measure: 'count' }), within.filter(isIn)),
      ...cell(
        besidesKey(`not ${id}`, wholeKey),
        whole.filter((row) => row.categories.has(id) && !isIn(row)),
        true
      ),
      ...cell(
        besidesKey(`no ${id}`, wholeKey),
        whole.filter((row) => !row.categories.has(id)),
        true
      ),
      ...cell(`${share} part`, part),
      ...cell(`${share} whole`, base)
    );
    if (part.length > 0) derived.push({ key: share, of: [`${share} part`, `${share} whole`] });
  }
  return { cells, derived };
}

function rateKey(area: PlannedArea): string {
  return figureKey(area, { indicator: wholeIndicator, measure: 'rate' });
}

/** The municipalities that gave both a part and what it is a part of: only they stand behind a share. */
export function bothGiven(entries: readonly Entry[], part: string): Set<string> {
  const both = entries.filter((entry) => countIn(entry, part) !== null && countIn(entry, wholeIndicator) !== null);
  return new Set(both.map(({ municipalityNo }) => municipalityNo));
}
