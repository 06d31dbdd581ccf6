import { expect, it } from 'vitest';
import { checkedRows } from '#lib/stats/row-shape.ts';

type Row = { name: string; value: number | null };
const shape = { name: 'text', value: 'number?' } as const;

it('rows that are what they promise come back', () => {
  const rows = [
    { name: 'a', value: 1 },
    { name: 'b', value: null }
  ];
  expect(checkedRows<Row>(rows, shape)).toBe(rows);
});

it.each([
  ['a whole number as bigint', { name: 'a', value: 1n }, 'not number? in value: bigint 1'],
  ['a number that is none', { name: 'a', value: Number.NaN }, 'not number? in value: number NaN'],
  ['null where something must be', { name: null, value: 1 }, 'not text in name: object null'],
  ['a column left out', { name: 'a' }, 'not number? in value: undefined undefined']
])('%s is refused by name', (_name, row, message) => {
  expect(() => checkedRows<Row>([row], shape)).toThrow(message);
});
