import { expect, it } from 'vitest';
import { lettersFor, readDeskLetter, reasonsAbout } from '#lib/domain/desk-letter.ts';

const silent = { kind: 'silent', rounds: 2 } as const;
const missing = { kind: 'missing', duty: 'web_info' } as const;

it('offers the letters that there is cause for, the gravest first', () => {
  expect(lettersFor([])).toEqual([]);
  expect(lettersFor([{ kind: 'none_met', received: 2 }])).toEqual([]);
  expect(lettersFor([silent, missing])).toEqual(['silence', 'duties']);
  expect(reasonsAbout([silent, missing], 'duties')).toEqual([missing]);
});

it('holds a letter against the facts, however its lines are broken', () => {
  const typed = { subject: ' Om  svaret ', body: 'Dere lovet dette til 31.\nmars 2025: nettsiden.\r\n' };
  expect(readDeskLetter(typed, ['31. mars 2025', 'nettsiden'])).toEqual({
    letter: { subject: 'Om svaret', body: 'Dere lovet dette til 31.\nmars 2025: nettsiden.' },
    problems: []
  });
  expect(readDeskLetter(typed, ['31. mai 2025']).problems).toEqual([
    { field: 'body', kind: 'fact_missing', value: '31. mai 2025' }
  ]);
});

it('names what is empty and what is too long', () => {
  expect(readDeskLetter({ subject: '', body: ' ' }, ['x']).problems).toEqual([
    { field: 'subject', kind: 'missing' },
    { field: 'body', kind: 'missing' }
  ]);
  expect(readDeskLetter({ subject: 'x'.repeat(201), body: 'x' }, []).problems).toEqual([
    { field: 'subject', kind: 'too_long', length: 201, most: 200 }
  ]);
});
