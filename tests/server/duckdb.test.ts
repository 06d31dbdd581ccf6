import { describe, expect, it } from 'vitest';
import { figuresOf } from '#lib/domain/figure.ts';
import { openEngine } from '#lib/server/duckdb.ts';
import { smallRegion } from '../support/region.ts';

describe('native DuckDB', () => {
  it('holds every figure, with blanks as null and not as zero', async () => {
    const figures = figuresOf(smallRegion);
    const engine = await openEngine(figures);
    const sql = `select count(*)::double as all_rows, count(value)::double as given from figure`;
    const given = figures.filter((figure) => figure.value !== null).length;
    expect(await engine.run({ sql, params: [] })).toEqual([{ all_rows: figures.length, given }]);
    engine.close();
  });

  it('binds values as values', async () => {
    const engine = await openEngine([]);
    const sql = 'select $1::varchar as text, $2::varchar as nothing';
    expect(await engine.run({ sql, params: [`x'; drop table figure; --`, null] })).toEqual([
      { text: `x'; drop table figure; --`, nothing: null }
    ]);
    engine.close();
  });

  it('keeps data sets apart', async () => {
    const [one, other] = [await openEngine(figuresOf(smallRegion)), await openEngine([])];
    const sql = 'select count(*)::double as rows from figure';
    expect([await one.run({ sql, params: [] }), await other.run({ sql, params: [] })]).toEqual([
      [{ rows: 42 }],
      [{ rows: 0 }]
    ]);
    one.close();
    other.close();
  });

  it('reaches for nothing outside', async () => {
    const engine = await openEngine([]);
    await expect(engine.run({ sql: `select * from read_csv('/etc/passwd')`, params: [] })).rejects.toThrow(/disabled/);
    engine.close();
  });
});
