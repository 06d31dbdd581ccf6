import { beforeAll, describe, expect, it } from 'vitest';
import { noPlaceFilter, type Dimension } from '#lib/domain/analysis.ts';
import { boundariesBetween } from '#lib/domain/boundary-change.ts';
import { changeBetween } from '#lib/domain/change.ts';
import { figuresOf } from '#lib/domain/figure.ts';
import { noFilter } from '#lib/domain/filter.ts';
import { countLimits } from '#lib/domain/funnel.ts';
import { overdispersionScore, spreadBeyondChance } from '#lib/domain/overdispersion.ts';
import { proportionOf } from '#lib/domain/proportion.ts';
import { rateOf, ratesByAge } from '#lib/domain/rate.ts';
import { ratePriorOf, shrunkenRate } from '#lib/domain/shrinkage.ts';
import { ownStanding } from '#lib/domain/own-standing.ts';
import { distanceBetween } from '#lib/domain/similar-municipality.ts';
import { tellApart } from '#lib/domain/telling-apart.ts';
import { openEngine, openTables } from '#lib/server/duckdb.ts';
import { loadReference } from '#lib/server/reference.ts';
import { cubeQuery, type Cell } from '#lib/stats/cube.ts';
import { workbenchTables } from '#lib/stats/place-table.ts';
import { responseQuery, type ResponseRow } from '#lib/stats/response.ts';
import { referralOf, zeroReferralQuery, type ZeroReferralRow } from '#lib/stats/zero-referral.ts';
import { tableUnder } from './support/document-table.ts';
import { smallRegion } from './support/region.ts';
import { twoRounds } from './support/workbench-rows.ts';

const page = 'docs/statistics.md';
const statistics = tableUnder(page, 'The statistics').map(
  ({ statistic = '' }) => /\[(.+)\]/.exec(statistic)?.[1] ?? ''
);
const headingOf = (statistic: string) => statistic.charAt(0).toUpperCase() + statistic.slice(1);

type Row = Record<string, string>;
type Recomputed = Record<string, number | string | null | undefined>;

const unquoted = (cell = '') => cell.replaceAll('`', '');
const maybe = (cell = '') => (cell === '–' ? null : Number(cell.replaceAll(' ', '')));
const number = (cell = '') => maybe(cell) ?? Number.NaN;
const areasIn = (cell = '') =>
  cell.split(', ').map((area, index) => {
    const [count = 0, population = 0] = area.split('/').map(Number);
    return { municipalityNo: String(4001 + index), count, population };
  });

let cells: Cell[];
let responses: ResponseRow[];
let referrals: ZeroReferralRow[];
beforeAll(async () => {
  const engine = await openEngine(figuresOf(smallRegion));
  cells = await engine.run<Cell>(cubeQuery(noFilter));
  engine.close();
  const workbench = await openTables(workbenchTables(twoRounds));
  const choice = { rounds: ['2024'], filter: noPlaceFilter, group: ['4202', '4203'] };
  responses = await workbench.run<ResponseRow>(responseQuery({ ...choice, dimension: 'county' }));
  const ask = (dimension: Dimension) => workbench.run<ZeroReferralRow>(zeroReferralQuery({ ...choice, dimension }));
  referrals = [...(await ask('municipality')), ...(await ask('own_group'))];
  workbench.close();
});

function areaOf<Row extends { area: string | null }>(rows: readonly Row[], cell = ''): Row {
  const area = cell === '–' ? null : cell.includes(' and ') ? 'group' : cell;
  const found = rows.find((row) => row.area === area);
  if (!found) throw new Error(`no area ${area}`);
  return found;
}

function cellOf(indicator: string, countyNo: string | null, category: string | null): Cell {
  const found = cells.find((c) => c.indicator === indicator && c.countyNo === countyNo && c.category === category);
  if (!found) throw new Error(`no cell ${indicator}/${countyNo}/${category}`);
  return found;
}

const proportion = (part: number, whole: number): Recomputed => {
  const { value, low, high } = proportionOf(part, whole) ?? {};
  return { share: value, low, high };
};

/** What each example gives when it is made again; the other cells of its row are what it is made from. */
const examples: Record<string, (row: Row) => Recomputed> = {
  total: ({ indicator, county = '' }) => {
    const cell = cellOf(unquoted(indicator), county === '–' ? null : county, null);
    const share = cell.populationReported / cell.population;
    return { value: cell.value, n: cell.reported, N: cell.expected, 'share of inhabitants': share };
  },
  distribution: ({ indicator, category }) => {
    const cell = cellOf(unquoted(indicator), null, unquoted(category));
    const answered = cellOf(unquoted(indicator), null, null).reported;
    return { municipalities: cell.value, 'of those that answered': cell.reported / answered };
  },
  handled: ({ handled, received }) => proportion(number(handled), number(received)),
  'share under 18': ({ 'under 18': young, base }) => proportion(number(young), number(base)),
  rate: ({ cases, inhabitants }) => {
    const { value, low, high } = rateOf(number(cases), number(inhabitants)) ?? {};
    return { 'per 10 000': value, low, high };
  },
  'rates by age': (row) => {
    const cases = { received: maybe(row['received']), under18: maybe(row['under 18']) };
    const inhabitants = {
      total: number(row['inhabitants']),
      age15to17: maybe(row['15–17']),
      age18plus: maybe(row['18+'])
    };
    const { all, age15to17, age18plus } = ratesByAge(cases, inhabitants);
    return { all: all?.value, young: age15to17?.value, grown: age18plus?.value };
  },
  'middle and spread': ({ municipalities }) => ({ ...ratePriorOf(areasIn(municipalities)) }),
  'shrunken rate': ({ cases, inhabitants, mu, alpha }) => {
    const area = { count: number(cases), population: number(inhabitants) };
    const { value, ...rate } = shrunkenRate(area, { mu: number(mu), alpha: number(alpha) });
    return { ...rate, shrunken: value };
  },
  funnel: ({ expected, alpha }) => ({ ...countLimits({ mean: number(expected), alpha: maybe(alpha) }) }),
  'spread beyond chance': ({ municipalities }) => ({
    score: overdispersionScore(areasIn(municipalities)),
    alpha: spreadBeyondChance(areasIn(municipalities))
  }),
  'telling apart': ({ municipalities, rate, alpha }) => {
    const told = tellApart(areasIn(municipalities), { rate: number(rate), alpha: maybe(alpha) });
    return { verdict: told.verdict, outside: told.outside.length, 'by chance': told.byChance };
  },
  change: ({ before, now }) => {
    const change = changeBetween({ count: number(before), exposure: 1 }, { count: number(now), exposure: 1 });
    const { difference, ratio, low, high, isTold } = change;
    return { difference, ratio, low, high, told: isTold ? 'yes' : 'no' };
  },
  'own standing': ({ cases, inhabitants, region, 'its inhabitants': all }) => {
    const whole = region === '–' ? null : { count: number(region), population: number(all) };
    const standing = ownStanding({ count: number(cases), population: number(inhabitants) }, whole);
    return {
      'own rate': standing.own?.value ?? null,
      "region's rate": standing.region?.value ?? null,
      verdict: standing.verdict
    };
  },
  response: ({ county }) => {
    const { expected, answered, declined, population, populationAnswered } = areaOf(responses, county);
    const inhabitants = populationAnswered / population;
    return { expected, answered, declined, share: answered / expected, 'share of inhabitants': inhabitants };
  },
  punctuality: ({ county }) => {
    const { onTime, late, answered, medianDays } = areaOf(responses, county);
    return { 'on time': onTime, late, share: onTime / answered, 'median days': medianDays };
  },
  'no referrals': ({ municipality }) => {
    const row = areaOf(referrals, municipality);
    const { value, none, reported, expected } = row;
    return { cases: value, 'none of': none, told: reported, expected, what: referralOf(row) };
  },
  'similar municipalities': (row) => {
    const place = (suffix: string, organised: string) => ({
      municipalityNo: suffix,
      population: number(row[`inhabitants${suffix}`]),
      centrality: number(row[`centrality${suffix}`]),
      korusRegion: row[`region${suffix}`] ?? '',
      organisedUnder: row[organised] === '–' ? null : (row[organised] ?? null)
    });
    return { distance: distanceBetween(place('', 'organised under'), place(' there', 'organised there')) };
  },
  'other boundaries': ({ number: municipalityNo = '', on = '', 'seen from': to = '' }) => {
    const boundaries = boundariesBetween(loadReference('data').geography.changes, { from: on, to });
    return { 'number there': boundaries.numberOf(municipalityNo) };
  }
};

/** A value with as many digits as the page gives it. */
function asWritten(value: Recomputed[string], cell: string): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return value;
  const isPercent = cell.endsWith(' %');
  const digits = /\.(\d+)/.exec(cell)?.[1]?.length ?? 0;
  return isPercent ? `${(value * 100).toFixed(digits)} %` : value.toFixed(digits);
}

describe('a statistic', () => {
  it('has an example and a way to make it again, and no example is of none', () => {
    expect(statistics).toEqual(Object.keys(examples));
  });

  it.each(statistics)('%s is what the page says', (statistic) => {
    const rows = tableUnder(page, headingOf(statistic));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const made = Object.entries(examples[statistic]?.(row) ?? {});
      const recomputed = Object.fromEntries(made.map(([name, value]) => [name, asWritten(value, row[name] ?? '')]));
      expect({ ...row, ...recomputed }).toEqual(row);
      expect(made.length).toBeGreaterThan(0);
    }
  });
});

it('the small region is the one of the tests', () => {
  const shown = smallRegion.map(({ municipalityNo, countyNo, population, status, answers }) => {
    const value = (indicator: string) => String(answers?.[indicator]?.value ?? '–');
    return [
      ...[municipalityNo, countyNo, String(population), status],
      ...['cases_received', 'cases_handled', 'cases_under_18', 'web_info'].map(value)
    ];
  });
  const rows = tableUnder(page, 'Small region').map((row) => Object.values(row));
  expect(rows.map((row) => row.map((cell) => cell.replaceAll(' ', '')))).toEqual(shown);
});
