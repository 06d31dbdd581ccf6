import { expect, it } from 'vitest';
import { bornOf, isNationalId, readPerson, type PersonField } from '#lib/domain/case/case-person.ts';

const read = (typed: Partial<Record<PersonField, string>>) => readPerson((field) => typed[field] ?? '');

it('a person needs a reference, a name and a day of birth, and no more', () => {
  expect(read({}).problems.map(({ field }) => field)).toEqual(['reference', 'name', 'born']);
  const { person, problems } = read({ reference: ' 123/26 ', name: 'Oppdiktet Person', born: '1.3.2008' });
  expect(problems).toEqual([]);
  expect(person).toMatchObject({ reference: '123/26', born: '2008-03-01', nationalId: null, mobile: null });
});

it('a number, a telephone and a language that cannot be are named with what was typed', () => {
  const { problems } = read({
    ...{ reference: '1', name: 'Oppdiktet Person', born: '2008-03-01' },
    ...{ nationalId: '12345678901', mobile: 'nei', language: 'xx', guardianMobile: '12' }
  });
  expect(problems).toEqual([
    { field: 'nationalId', value: '12345678901' },
    { field: 'mobile', value: 'nei' },
    { field: 'language', value: 'xx' },
    { field: 'guardianMobile', value: '12' }
  ]);
});

it('a national identity number has two control digits, and tells the day of birth', () => {
  expect(isNationalId('01010750160')).toBe(true);
  expect(isNationalId('01010750161')).toBe(false);
  expect(bornOf('01010750160')).toBe('2007-01-01');
  expect(bornOf('41010750160')).toBe('2007-01-01');
  expect(bornOf('01017012345')).toBe('1970-01-01');
});
