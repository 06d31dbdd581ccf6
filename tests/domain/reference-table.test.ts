import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decimal, maybeWholeNumber, text, wholeNumber } from '#lib/domain/reference-column.ts';
import { parseReferenceTable } from '#lib/domain/reference-table.ts';

const town = z.object({ number: text, name: text, inhabitants: wholeNumber });
const parse = (csv: string) => parseReferenceTable('towns.csv', csv, town);

describe('a reference table', () => {
  it('becomes typed rows', () => {
    expect(parse('number,name,inhabitants\n0301,Oslo,717710\n3301,Drammen,104487\n')).toEqual([
      { number: '0301', name: 'Oslo', inhabitants: 717710 },
      { number: '3301', name: 'Drammen', inhabitants: 104487 }
    ]);
  });

  it('may have its columns in another order, a byte order mark, Windows line ends and no last newline', () => {
    expect(parse('\uFEFFname,inhabitants,number\r\n"Bø, Telemark",12,4020')).toEqual([
      { number: '4020', name: 'Bø, Telemark', inhabitants: 12 }
    ]);
  });

  it('may have no rows', () => {
    expect(parse('number,name,inhabitants\n')).toEqual([]);
  });

  it('keeps an empty number as null and a decimal as it stands', () => {
    const place = z.object({ count: maybeWholeNumber, lat: decimal });
    expect(parseReferenceTable('places.csv', 'count,lat\n,-0.5\n7,62\n', place)).toEqual([
      { count: null, lat: -0.5 },
      { count: 7, lat: 62 }
    ]);
  });
});

describe('a broken reference table', () => {
  it('names file, line, column and value', () => {
    expect(() => parse('number,name,inhabitants\n0301,Oslo,1\n3301,Drammen,12a\n')).toThrow(
      new Error('towns.csv, linje 3, kolonne inhabitants: ikke et helt tall ("12a")')
    );
  });

  it('counts the lines inside quoted fields', () => {
    expect(() => parse('number,name,inhabitants\n0301,"Os\nlo\n",1\n3301,Drammen,\n')).toThrow(
      new Error('towns.csv, linje 5, kolonne inhabitants: ikke et helt tall ("")')
    );
  });

  it('has the line an editor shows, whatever stands in the fields before', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'ø', ',', '"', '\n', ' '), minLength: 1 });
    fc.assert(
      fc.property(fc.array(field), (names) => {
        const quoted = names.map((name) => `1,"${name.replaceAll('"', '""')}",1\n`).join('');
        const before = `number,name,inhabitants\n${quoted}`;
        expect(() => parse(`${before}2,Oslo,x\n`)).toThrow(`towns.csv, linje ${before.split('\n').length}, kolonne`);
      })
    );
  });

  it('may lack a column', () => {
    expect(() => parse('number,name\n0301,Oslo\n')).toThrow('towns.csv, linje 1, kolonne inhabitants: mangler');
    expect(() => parse('')).toThrow('towns.csv, linje 1, kolonne number: mangler');
  });

  it('may have a column too many, or the same one twice', () => {
    expect(() => parse('number,name,inhabitants,mayor\n')).toThrow('towns.csv, linje 1, kolonne mayor: ukjent kolonne');
    expect(() => parse('number,name,inhabitants,name\n')).toThrow('towns.csv, linje 1, kolonne name: står to ganger');
  });

  it('may have a row with too few or too many fields', () => {
    expect(() => parse('number,name,inhabitants\n0301,Oslo\n')).toThrow(
      new Error('towns.csv, linje 2, kolonne inhabitants: 2 felt, ventet 3')
    );
    expect(() => parse('number,name,inhabitants\n4020,Bø, Telemark,12\n')).toThrow(
      new Error('towns.csv, linje 2, kolonne 4: 4 felt, ventet 3 ("12")')
    );
  });

  it('may have an empty line in the middle', () => {
    expect(() => parse('number,name,inhabitants\n\n0301,Oslo,1\n')).toThrow(
      'towns.csv, linje 2, kolonne name: 1 felt, ventet 3'
    );
  });

  it('may have a quote that is never closed', () => {
    expect(() => parse('number,name,inhabitants\n0301,"Oslo,1\n3301,Drammen,2\n')).toThrow(
      'towns.csv, linje 2: feil i anførselstegn'
    );
  });
});
