import { describe, expect, it } from 'vitest';
import { codesByExpression, dataCells, dataLines, selectedData } from '#lib/domain/json-stat-selection.ts';
import { jsonStat } from '#lib/domain/json-stat.ts';
import { releaseReadingOf } from '../support/release-content.ts';

const codes = ['2019', '2020', '2021', '2022'];
const [cube] = releaseReadingOf().cubes;
if (!cube) throw new Error('no cube');
const data = jsonStat(cube);

describe('a selection of PxWebApi', () => {
  it.each([
    ['2020', ['2020']],
    ['2022, 2019', ['2019', '2022']],
    ['*', codes],
    ['20*1', ['2021']],
    ['202?', ['2020', '2021', '2022']],
    ['top(2)', ['2019', '2020']],
    ['BOTTOM(1)', ['2022']],
    ['from(2021)', ['2021', '2022']],
    ['to(2020)', ['2019', '2020']],
    ['[range(2020,2021)],2019', ['2019', '2020', '2021']]
  ])('%s finds its codes in the order of the table', (expression, found) => {
    expect(codesByExpression(codes, expression)).toEqual({ codes: found });
  });

  it.each(['', '1999', 'top(0)', 'top(x)', 'from(1)', '[range(2021,2020)]', '__proto__', 'constructor(1)'])(
    '«%s» finds nothing, and says so',
    (expression) => {
      expect(codesByExpression(codes, expression)).toEqual({ unknown: expression });
    }
  );

  it('with many stars is answered at once', () => {
    expect(codesByExpression(['a'.repeat(100)], `${'*a'.repeat(90)}*b`)).toHaveProperty('unknown');
  });
});

describe('a data set', () => {
  it('gives the chosen cells with their signs, as they were', () => {
    const chosen = selectedData(
      data,
      new Map([
        ['omraade', ['40', '42']],
        ['maal', ['antall']]
      ])
    );
    const wanted = dataCells(data).filter(
      ({ codes: [, area, measure] }) => area !== 'sor' && area !== '39' && measure === 'antall'
    );
    expect(dataCells(chosen)).toEqual(wanted);
    expect(chosen.size).toEqual([data.size[0], 2, 1, 1]);
  });

  it('as rows has a sign wherever it has no value, and never both', () => {
    const [head = [], ...rows] = dataLines(data, 'codes');
    expect(head).toEqual([...data.id, 'verdi', 'status']);
    expect(rows).toHaveLength(data.value.length);
    for (const row of rows) expect((row.at(-2) === '') !== (row.at(-1) === '')).toBe(true);
  });
});
