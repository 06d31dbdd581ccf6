import { expect, it } from 'vitest';
import { readFollowContact } from '#lib/domain/follow-contact.ts';

const today = '2025-06-01';
const typed = { happenedOn: '1.6.2025', kind: 'call', text: ' Snakket  om rutinen ', nextOn: '', nextSide: 'korus' };

it('reads a contact, and nobody is next when no day is', () => {
  expect(readFollowContact(typed, today)).toEqual({
    contact: { happenedOn: today, kind: 'call', text: 'Snakket om rutinen', nextOn: null, nextSide: null },
    problems: []
  });
  expect(readFollowContact({ ...typed, nextOn: '2025-09-01' }, today).contact).toMatchObject({
    ...{ nextOn: '2025-09-01', nextSide: 'korus' }
  });
});

it('names what is wrong: a day that has not been, one that has, an empty note, and a national identity number', () => {
  const problems = (given: Partial<typeof typed>) => readFollowContact({ ...typed, ...given }, today).problems;
  expect(problems({ happenedOn: '2025-06-02' })).toEqual([
    { field: 'happenedOn', kind: 'future', value: '2025-06-02' }
  ]);
  expect(problems({ nextOn: '2025-05-31' })).toEqual([{ field: 'nextOn', kind: 'past', value: '2025-05-31' }]);
  expect(problems({ nextOn: 'mandag' })).toEqual([{ field: 'nextOn', kind: 'not_day', value: 'mandag' }]);
  expect(problems({ kind: 'note', text: '' })).toEqual([{ field: 'text', kind: 'missing' }]);
  expect(problems({ text: 'gjelder 010190 12345' })).toEqual([
    { field: 'text', kind: 'number', value: '010190 12345' }
  ]);
  expect(problems({ text: 'x'.repeat(1001) })).toEqual([{ field: 'text', kind: 'too_long', length: 1001 }]);
});
