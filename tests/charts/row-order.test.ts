import { expect, test } from 'vitest';
import { inOrder } from '#lib/charts/row-order.ts';

const rows = [
  { name: 'Ål', population: 2 },
  { name: 'Aremark', population: 2 },
  { name: 'Øksnes', population: 9 }
];

test('most inhabitants first, those alike by name', () => {
  expect(inOrder(rows, 'population').map(({ name }) => name)).toEqual(['Øksnes', 'Aremark', 'Ål']);
});

test('by the Norwegian alphabet', () => {
  expect(inOrder(rows, 'name').map(({ name }) => name)).toEqual(['Aremark', 'Øksnes', 'Ål']);
});
