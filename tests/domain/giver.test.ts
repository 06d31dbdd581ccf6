import { expect, it } from 'vitest';
import { readGiver } from '#lib/domain/giver.ts';

const typed = { name: ' Kari ', position: 'leder', givenOn: '3.2.2025', way: 'phone' };

it('who gave an answer is read with the day they gave it', () => {
  expect(readGiver(typed, '2025-02-03')).toEqual({
    giver: { name: 'Kari', position: 'leder', givenOn: '2025-02-03', way: 'phone' }
  });
});

it('what is missing, too long or ahead of today is named', () => {
  expect(
    readGiver({ name: '', position: 'x'.repeat(101), givenOn: '4.2.2025', way: 'fax' }, '2025-02-03')
  ).toMatchObject({
    problems: [
      { field: 'name', code: 'missing' },
      { field: 'position', code: 'too_long' },
      { field: 'givenOn', value: '4.2.2025' },
      { field: 'way', value: 'fax' }
    ]
  });
});
