import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Solver } from '#lib/domain/disclosure/solver.ts';
import type { Entry } from '#lib/domain/figure.ts';
import { releasePlans, releaseTable } from '#lib/domain/release-plan.ts';
import { releasedFigures } from '#lib/domain/released-figures.ts';
import { loadSolver } from '#lib/server/highs.ts';
import { answersOf } from '../support/region.ts';
import { released, shownSums, sourceOf } from '../support/release-scene.ts';
import { entries as smallEntries } from '../support/small-scene.ts';
import { possibleValues } from '../support/table-attack.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});
const runs = { seed: 20_240_904, numRuns: 15 };

function municipality(municipalityNo: string, counts: [number, number, number] | null): Entry {
  const countyNo = municipalityNo.slice(0, 2);
  const answer = counts
    ? ({ status: 'answered', answers: answersOf(counts, 'yes') } as const)
    : ({ status: 'missing', answers: null } as const);
  return { municipalityNo, countyNo, population: 10_000, ...answer };
}

/** Received, handled and under 18 by municipality; 4205 is silent. By hand: 60 received, 48 handled, 20 under 18. */
const region = [
  municipality('4201', [12, 10, 4]),
  municipality('4202', [9, 7, 3]),
  municipality('4203', [11, 9, 4]),
  municipality('4205', null),
  municipality('4001', [10, 8, 3]),
  municipality('4002', [2, 1, 1]),
  municipality('4003', [16, 13, 5])
];
/** The same with cases received alone: few enough tables for a reader who tries them all. */
const totals = region.map((entry): Entry => {
  const received = entry.answers?.cases_received;
  return received ? { ...entry, answers: { cases_received: received } } : entry;
});
const answering = fc
  .array(fc.tuple(fc.nat(25), fc.nat(100), fc.nat(100)), { minLength: 4, maxLength: 7 })
  .map((all) =>
    all.map(([received, handled, young], index) =>
      municipality(`${index < 3 ? '42' : '40'}0${index + 1}`, [
        received,
        Math.floor((received * handled) / 100),
        Math.floor((received * young) / 100)
      ])
    )
  );
const figureAt = (figures: ReturnType<typeof releasedFigures>, key: string) => {
  const found = figures.find((one) => one.key === key);
  if (!found) throw new Error(`no figure ${key}`);
  return found;
};

describe('a release of a region by hand', () => {
  it('tells the counts, the shares and the rate with n of N', () => {
    const { figures } = released(region, 'region', solver);
    const one = (indicator: string, measure: string) => figureAt(figures, `${indicator}|korus_region:sor|${measure}`);
    expect(one('cases_received', 'count')).toMatchObject({
      value: 60,
      low: null,
      status: 'shown',
      expected: 7,
      reported: 6
    });
    expect(one('cases_handled', 'count')).toMatchObject({ value: 48 });
    expect(one('cases_under_18', 'share')).toMatchObject({ value: 20 / 60, base: 'cases_received', status: 'shown' });
    expect(one('cases_under_18', 'share').low).toBeCloseTo(0.2272, 3);
    expect(one('cases_received', 'rate')).toMatchObject({ population: 70_000, populationReported: 60_200 });
    expect(one('cases_received', 'rate').value).toBeCloseTo((60 / 60_200) * 10_000, 10);
    expect(one('cases_received', 'rate').high).toBeGreaterThan(12);
  });

  it('tells of the counties how many have answered, and nothing of their cases', () => {
    const { figures } = released(region, 'region', solver);
    expect(figureAt(figures, 'answer_status=missing|county:42|count')).toMatchObject({
      value: 1,
      expected: 4,
      reported: 3
    });
    expect(figures.filter(({ key }) => key.startsWith('cases_') && key.includes('|county:'))).toEqual([]);
  });

  it('hides the municipality of two cases and what would tell it, and calls the silent one missing', () => {
    const { figures, hidden } = released(region, 'municipality_totals', solver);
    expect(hidden.get('cases_received|municipality:4002|count')).toBe('few_cases');
    expect(figureAt(figures, 'cases_received|municipality:4002|count')).toMatchObject({
      value: null,
      status: 'hidden'
    });
    expect(figureAt(figures, 'cases_received|municipality:4205|count')).toMatchObject({
      value: null,
      status: 'missing'
    });
  });

  it('shows everything that has been published before', () => {
    const figures = releasedFigures(sourceOf(region), 'municipality_totals', new Set());
    expect(figureAt(figures, 'cases_received|municipality:4002|count')).toMatchObject({ value: 2, status: 'shown' });
  });
});

describe('the table of a release', () => {
  it('keeps what is not handled from being worked out, and shows it to nobody', () => {
    const { cells } = releaseTable('r', region, sourceOf(region).areas, 'region');
    const rest = cells.filter(({ key, isWithheld }) => isWithheld && key.includes('korus_region'));
    expect(rest.map(({ key }) => key)).toEqual([
      'cases_received|korus_region:sor|count:besides:not cases_handled',
      'cases_received|korus_region:sor|count:besides:not cases_under_18'
    ]);
  });

  it('keeps the counts of each municipality from being worked out, where the plan tells of the region only', () => {
    const { table, hidden, figures } = released(totals, 'region', solver);
    const small = table.cells.find(({ key }) => key === 'cases_received|municipality:4002|count');
    expect(small).toMatchObject({ isWithheld: true });
    expect(figures.some(({ area }) => area.startsWith('municipality'))).toBe(false);
    const knowledge = { rows: table.rows.map(({ key }) => key), sums: shownSums(table, hidden) };
    expect(possibleValues(knowledge, small?.rows ?? [], 4)).toEqual([0, 1, 2, 3, 4]);
  });

  it('holds a share against those who gave both, and the cases of one who gave only the part apart', () => {
    const noTotal = { ...municipality('4204', [9, 6, 2]) };
    noTotal.answers = { ...noTotal.answers, cases_received: { status: 'dont_know', value: null } };
    const entries = [...region, noTotal];
    const figures = releasedFigures(sourceOf(entries), 'region', new Set());
    expect(figureAt(figures, 'cases_handled|korus_region:sor|count').value).toBe(54);
    expect(figureAt(figures, 'cases_handled|korus_region:sor|share').value).toBe(48 / 60);
  });

  it('takes cases that were carried over and handled for handled, and not for received', () => {
    const carried = [municipality('4004', [5, 8, 0]), ...region];
    const { figures } = released(carried, 'region', solver);
    expect(figureAt(figures, 'cases_received|korus_region:sor|count').value).toBe(65);
    expect(figureAt(figures, 'cases_handled|korus_region:sor|count').value).toBe(56);
  });

  it('counts the cases of a host once, where it lies', () => {
    const host = region.map((entry): Entry =>
      entry.municipalityNo === '4205'
        ? { ...entry, status: 'covered_by_host', standsIn: { host: '4201', part: 'whole' } }
        : entry
    );
    const figures = releasedFigures(sourceOf(host), 'municipality_totals', new Set());
    expect(figureAt(figures, 'cases_received|korus_region:sor|count')).toMatchObject({ value: 60, reported: 7 });
    expect(figureAt(figures, 'cases_received|municipality:4205|count')).toMatchObject({ status: 'not_applicable' });
    expect(figureAt(figures, 'cases_received|korus_region:sor|rate').populationReported).toBe(70_000);
  });

  it('tells nothing apart of who is small, whoever asks of the small region', () => {
    const { figures } = released(smallEntries, 'municipality_totals', solver);
    expect(
      figures.filter(({ indicator, value }) => indicator.startsWith('cases_') && value !== null && value <= 4)
    ).toEqual([]);
  });
});

describe('every release', () => {
  it('has nothing of a hidden figure in it', () => {
    fc.assert(
      fc.property(answering, fc.constantFrom(...releasePlans), (entries, plan) => {
        const { figures, hidden } = released(entries, plan, solver);
        for (const figure of figures.filter(({ key }) => hidden.has(key))) {
          expect(figure).toMatchObject({ status: 'hidden', value: null, low: null, high: null });
        }
      }),
      runs
    );
  });

  it('is the same for the same answers, in whatever order they came', () => {
    fc.assert(
      fc.property(answering, (entries) => {
        const sorted = (one: readonly Entry[]) =>
          released(one, 'counties', solver).figures.toSorted((a, b) => a.key.localeCompare(b.key));
        expect(sorted(entries)).toEqual(
          released(entries, 'counties', solver).figures.toSorted((a, b) => a.key.localeCompare(b.key))
        );
      }),
      { ...runs, numRuns: 5 }
    );
  });

  it('is the same in two worlds that differ only in what is hidden', () => {
    const other = [municipality('4201', [11, 9, 3]), municipality('4202', [10, 8, 4]), ...region.slice(2)];
    expect(released(other, 'counties', solver).figures).toEqual(released(region, 'counties', solver).figures);
  });

  it('leaves a small municipality to be anything small to a reader who tries every table', () => {
    const { table, hidden } = released(totals, 'municipality_totals', solver);
    const sums = shownSums(table, hidden);
    const knowledge = { rows: table.rows.map(({ key }) => key), sums };
    const own = table.cells.find(({ key }) => key === 'cases_received|municipality:4002|count')?.rows ?? [];
    expect(possibleValues(knowledge, own, 4)).toEqual([0, 1, 2, 3, 4]);
  });

  it('would be given away by one more figure, so the reader who tries is no fool', () => {
    const { table } = released(totals, 'municipality_totals', solver);
    const sums = shownSums(table, new Set());
    const knowledge = { rows: table.rows.map(({ key }) => key), sums };
    const own = table.cells.find(({ key }) => key === 'cases_received|municipality:4002|count')?.rows ?? [];
    expect(possibleValues(knowledge, own, 4)).toEqual([2]);
  });
});
