import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillLetter, placeholders, readLetter } from '#lib/domain/letter.ts';

const values = {
  kommune: 'Vennesla',
  frist: '1. februar 2025',
  lenke: 'https://example.no/svar/abc',
  runde: 'Region Sør 2024',
  rådgiver: 'Ragnhild'
};

describe('a typed letter', () => {
  it('with every placeholder is right, and is filled in', () => {
    const body = placeholders.map((name) => `{${name}}`).join(' ');
    const { letter, problems } = readLetter(' Svar for {kommune} ', body);
    expect(problems).toEqual([]);
    expect(fillLetter(letter, values)).toEqual({
      subject: 'Svar for Vennesla',
      body: 'Vennesla 1. februar 2025 https://example.no/svar/abc Region Sør 2024 Ragnhild'
    });
  });

  it.each([
    ['', 'Se {lenke}', { field: 'subject', kind: 'missing' }],
    ['Svar', '', { field: 'body', kind: 'missing' }],
    ['Svar', 'Ingen lenke her', { field: 'body', kind: 'link_missing' }],
    ['Svar på {lenke}', 'Se {lenke}', { field: 'subject', kind: 'link_outside' }],
    ['Svar', 'Hei {navn}, se {lenke}', { field: 'body', kind: 'unknown', value: '{navn}' }],
    ['a'.repeat(201), 'Se {lenke}', { field: 'subject', kind: 'too_long', length: 201, most: 200 }]
  ])('«%s» «%s» has a problem', (subject, body, problem) => {
    expect(readLetter(subject, body).problems).toEqual([problem]);
  });

  it('never has a subject of several lines', () => {
    expect(readLetter('Svar\r\nBcc: alle@example.no', 'Se {lenke}').letter.subject).toBe('Svar Bcc: alle@example.no');
  });

  it('fills nothing into what was filled in, and leaves other braces alone', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const filled = fillLetter({ subject: '', body: '{kommune}|{lenke}|{' }, { ...values, kommune: name });
        expect(filled.body).toBe(`${name}|${values.lenke}|{`);
      }),
      { seed: 16 }
    );
  });
});
