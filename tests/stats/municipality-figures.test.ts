import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresFor } from '#lib/domain/disclosure.ts';
import { figuresOf } from '#lib/domain/figure.ts';
import { noFilter } from '#lib/domain/filter.ts';
import { openEngine, type Engine } from '#lib/server/duckdb.ts';
import { municipalityFiguresQuery, type MunicipalityFigure } from '#lib/stats/municipality-figures.ts';
import { smallRegion } from '../support/region.ts';

let engines: Record<'region' | 'public', Engine>;
beforeAll(async () => {
  const figures = figuresOf(smallRegion);
  engines = {
    region: await openEngine(figures),
    public: await openEngine(figuresFor('public', figures, { showsTotals: true, fewestBehind: 3, released: null }))
  };
});
afterAll(() => Object.values(engines).forEach((engine) => engine.close()));

describe('the figures of each municipality', () => {
  it('are all there for an adviser, with the status of each', async () => {
    const rows = await engines.region.run<MunicipalityFigure>(municipalityFiguresQuery(noFilter));
    expect(rows.find((row) => row.municipalityNo === '4202' && row.indicator === 'cases_received')).toEqual({
      municipalityNo: '4202',
      countyNo: '42',
      indicator: 'cases_received',
      category: null,
      value: 0,
      status: 'confirmed_none'
    });
  });

  it('hold no case count for the public', async () => {
    const rows = await engines.public.run<MunicipalityFigure>(municipalityFiguresQuery(noFilter));
    expect(rows.filter((row) => row.indicator.startsWith('cases_'))).toEqual([]);
    expect(new Set(rows.map((row) => row.municipalityNo)).size).toBe(6);
  });
});
