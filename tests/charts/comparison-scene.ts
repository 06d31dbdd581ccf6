import type { DotIntervalContent } from '#lib/charts/dot-interval-chart.ts';
import type { FunnelContent, FunnelLimits } from '#lib/charts/funnel-chart.ts';
import type { GeographyMapContent } from '#lib/charts/geography-map-chart.ts';
import type { HeatContent } from '#lib/charts/heat-table.ts';
import type { SlopeContent, SlopeRow } from '#lib/charts/slope-chart.ts';
import type { SmallMultiplesContent } from '#lib/charts/small-multiples-chart.ts';
import type { StackedBarContent } from '#lib/charts/stacked-bar-chart.ts';
import type { TimeSeriesContent } from '#lib/charts/time-series-chart.ts';
import type { Division } from '#lib/domain/picture.ts';
import { categoryRows, municipalities, readTable, responsibilityCategories, tiles } from './region-sor.ts';

const perTenThousand = 10_000;
const mean = 1.2;
const counties = ['Agder', 'Telemark', 'Vestfold', 'Buskerud'];

/** Municipalities of Region Sør 2024 with made-up figures; those that had not answered have none. */
const counted = municipalities.map(({ name, county, population_2024, cases_received }) => ({
  name,
  county,
  population: Number(population_2024),
  count: cases_received === '' ? null : Number(cases_received)
}));

/** Rough intervals: a picture needs none better, and the arithmetic of the real ones is not the chart's. */
export function dotIntervals(order: DotIntervalContent['order'] = 'population'): DotIntervalContent {
  return {
    measure: 'Mottatte saker per 10 000 innbyggere',
    order,
    mean,
    rows: counted
      .filter(({ county }) => county === 'Agder')
      .map(({ name, population, count }) => ({
        name,
        population,
        estimate: count === null ? 'missing' : shrunken(count, population)
      }))
  };
}

function shrunken(count: number, population: number) {
  const weight = population / (population + 20_000);
  const raw = (count / population) * perTenThousand;
  const value = weight * raw + (1 - weight) * mean;
  const spread = (value * 1.4) / Math.sqrt(count + 2);
  return { raw, value, low: Math.max(0.05, value - spread), high: value + spread };
}

/** Limits as of a normal distribution: wide where few live, as those of a Poisson are. */
function limitsAt(population: number): FunnelLimits {
  const spread = Math.sqrt((mean * perTenThousand) / population);
  const at = (deviations: number) => Math.max(0, mean + deviations * spread);
  return { low95: at(-1.96), high95: at(2.2), low998: at(-3.09), high998: at(3.6) };
}

export function funnel(raised: string[] = []): FunnelContent {
  return {
    measure: 'Mottatte saker per 10 000 innbyggere',
    mean,
    limits: 'chance',
    tellingApart: { verdict: raised.length === 0 ? 'too_few' : 'apart', byChance: 2.4 },
    rows: counted.map(({ name, population, count }) => {
      const rate = ((count ?? 0) / population) * perTenThousand;
      const limits = limitsAt(population);
      const shown = raised.includes(name) ? limits.high95 * 1.3 : Math.min(rate, limits.high95);
      return { name, population, figure: count === null ? 'missing' : { rate: Math.max(shown, limits.low95), limits } };
    }),
    bands: Array.from({ length: 60 }, (_, i) => 600 * 1.1 ** i)
      .filter((population) => population < 130_000)
      .map((population) => ({ population, ...limitsAt(population) }))
  };
}

export function stackedBars(length: StackedBarContent['length'] = 'whole'): StackedBarContent {
  const rows = categoryRows('responsibility', responsibilityCategories);
  return { measure: 'Kommuner etter hvem som har ansvaret', rows, categories: responsibilityCategories, length };
}

export function slope(): SlopeContent {
  const rows: SlopeRow[] = counties.map((name, i) => ({
    name,
    population: 300_000 - i,
    before: [14, 12, 15, 23][i] ?? 'missing',
    after: [16, 11, 21, 23][i] ?? 'missing'
  }));
  return {
    measure: 'Mottatte saker',
    before: { round: '2023', reported: 38, expected: 66 },
    after: { round: '2024', reported: 42, expected: 66 },
    rows: [
      ...rows,
      { name: 'Ålesund', population: 1, before: 9, after: 7, isBroken: true },
      { name: 'Haram', population: 0, before: 'missing', after: 2 }
    ]
  };
}

export function timeSeries(): TimeSeriesContent {
  const round = (label: string, reported: number, breakBefore: string | null = null) => ({
    ...{ label, reported, expected: 66, breakBefore }
  });
  return {
    measure: 'Mottatte saker',
    rounds: [
      round('2021', 36),
      round('2022', 0),
      round('2023', 40, 'nye fylker'),
      round('2024', 42, 'Ålesund delt'),
      round('2025', 51)
    ],
    series: [
      { name: 'Agder', points: [{ value: 10 }, 'missing', { value: 12 }, { value: 16 }, { value: 19 }] },
      { name: 'Telemark', points: [{ value: 13 }, 'missing', { value: 9 }, { value: 11 }, { value: 11 }] },
      {
        name: 'Region Sør',
        isOwn: true,
        points: [
          { value: 61 },
          'missing',
          { value: 66, low: 58, high: 75 },
          { value: 71 },
          { value: 80, low: 71, high: 92 }
        ]
      }
    ]
  };
}

export function smallMultiples(): SmallMultiplesContent {
  const values = [
    [14, 12, 16],
    [9, 'missing', 11],
    [15, 18, 21],
    [30, 23, 'withheld']
  ] as const;
  return {
    measure: 'Mottatte saker',
    labels: ['2022', '2023', '2024'],
    across: 'rounds',
    panels: counties.map((name, i) => ({
      name,
      figures: (values[i] ?? []).map((value, at) => ({ value, reported: i === 1 ? 11 + at : 14, expected: 25 }))
    }))
  };
}

export function heatOfFigures(): HeatContent {
  const rows = counted.filter(({ county }) => county === 'Telemark');
  return {
    measure: 'Tall fra kommunene i Telemark',
    kind: 'figures',
    order: 'name',
    columns: [
      { id: 'received', label: 'Mottatte saker' },
      { id: 'handled', label: 'Behandlede saker' },
      { id: 'under18', label: 'Under 18 år' },
      { id: 'members', label: 'Medlemmer i enheten' }
    ],
    rows: rows.map(({ name, population, count }, i) => ({
      name,
      population,
      values:
        count === null
          ? ['missing', 'missing', 'missing', 'missing']
          : [count, Math.max(0, count - (i % 2)), i % 4 === 0 ? 'withheld' : Math.floor(count / 3), 2 + (i % 5)]
    }))
  };
}

export function heatOfCategories(): HeatContent {
  const bars = stackedBars();
  return {
    measure: bars.measure,
    kind: 'categories',
    order: 'name',
    columns: responsibilityCategories.map(({ id, label }) => ({ id, label, isAnswer: id !== 'missing' })),
    rows: counties.map((name) => ({
      name,
      population: 1,
      values: responsibilityCategories.map(
        ({ id }) => bars.rows.find((row) => row.group === name && row.category === id)?.count ?? 0
      )
    }))
  };
}

export function geography(division: Division): GeographyMapContent {
  const units = new Map(
    readTable<Record<'number' | 'korus' | 'police_district', string>>('municipalities.csv').map((row) => [
      row.number,
      row
    ])
  );
  return {
    measure: 'Kommuner i landet',
    division,
    tiles: tiles('Norge').map(({ number, name, county, x, y }) => ({
      ...{ number, name, x, y },
      areas: {
        county,
        korus_region: (units.get(number)?.korus ?? '').replace('KORUS ', ''),
        police_district: units.get(number)?.police_district ?? ''
      }
    }))
  };
}
