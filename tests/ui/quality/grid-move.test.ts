import { expect, it } from 'vitest';
import { nextCell } from '#lib/ui/quality/grid-move.ts';

const size = { rows: 66, columns: 20, page: 10 };

it.each([
  ['ArrowRight', false, { row: 5, column: 6 }],
  ['ArrowLeft', false, { row: 5, column: 4 }],
  ['ArrowUp', false, { row: 4, column: 5 }],
  ['ArrowDown', false, { row: 6, column: 5 }],
  ['ArrowDown', true, { row: 65, column: 5 }],
  ['Home', false, { row: 5, column: 0 }],
  ['End', false, { row: 5, column: 19 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 65, column: 19 }],
  ['PageDown', false, { row: 15, column: 5 }],
  ['PageUp', false, { row: 0, column: 5 }]
])('%s (with ctrl: %o) leads to %o', (key, ctrlKey, place) => {
  expect(nextCell({ row: 5, column: 5 }, { key, ctrlKey }, size)).toEqual(place);
});

it('stays within the table', () => {
  for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp']) {
    expect(nextCell({ row: 0, column: 0 }, { key, ctrlKey: false }, size)).toEqual({ row: 0, column: 0 });
  }
});

it.each(['a', 'Enter', 'toString', 'Tab'])('%s moves nowhere', (key) => {
  expect(nextCell({ row: 0, column: 0 }, { key, ctrlKey: false }, size)).toBeNull();
});
