import { describe, expect, it } from 'vitest';
import { answerRows, type AnsweredCounts } from '#lib/domain/disclosure/answer-rows.ts';
import { areaCells, areasOf } from '#lib/domain/disclosure/area-cells.ts';
import { modelOf } from '#lib/domain/disclosure/model.ts';
import { primaryReason } from '#lib/domain/disclosure/primary-rule.ts';
import { publicPolicy, type Policy, type Table } from '#lib/domain/disclosure/table.ts';
import { age, dimensions } from '../../support/disclosure-tables.ts';

const answer = (municipalityNo: string, total: number, contributor = municipalityNo): AnsweredCounts => ({
  ...{ release: 'a', contributor, municipalityNo, total },
  split: new Map()
});

/** The reason for the sum of a county whose municipalities gave these totals. */
function reasonFor(answers: readonly AnsweredCounts[], members: readonly string[], policy: Policy = publicPolicy) {
  const rows = answers.flatMap((one) => answerRows(one, []));
  const model = modelOf({
    rows,
    cells: areaCells(
      rows,
      areasOf(members, 'county', () => 'c'),
      [],
      'total'
    )
  });
  const [cell] = model.cells;
  return cell ? primaryReason(model, cell, policy) : 'no cell';
}

describe('a figure is hidden', () => {
  it('when it is 0 to 4 (P1)', () => {
    const four = [answer('1', 2), answer('2', 1), answer('3', 1)];
    expect(reasonFor(four, ['1', '2', '3'])).toBe('few_cases');
    expect(reasonFor([answer('1', 0), answer('2', 0), answer('3', 0)], ['1', '2', '3'])).toBe('few_cases');
  });

  it('not when it is 0 and zeros are always shown', () => {
    const none = [answer('1', 0), answer('2', 0), answer('3', 0)];
    expect(reasonFor(none, ['1', '2', '3'], { ...publicPolicy, zeros: 'open' })).toBe(null);
  });

  it('when the largest answer leaves 4 or fewer (P3)', () => {
    expect(reasonFor([answer('1', 20), answer('2', 2), answer('3', 2)], ['1', '2', '3'])).toBe('one_dominates');
    expect(reasonFor([answer('1', 20), answer('2', 3), answer('3', 2)], ['1', '2', '3'])).toBe(null);
  });

  it('when fewer than three answered (P4)', () => {
    expect(reasonFor([answer('1', 20), answer('2', 20)], ['1', '2', '3'])).toBe('few_behind');
    expect(reasonFor([answer('1', 20)], ['1', '2'])).toBe('few_behind');
  });

  it('when one host gave what looks like three answers', () => {
    const hosted = ['1', '2', '3'].map((no) => answer(no, 9, '1'));
    expect(reasonFor(hosted, ['1', '2', '3'])).toBe('few_behind');
  });

  it('but not for being one municipality: Oslo is its own county', () => {
    expect(reasonFor([answer('0301', 20)], ['0301'])).toBe(null);
  });

  it('nobody answered for an area: a gap, not a figure', () => {
    expect(reasonFor([], ['1', '2'])).toBe('no cell');
  });
});

describe('what a share leaves over (P2)', () => {
  const split = (under: number, over: number) => new Map([['age', [under, over]]]);
  const nos = ['1', '2', '3'];
  const whole = nos.map((no) => ({ ...answer(no, 10), split: split(9, 1) }));
  const tableOf = (answers: readonly AnsweredCounts[]): Table => {
    const rows = answers.flatMap((one) => answerRows(one, [age]));
    return {
      rows,
      cells: areaCells(
        rows,
        areasOf(nos, 'county', () => 'c'),
        [age],
        'star'
      )
    };
  };

  it('is a figure of its own: the other categories', () => {
    const model = modelOf(tableOf(whole));
    const reasons = model.cells.map((cell) => [cell.keys[0], primaryReason(model, cell, publicPolicy)]);
    expect(reasons).toEqual([
      ['c|total', null],
      ['c|under18', null],
      ['c|over18', 'few_cases']
    ]);
  });

  it('is also what those gave who did not tell the categories', () => {
    const model = modelOf(tableOf([...whole.slice(0, 2), answer('3', 3)]));
    const left = model.cells.find(({ isWithheld }) => isWithheld);
    expect(left && [left.value, primaryReason(model, left, publicPolicy)]).toEqual([3, 'few_besides']);
  });
});

describe('the rows of an answer', () => {
  it('have the margins that were given, in every combination', () => {
    const split = new Map([
      ['age', [2, 5]],
      ['handling', [6, 1]]
    ]);
    const rows = answerRows({ ...answer('1', 7), split }, dimensions);
    const sum = (category: string) =>
      rows.reduce((all, { categories, value }) => all + ([...categories.values()].includes(category) ? value : 0), 0);
    expect(rows).toHaveLength(4);
    expect(['under18', 'over18', 'handled', 'not'].map(sum)).toEqual([2, 5, 6, 1]);
  });

  it('are refused when the parts are not the whole', () => {
    const split = new Map([['age', [2, 2]]]);
    expect(() => answerRows({ ...answer('1', 7), split }, dimensions)).toThrow('parts are not the whole');
  });
});
